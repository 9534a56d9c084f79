import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The gallery lives beside the windows, so the bare address would find nothing. */
const openAtGallery: Plugin = {
  name: 'open-at-gallery',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (request.url !== '/') return next();
      response.statusCode = 302;
      response.setHeader('location', '/gallery/');
      response.end();
    });
  },
};

/** `npm run stories`; a built gallery is previewed under the windows' own policy, to prove that nothing injects style. */
export default defineConfig({
  plugins: [react(), openAtGallery],
  server: { port: 6006 },
  optimizeDeps: { entries: ['gallery/index.html'] },
  preview: {
    port: 6007,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'",
    },
  },
  build: {
    outDir: '../../out/gallery',
    emptyOutDir: true,
    rolldownOptions: { input: 'src/renderer/gallery/index.html' },
  },
});
