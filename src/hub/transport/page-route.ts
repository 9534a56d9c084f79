import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './http-refusal.ts';
import { pageFileAt, type PageFile, type PageFiles } from './page-files.ts';

/** Serves the built interface: every GET that no other route has taken. Without files everything is unknown. */
export function pageRoute(server: FastifyInstance, files: PageFiles | null): void {
  server.setNotFoundHandler(async (request, reply) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const file = isReading && files !== null ? pageFileAt(files, pathOf(request)) : null;
    return file === null ? refuse(reply, 'command/unknown') : sendFile(request, reply, file);
  });
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile): Promise<FastifyReply> {
  const caching = file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  reply.code(200).headers({
    'content-type': file.type,
    etag: file.etag,
    'cache-control': caching,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const small = acceptsGzip(request) ? await file.gzipped() : null;
  if (small !== null) reply.header('content-encoding', 'gzip');
  const body = small ?? file.body;
  if (request.method === 'HEAD') return reply.header('content-length', body.byteLength).send();
  return reply.send(body);
}

function acceptsGzip(request: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split(/[?#]/, 1)[0] ?? '/';
}
