import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  setupRequest,
  type RecoveryKeyMade,
  type SetupState,
} from '../../../shared/protocol/admin/room-setup.ts';
import type { RoomSetup } from '../../room-setup/open-room-setup.ts';
import { refuse } from '../http-refusal.ts';
import type { Logger } from '../logger.ts';
import { setupRoute } from './admin-guard.ts';

export interface AdminSetupPorts {
  readonly setup: RoomSetup;
  readonly logger: Logger;
  envelopeOf(recoveryKey: string): Promise<string>;
}

/**
 * `GET` and `POST /v1/admin/setup`: making a room at its first start. Nobody can be signed in yet, so it is open, to this
 * machine alone and only until there is a password.
 */
export function adminSetupRoute(
  server: FastifyInstance,
  { setup, logger, envelopeOf }: AdminSetupPorts,
): void {
  server.get(setupRoute, async (request, reply) => {
    if (!isHere(request)) return refuse(reply, 'setup/not-here');
    const state: SetupState = { isOpen: setup.isOpen(), bodies: setup.isOpen() ? await setup.bodies() : [] };
    return reply.header('cache-control', 'no-store').send(state);
  });
  server.post(setupRoute, async (request, reply) => {
    if (!isHere(request)) return refuse(reply, 'setup/not-here');
    const parsed = setupRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const made = await setup.make(parsed.data);
    if (!made.ok) return refuse(reply, made.reason);
    logger.info('room/made', { address: request.ip });
    const answer: RecoveryKeyMade = { recoveryKey: made.value, page: await envelopeOf(made.value) };
    return reply.code(201).header('cache-control', 'no-store').send(answer);
  });
}

/**
 * From this machine, and meaning it: a page of another site whose name leads here for a moment (DNS rebinding) asks with
 * that name.
 */
function isHere({ ip, host }: FastifyRequest): boolean {
  const isLoopback = ip === '::1' || ip === '::ffff:127.0.0.1' || (isIP(ip) === 4 && ip.startsWith('127.'));
  return isLoopback && /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host);
}
