import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'electron-vite';
import { mergeConfig } from 'vite';
import { windowsConfig } from './build/vite/windows.ts';

/** One preload per trust tier: every file directly in src/preload. */
const preloads = Object.fromEntries(
  readdirSync(new URL('src/preload/', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))
    .map((name) => [basename(name, '.ts'), `src/preload/${name}`]),
);

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      // What is imported from outside runs before what is bundled, and this one needs a bundled polyfill first.
      externalizeDeps: { exclude: ['@peculiar/x509'] },
      rolldownOptions: {
        input: {
          main: 'src/main/start/main.ts',
          'pin-thread': 'src/main/keys/pin-thread.ts',
          'hub-entry': 'src/main/hub-host/hub-entry.ts',
        },
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
  renderer: mergeConfig(windowsConfig(), {
    build: {
      rolldownOptions: { input: ['src/renderer/index.html', 'src/renderer/plain.html'] },
    },
  }),
});
