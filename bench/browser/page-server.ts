import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { windowPolicy } from '../../src/shared/protocol/window-policy.ts';

/** Answers a request that is its own, and says so. */
export type Route = (request: IncomingMessage, response: ServerResponse) => boolean;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** Serves a built page on the loopback, after what `route` answers by itself. */
export async function servePage(
  folder: string,
  route: Route,
): Promise<{ readonly url: string; stop(): void }> {
  const server: Server = createServer((request, response) => {
    if (!route(request, response)) sendFile(folder, request.url ?? '/', response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function sendFile(folder: string, address: string, response: ServerResponse): void {
  const path = normalize(new URL(address, 'http://page').pathname);
  const file = join(folder, path === '/' ? 'index.html' : path);
  if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': windowPolicy,
  });
  createReadStream(file).pipe(response);
}
