import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { pdfjsAssets } from './build/vite/pdfjs-assets.ts';

/** One preload per trust tier: every file directly in src/preload. */
const preloads = Object.fromEntries(
  readdirSync(new URL('src/preload/', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))
    .map((name) => [basename(name, '.ts'), `src/preload/${name}`]),
);

/** A surface has a deep address, so what it loads is named from the root, on the hub as under `app:`. */
const fromTheRoot: Plugin = {
  name: 'from-the-root',
  config: () => ({ base: '/' }),
};

/** In development the windows come from Vite, and what they ask of the room is passed on to a running hub. */
function toHub(hub: string | undefined): Record<string, { target: string; ws: boolean }> {
  if (hub === undefined) return {};
  return { '/v1': { target: hub, ws: true }, '/health': { target: hub, ws: false } };
}

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      rolldownOptions: {
        input: { main: 'src/main/start/main.ts' },
        output: { entryFileNames: '[name].js' },
        // The bundler's own list of Node's modules is that of the Node it runs on.
        external: ['node:sqlite'],
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one file that requires nothing but electron.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: preloads,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [fromTheRoot, react(), pdfjsAssets()],
    build: {
      // A seat may be any current browser.
      target: 'es2022',
      minify: 'oxc',
      // Nothing is inlined as data: the content policy of windows allows none.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
    },
    worker: { format: 'es' },
    server: { proxy: toHub(process.env['NGHISU_HUB']) },
  },
});
