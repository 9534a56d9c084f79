import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256, type Sha256 } from '../../shared/records/ids.ts';
import type { BlobStore, OpenBlob } from '../store/blob-store.ts';
import { parseRange } from './byte-range.ts';
import type { ChunkCache } from './chunk-cache.ts';
import { refuse } from './http-refusal.ts';
import { faultFields, type Logger } from './logger.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import { securityHeaders } from './security-headers.ts';

/** What serving document bytes needs: the bytes, a cache of what is being sent, and who may read what. */
export interface BlobRoutePorts {
  readonly blobs: BlobStore;
  /** Texts that are no blobs yet. */
  readonly prepared: Pick<PreparedTexts, 'open'>;
  readonly chunks: ChunkCache;
  readonly logger: Logger;
  /** Refuses the request itself, and returns false, when its sender may not read this blob. */
  mayRead(request: FastifyRequest, reply: FastifyReply, name: Sha256): boolean;
}

/** Bytes per read and write: 64 KiB costs half the throughput, 1 MiB a quarter. */
const chunkBytes = 256 * 1024;

/** `GET` and `HEAD /v1/blobs/:sha256`, with one range, `If-Range` and `If-None-Match`. */
export function blobRoute(server: FastifyInstance, ports: BlobRoutePorts): void {
  server.get<{ Params: { sha256: string } }>('/v1/blobs/:sha256', async (request, reply) => {
    const name = sha256.safeParse(request.params.sha256);
    if (!name.success) return refuse(reply, 'blob/unknown');
    if (!ports.mayRead(request, reply, name.data)) return reply;
    const blob = (await ports.blobs.open(name.data)) ?? (await ports.prepared.open(name.data));
    if (blob === null) return refuse(reply, 'blob/unknown');
    try {
      await sendBlob(request, reply, { name: name.data, blob, chunks: ports.chunks });
    } catch (error) {
      // The answer has begun: breaking it off is the only way left to say that it is not whole.
      ports.logger.error('blob/unreadable', { sha256: name.data, ...faultFields(error) });
      reply.raw.destroy();
    } finally {
      await blob.close();
    }
    return reply;
  });
}

interface Sending {
  readonly name: Sha256;
  readonly blob: OpenBlob;
  readonly chunks: ChunkCache;
}

/** Writes straight to the response: the framework's streams would cost a third of the throughput. */
async function sendBlob(request: FastifyRequest, reply: FastifyReply, sending: Sending): Promise<void> {
  const { name, blob } = sending;
  const etag = `"${name}"`;
  reply.hijack();
  const response = reply.raw;
  const common = {
    ...securityHeaders,
    etag,
    'accept-ranges': 'bytes',
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
  };
  if (listsTag(request.headers['if-none-match'], etag)) return end(response.writeHead(304, common));
  const range = rangeOf(request, etag, blob.bytes);
  if (range.kind === 'unsatisfiable') {
    const missing = { ...common, 'content-range': `bytes */${blob.bytes}`, 'content-length': 0 };
    return end(response.writeHead(416, missing));
  }
  const { begin, end: until } = range.kind === 'part' ? range : { begin: 0, end: blob.bytes };
  const length = { ...common, 'content-length': until - begin };
  if (range.kind === 'part') {
    response.writeHead(206, { ...length, 'content-range': `bytes ${begin}-${until - 1}/${blob.bytes}` });
  } else response.writeHead(200, length);
  if (request.method === 'HEAD') return end(response);
  await writeBytes(response, sending, begin, until);
  return end(response);
}

function rangeOf(request: FastifyRequest, etag: string, length: number): ReturnType<typeof parseRange> {
  const condition = request.headers['if-range'];
  const holds = condition === undefined || condition === etag;
  return parseRange(holds ? request.headers.range : undefined, length);
}

async function writeBytes(
  response: ServerResponse,
  sending: Sending,
  begin: number,
  end: number,
): Promise<void> {
  for (let at = begin; at < end && !response.destroyed;) {
    const index = Math.floor(at / chunkBytes);
    const kept = sending.chunks.get(`${sending.name}/${index}`, () => readChunk(sending.blob, index));
    const chunk = kept instanceof Buffer ? kept : await kept;
    const first = index * chunkBytes;
    const piece = chunk.subarray(at - first, Math.min(end - first, chunk.byteLength));
    at += piece.byteLength;
    if (!response.write(piece)) await drained(response);
  }
}

async function readChunk(blob: OpenBlob, index: number): Promise<Buffer> {
  const begin = index * chunkBytes;
  const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes, blob.bytes - begin));
  const read = await blob.readInto(chunk, begin);
  if (read !== chunk.byteLength) throw new Error('a blob is shorter than it was');
  return chunk;
}

/** Waits until the peer has taken what was written, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.on('drain', go);
    response.on('close', go);
    if (response.destroyed) go();
  });
}

function end(response: ServerResponse): void {
  response.end();
}

function listsTag(header: string | undefined, etag: string): boolean {
  return header === '*' || (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
