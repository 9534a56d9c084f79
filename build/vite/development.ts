import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { windowsConfig } from './windows.ts';

const hub = process.env['NGHISU_HUB'];

/** The windows for `npm run dev`: served by Vite, and what they ask of the room is passed on to a running hub. */
export default defineConfig({
  ...windowsConfig(),
  root: fileURLToPath(new URL('../../src/renderer', import.meta.url)),
  server: {
    port: 5173,
    strictPort: true,
    proxy: hub === undefined ? {} : { '/v1': { target: hub, ws: true }, '/health': { target: hub } },
  },
});
