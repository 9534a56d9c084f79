import type { FileHandle } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { offerQuery } from '../../shared/protocol/updates.ts';
import type { Credentials } from '../store/credentials.ts';
import type { HubUpdates } from '../updates/hub-updates.ts';
import { parseRange } from './byte-range.ts';
import { callerOf } from './caller.ts';
import { refuse } from './http-refusal.ts';
import { securityHeaders } from './security-headers.ts';

export interface UpdatePorts {
  readonly updates: Pick<HubUpdates, 'offer' | 'mayFetch' | 'openFile' | 'isMeetingOpen'>;
  readonly credentials: Credentials;
}

interface FileParams {
  readonly version: string;
  readonly name: string;
}

/**
 * `GET /v1/updates/offer`: what this terminal should run. `GET /v1/updates/files/:version/:name`: the files of that
 * release, with one range. Only for devices of the room, only what is rolled out to them, never while a meeting is open.
 */
export function updateRoute(server: FastifyInstance, ports: UpdatePorts): void {
  const { updates, credentials } = ports;
  server.get('/v1/updates/offer', async (request, reply) => {
    const caller = callerOf(request, credentials, 'ignored');
    if (!caller.ok) return refuse(reply, caller.reason);
    const parsed = offerQuery.safeParse(request.query);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const offer = await updates.offer(caller.value.device, parsed.data);
    return reply.header('cache-control', 'no-store').send(offer);
  });
  server.get<{ Params: FileParams }>('/v1/updates/files/:version/:name', async (request, reply) => {
    const caller = callerOf(request, credentials, 'ignored');
    if (!caller.ok) return refuse(reply, caller.reason);
    const { version, name } = request.params;
    const code = updates.mayFetch(caller.value.device, version);
    if (code !== null) return refuse(reply, code);
    const file = await updates.openFile(version, name);
    if (file === null) return refuse(reply, 'update/not-here');
    try {
      await sendFile(request, reply, { file, isMeetingOpen: updates.isMeetingOpen });
    } finally {
      await file.close();
    }
    return reply;
  });
}

interface Sending {
  readonly file: FileHandle;
  /** A meeting that opens cuts what is being sent: the wire is the meeting's then. The terminal goes on later. */
  isMeetingOpen(): boolean;
}

const pieceBytes = 256 * 1024;

async function sendFile(request: FastifyRequest, reply: FastifyReply, sending: Sending): Promise<void> {
  const { size } = await sending.file.stat();
  const range = parseRange(request.headers.range, size);
  reply.hijack();
  const response = reply.raw;
  const common = {
    ...securityHeaders,
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store',
  };
  if (range.kind === 'unsatisfiable') {
    response.writeHead(416, { ...common, 'content-range': `bytes */${size}`, 'content-length': 0 }).end();
    return;
  }
  const { begin, end } = range.kind === 'part' ? range : { begin: 0, end: size };
  const length = { ...common, 'content-length': end - begin };
  if (range.kind === 'part') {
    response.writeHead(206, { ...length, 'content-range': `bytes ${begin}-${end - 1}/${size}` });
  } else response.writeHead(200, length);
  const piece = Buffer.alloc(pieceBytes);
  for (let at = begin; at < end && !response.destroyed;) {
    if (sending.isMeetingOpen()) return void response.destroy();
    // oxlint-disable-next-line no-await-in-loop
    const { bytesRead } = await sending.file.read(piece, 0, Math.min(pieceBytes, end - at), at);
    if (bytesRead === 0) return void response.destroy();
    at += bytesRead;
    // oxlint-disable-next-line no-await-in-loop
    await written(response, piece.subarray(0, bytesRead));
  }
  response.end();
}

/** Resolves when the piece has left the process, so that its buffer may be used again, or when the peer is gone. */
function written(response: FastifyReply['raw'], piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.write(piece, () => {
      response.off('close', resolve);
      resolve();
    });
  });
}
