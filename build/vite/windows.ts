import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { offlineShell } from './offline-shell.ts';
import { pdfjsAssets } from './pdfjs-assets.ts';

const serviceWorker = fileURLToPath(new URL('../../src/renderer/offline/service-worker.js', import.meta.url));

/** How the windows are bundled, for Electron and for a browser alike. */
export function windowsConfig() {
  return {
    plugins: [fromTheRoot, versionInPage, react(), pdfjsAssets(), offlineShell(serviceWorker)],
    build: {
      // A seat may be any current browser.
      target: 'es2022',
      minify: 'oxc',
      // Nothing is inlined as data: the content policy of windows allows none.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
    },
    // Each in one piece: the frame of pdf.js, which has no origin, starts no modules.
    worker: { format: 'iife' },
  } satisfies UserConfig;
}

/** The page says of which version it is: one that a browser has kept may be older than its hub. */
const versionInPage = {
  name: 'version-in-page',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'version', content: programVersion() } }],
};

function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}

/** A surface has a deep address, so what it loads is named from the root, on the hub as under `app:`. */
const fromTheRoot = {
  name: 'from-the-root',
  config: () => ({ base: '/' }),
};
