import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { offlineShell } from './offline-shell.ts';
import { pdfjsAssets } from './pdfjs-assets.ts';

const serviceWorker = fileURLToPath(new URL('../../src/renderer/offline/service-worker.js', import.meta.url));

/** How the windows are bundled, for Electron and for a browser alike. */
export function windowsConfig() {
  return {
    plugins: [fromTheRoot, react(), pdfjsAssets(), offlineShell(serviceWorker)],
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

/** A surface has a deep address, so what it loads is named from the root, on the hub as under `app:`. */
const fromTheRoot = {
  name: 'from-the-root',
  config: () => ({ base: '/' }),
};
