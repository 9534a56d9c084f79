import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../room/log-entry.ts';
import {
  addDocumentQuery,
  replaceDocumentQuery,
  type Added,
  type AddDocumentQuery,
  type Replaced,
  type ReplaceDocumentQuery,
  type IntakeFacts,
} from '../../shared/protocol/http.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import type { Result } from '../../shared/std/result.ts';
import type { Credentials } from '../store/credentials.ts';
import { callerOf, type Caller } from './caller.ts';
import type { DocumentIntake } from './document-intake.ts';
import { refuse } from './http-refusal.ts';
import type { Logger } from './logger.ts';
import type { RoomView } from './room-view.ts';

/** A connection on which nothing moves while a file is converted and checked is closed after this time. */
const longestWorkMs = 480_000;
/** The same between requests. */
const idleMs = 120_000;

export interface DocumentPorts {
  readonly credentials: Pick<Credentials, 'deviceOf' | 'sessionOf'>;
  readonly view: Pick<RoomView, 'viewerOf'>;
  readonly intake: DocumentIntake;
  /** What files the intake can make papers of. */
  readonly accepts: IntakeFacts;
  readonly logger: Logger;
  now(): number;
}

/** `POST /v1/documents`: the secretary adds a paper, or puts a text in the place of another; the body is the file. */
export function documentRoute(server: FastifyInstance, ports: DocumentPorts): void {
  void server.register(async (scope) => {
    // Only here is a body left as the stream it is.
    scope.addContentTypeParser(['application/pdf', 'application/octet-stream'], async () => undefined);
    scope.get('/v1/intake', (request, reply) => tellIntake(request, reply, ports));
    scope.post('/v1/documents', async (request, reply) => {
      const answered = await add(request, reply, ports);
      request.raw.resume(); // What was not read of a refused body is let through, so that its sender reads the refusal.
      return answered;
    });
  });
}

const documentQuery = z.union([addDocumentQuery, replaceDocumentQuery]);

/** What files are taken here, for any device of the room. */
function tellIntake(
  request: FastifyRequest,
  reply: FastifyReply,
  { credentials, accepts }: DocumentPorts,
): FastifyReply {
  const caller = callerOf(request, credentials, 'ignored');
  if (!caller.ok) return refuse(reply, caller.reason);
  return reply.header('cache-control', 'no-store').send(accepts);
}

async function add(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: DocumentPorts,
): Promise<FastifyReply> {
  const caller = callerOf(request, ports.credentials);
  if (!caller.ok) return refuse(reply, caller.reason);
  const actor = actorOf(caller.value, ports.view);
  if (actor === null)
    return refuse(reply, caller.value.session === null ? 'access/not-signed-in' : 'access/not-allowed');
  const query = documentQuery.safeParse(request.query);
  if (!query.success) return refuse(reply, 'command/malformed');
  const begun = ports.now();
  const added = await takeIn(request, query.data, actor, ports);
  const about = { deviceId: caller.value.device.id, ms: ports.now() - begun };
  if (added === null) {
    ports.logger.info('document/broken-off', about);
    return reply.hijack();
  }
  if (!added.ok) {
    ports.logger.warn('document/refused', { ...about, code: added.reason });
    return refuse(reply, added.reason);
  }
  const done = 'replaces' in query.data ? 'document/replaced' : 'document/added';
  ports.logger.info(done, { ...about, documentId: added.value.documentId });
  return reply.code(201).header('cache-control', 'no-store').send(added.value);
}

/** Null when the sender is gone before the end of the file. */
async function takeIn(
  request: FastifyRequest,
  query: AddDocumentQuery | ReplaceDocumentQuery,
  actor: Actor,
  { intake }: DocumentPorts,
): Promise<Result<Added | Replaced, RefusalCode> | null> {
  const gone = new AbortController();
  // A conversion sends nothing for as long as it takes.
  request.socket.setTimeout(longestWorkMs);
  const leave = (): void => gone.abort();
  request.socket.once('close', leave);
  try {
    // The request lives on after a refusal: destroying it would cut off the answer too.
    const source = request.raw.iterator({ destroyOnReturn: false });
    const taken =
      'replaces' in query
        ? await intake.replace(source, query, actor, gone.signal)
        : await intake.add(source, query, actor, gone.signal);
    return gone.signal.aborted && !taken.ok ? null : taken;
  } catch (error) {
    if (request.raw.errored !== null || request.socket.destroyed) return null;
    throw error;
  } finally {
    request.socket.off('close', leave);
    request.socket.setTimeout(idleMs);
  }
}

/** The secretary at his or her console; everybody else is turned away before the file is read. */
function actorOf(caller: Caller, view: DocumentPorts['view']): Actor | null {
  const { device, session } = caller;
  const viewer = view.viewerOf(device, session);
  if (session === null || device.surface !== 'clerk' || !viewer.atConsole) return null;
  const { surface, personId } = viewer;
  return { deviceId: device.id, surface, personId, participantId: session.participantId };
}
