import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { callerOf } from './caller.ts';
import { refuse } from './http-refusal.ts';
import type { Credentials } from '../store/credentials.ts';
import type { RoomView } from './room-view.ts';

export interface LogPorts {
  readonly credentials: Credentials;
  readonly view: Pick<RoomView, 'person'>;
  /** The whole log as signed lines. */
  exportLog(): Iterable<string>;
}

/** `GET /v1/log`, for the secretary at the console: the log with the room's signature, for `nghisu-verify`. */
export function logRoute(server: FastifyInstance, { credentials, view, exportLog }: LogPorts): void {
  server.get('/v1/log', (request, reply) => {
    const caller = callerOf(request, credentials);
    if (!caller.ok) return refuse(reply, caller.reason);
    const { device, session } = caller.value;
    const person = session === null ? null : view.person(session.participantId);
    if (person === null) return refuse(reply, 'access/not-signed-in');
    const isClerk = device.surface === 'clerk' && person.roles.includes('clerk');
    if (!isClerk) return refuse(reply, 'access/not-allowed');
    return reply
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="nghi-su-log.ndjson"')
      .send(Readable.from(exportLog(), { encoding: 'utf8' }));
  });
}
