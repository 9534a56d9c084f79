import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

/** A file of the interface, held in memory. */
export interface PageFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content, so a browser may keep it for ever. */
  readonly isImmutable: boolean;
  /** The body compressed, made once when first asked for; null for what is compressed already. */
  gzipped(): Promise<Buffer> | null;
}

/** The files of the built interface by the path under which they are served. Nothing else is ever read from the disk. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/vnd.iccprofile',
};

const compressed = new Set(['.png', '.woff2', '.ico']);

/** Where the interface's page is served besides `/`: one address per surface, and one per seat. */
export const surfacePath = /^\/(?:admin|chair|clerk|screen|seat(?:\/[A-Z]{1,2}[0-9]{1,2})?)?$/;

const page = '/index.html';

/** Reads the files under `folder` whose type is known. Throws when there is no `index.html`. */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const type = types[extname(path)];
    if (type === undefined || !statSync(path).isFile()) continue;
    const served = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(served, pageFile(served, readFileSync(path), type));
  }
  if (!files.has(page)) throw new Error(`there is no index.html in ${folder}`);
  return files;
}

/** The file for the path of a request, or null. Queries and fragments are not part of the path. */
export function pageFileAt(files: PageFiles, path: string): PageFile | null {
  return files.get(surfacePath.test(path) ? page : path) ?? null;
}

const compress = promisify(gzip);

function pageFile(served: string, body: Buffer, type: string): PageFile {
  let small: Promise<Buffer> | null = null;
  return {
    body,
    type,
    etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
    isImmutable: served.startsWith('/assets/') && /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(served),
    gzipped() {
      if (body.byteLength < 1024 || compressed.has(extname(served))) return null;
      small ??= compress(body, { level: 6 });
      return small;
    },
  };
}
