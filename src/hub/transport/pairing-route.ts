import type { FastifyInstance } from 'fastify';
import { beginPairingRequest, hex32, revealPairingRequest } from '../../shared/protocol/pairing.ts';
import { refused } from '../../shared/std/result.ts';
import type { PairingDesk } from '../pairing/pairing-desk.ts';
import { refuse } from './http-refusal.ts';
import type { Logger } from './logger.ts';

export interface PairingRoutePorts {
  /** The pairing door leads here, so that there is a desk whenever somebody asks. */
  readonly network: { readonly pairing: { readonly desk: PairingDesk } | null };
  readonly logger: Logger;
}

/** A certificate request and a few names. */
const bodyLimit = 16 * 1024;

const closed = refused('pairing/closed' as const);
const unknown = refused('pairing/unknown' as const);

/** `/pair/v1/…`, at the pairing door alone. */
export function pairingRoute(server: FastifyInstance, { network, logger }: PairingRoutePorts): void {
  server.post('/pair/v1/begin', { bodyLimit }, async (request, reply) => {
    const parsed = beginPairingRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const begun = network.pairing?.desk.begin(parsed.data, request.ip) ?? closed;
    logger.info('pairing/begun', { address: request.ip, ...(begun.ok ? {} : { code: begun.reason }) });
    if (!begun.ok) return refuse(reply, begun.reason);
    return reply.code(201).header('cache-control', 'no-store').send(begun.value);
  });

  server.post('/pair/v1/reveal', { bodyLimit }, async (request, reply) => {
    const parsed = revealPairingRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const revealed = (await network.pairing?.desk.reveal(parsed.data)) ?? closed;
    logger.info('pairing/revealed', {
      address: request.ip,
      ...(revealed.ok ? {} : { code: revealed.reason }),
    });
    if (!revealed.ok) return refuse(reply, revealed.reason);
    return reply.code(204).send();
  });

  server.get<{ Params: { pairingId: string } }>('/pair/v1/outcome/:pairingId', async (request, reply) => {
    const pairingId = hex32.safeParse(request.params.pairingId);
    const outcome = pairingId.success ? (network.pairing?.desk.outcome(pairingId.data) ?? closed) : unknown;
    if (!outcome.ok) return refuse(reply, outcome.reason);
    return reply.header('cache-control', 'no-store').send(outcome.value);
  });
}
