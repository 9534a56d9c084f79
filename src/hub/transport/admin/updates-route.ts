import type { FastifyInstance } from 'fastify';
import { importRequest, rollOut, type UpdatesOverview } from '../../../shared/protocol/updates.ts';
import type { Credentials } from '../../store/credentials.ts';
import type { HubUpdates } from '../../updates/hub-updates.ts';
import { refuse } from '../http-refusal.ts';

export interface AdminUpdatesPorts {
  readonly updates: HubUpdates;
  readonly credentials: Pick<Credentials, 'members'>;
  /** The version of the program. */
  readonly version: string;
}

/**
 * Updates of the room, for IT: `GET /v1/admin/updates`, `POST /v1/admin/updates/import` from a folder or stick of the
 * hub's own machine, `PUT /v1/admin/updates/roll-out`.
 */
export function adminUpdatesRoute(
  server: FastifyInstance,
  { updates, credentials, version }: AdminUpdatesPorts,
): void {
  server.get('/v1/admin/updates', async (_request, reply) => {
    const members = new Set(credentials.members().map(({ id }) => id));
    const overview: UpdatesOverview = {
      hubVersion: version,
      releases: [...(await updates.releases())],
      rollOut: updates.rollOut(),
      // What a machine has said that was turned out since is nobody's any more.
      terminals: updates.terminals().filter(({ deviceId }) => members.has(deviceId)),
      isMeetingOpen: updates.isMeetingOpen(),
    };
    return reply.header('cache-control', 'no-store').send(overview);
  });
  server.post('/v1/admin/updates/import', async (request, reply) => {
    const parsed = importRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const taken = await updates.take(parsed.data.folder);
    return taken.ok ? reply.code(201).send(taken.value) : refuse(reply, taken.reason);
  });
  server.put('/v1/admin/updates/roll-out', async (request, reply) => {
    const parsed = rollOut.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const rolled = await updates.rollOutTo(parsed.data);
    return rolled.ok ? reply.send(rolled.value) : refuse(reply, rolled.reason);
  });
}
