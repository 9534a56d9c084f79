import { createHash } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from './page-server.ts';

/** A document under measurement. */
export interface Paper {
  readonly size: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A document under the name that the hub would give it. */
export function namedPaper(size: string, bytes: Uint8Array): Paper {
  return { size, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Documents as the hub serves them, from any byte on. */
export function servePapers(papers: readonly Paper[]): Route {
  return (request, response) => {
    const found = papers.find(({ sha256 }) => request.url === `/v1/blobs/${sha256}`);
    if (found === undefined) return false;
    const { bytes } = found;
    const begin = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const range = { 'content-range': `bytes ${begin}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(request.headers.range === undefined ? 200 : 206, {
      'content-length': bytes.length - begin,
      ...(request.headers.range === undefined ? {} : range),
    });
    response.end(bytes.subarray(begin));
    return true;
  };
}

/** Puts what pdf.js loads while it draws beside the page that was built in `folder`. */
export function copyDecoders(folder: string): void {
  const source = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const target = join(folder, 'page', 'pdfjs');
  mkdirSync(target, { recursive: true });
  for (const each of ['wasm', 'standard_fonts', 'cmaps', 'iccs'])
    cpSync(join(source, each), join(target, each), { recursive: true });
}
