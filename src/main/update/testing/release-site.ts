import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReleaseKey, ReleaseTrust } from '../../../shared/update/check-release.ts';
import type { FetchAtHub } from '../../hub-link/hub-door.ts';
import { verifySignature } from '../verify-signature.ts';

/** A key that signs releases in tests. */
export interface TestKey {
  readonly key: ReleaseKey;
  readonly privateKey: KeyObject;
}

export function newTestKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(String(publicKey.export({ format: 'jwk' })['x']), 'base64url');
  const id = createHash('sha256').update(raw).digest('hex').slice(0, 16);
  return { key: { id, publicKey: raw.toString('base64') }, privateKey };
}

/** What a program believes that was made with a key. */
export function trustIn({ key }: TestKey): ReleaseTrust {
  return { keys: [key], verify: verifySignature };
}

/** The files of a release by name, as electron-builder and `sign-release` make them. */
export function releaseFiles(version: string, { key, privateKey }: TestKey): Map<string, Buffer> {
  const installer = (name: string): Buffer => Buffer.from(`${name} ${version}\n`.repeat(60_000));
  const parts = {
    'latest.yml': [`NghiSu-${version}-win-x64.exe`],
    'latest-linux.yml': [`NghiSu-${version}-linux-x86_64.AppImage`, `NghiSu-${version}-linux-amd64.deb`],
  };
  const files = new Map<string, Buffer>();
  for (const [name, installers] of Object.entries(parts)) {
    const entries = installers.map((file) => {
      const bytes = installer(file);
      files.set(file, bytes);
      const sha512 = createHash('sha512').update(bytes).digest('base64');
      return `  - url: ${file}\n    sha512: ${sha512}\n    size: ${bytes.length}\n`;
    });
    const text = Buffer.from(`version: ${version}\nfiles:\n${entries.join('')}`);
    files.set(name, text);
    files.set(`${name}.sig`, Buffer.from(`${key.id} ${sign(null, text, privateKey).toString('base64')}\n`));
  }
  return files;
}

/** A hub that serves one release, and what a test can make go wrong on the way. */
export interface ReleaseSite {
  readonly files: Map<string, Buffer>;
  readonly fetch: FetchAtHub;
  /** Requests so far: the file's name, and its range if it had one. */
  readonly asked: string[];
  /** Bytes of an installer after which the next answer is cut off; null for never. */
  cutAfter: number | null;
  /** Answers everything with this code; null to answer properly. */
  refuseWith: { readonly status: number; readonly code: string } | null;
  stop(): Promise<void>;
}

/** Serves a release as the hub's route does: over real sockets, with one range. */
export async function startReleaseSite(files: Map<string, Buffer>): Promise<ReleaseSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => answer(request, response, site));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: ReleaseSite = {
    files,
    asked,
    cutAfter: null,
    refuseWith: null,
    fetch: (path, init) => fetch(new URL(path, base), init),
    stop: () => stopServer(server),
  };
  return site;
}

function answer(request: IncomingMessage, response: ServerResponse, site: ReleaseSite): void {
  const name = decodeURIComponent(String(request.url).split('/').at(-1) ?? '');
  const { range } = request.headers;
  site.asked.push(range === undefined ? name : `${name} ${range}`);
  if (site.refuseWith !== null) {
    response.writeHead(site.refuseWith.status).end(JSON.stringify({ code: site.refuseWith.code }));
    return;
  }
  const bytes = site.files.get(name);
  if (bytes === undefined) return void response.writeHead(404).end('{}');
  const begin = range === undefined ? 0 : Number(/^bytes=(\d+)-$/.exec(range)?.[1]);
  const length = { 'content-length': bytes.length - begin };
  if (range === undefined) response.writeHead(200, length);
  else
    response.writeHead(206, {
      ...length,
      'content-range': `bytes ${begin}-${bytes.length - 1}/${bytes.length}`,
    });
  if (site.cutAfter === null || !name.startsWith('NghiSu')) return void response.end(bytes.subarray(begin));
  const end = begin + site.cutAfter;
  site.cutAfter = null;
  response.write(bytes.subarray(begin, end), () => setTimeout(() => response.destroy(), 20));
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
