import { createReadStream, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';

/** What pdf.js fetches by address while it draws: character maps, the 14 fonts, image decoders, colour profiles. */
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

const contentTypes: Readonly<Record<string, string>> = {
  '.wasm': 'application/wasm',
  '.js': 'text/javascript',
  '.icc': 'application/vnd.iccprofile',
};

/**
 * Serves the files of pdf.js that are fetched by address under `/pdfjs/<folder>/`, in a build and in development,
 * so that pages of every font and image format can be drawn without a network.
 */
export function pdfjsAssets(): Plugin {
  const source = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  return {
    name: 'pdfjs-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs', serveFrom(source));
    },
    async writeBundle(options) {
      if (options.dir === undefined) throw new Error('pdfjs-assets: the build has no output folder');
      const target = join(options.dir, 'pdfjs');
      await Promise.all(
        folders.map((folder) => cp(join(source, folder), join(target, folder), { recursive: true })),
      );
    },
  };
}

function serveFrom(source: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/\?.*$/, '')));
    const file = join(source, path);
    if (!folders.some((folder) => path.startsWith(`/${folder}/`)) || !existsSync(file)) return next();
    response.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  };
}
