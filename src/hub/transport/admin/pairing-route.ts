import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readSeatList, type ExpectedSeat } from '../../../shared/domain/pairing/seat-list.ts';
import {
  acceptMachine,
  longestSeatList,
  openPairingWindow,
  type MachineAccepted,
  type PairingOverview,
  type PairingWindowOpened,
} from '../../../shared/protocol/admin/pairing.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import { ok, type Result } from '../../../shared/std/result.ts';
import type { PairingDesk } from '../../pairing/pairing-desk.ts';
import type { Certificate } from '../../store/certificate.ts';
import { refuse } from '../http-refusal.ts';
import type { Logger } from '../logger.ts';

/** The window of pairing: the desk, and the door that stands open as long. */
export interface PairingWindow {
  readonly desk: PairingDesk;
  readonly authority: Pick<Certificate, 'sha256' | 'pem'>;
  addresses(): readonly string[];
  pairingPort(): number | null;
  open(minutes: number, seats: readonly ExpectedSeat[]): Promise<Result<null, RefusalCode>>;
  close(): Promise<void>;
}

export interface PairingNetwork {
  /** Null while the hub has no doors to the network. */
  readonly pairing: PairingWindow | null;
}

export interface AdminPairingPorts {
  readonly network: PairingNetwork;
  readonly logger: Logger;
}

const numberInPath = z.strictObject({ number: z.coerce.number().int().positive() });

/** What a list of seats takes, and what JSON makes of its quotes and line breaks. */
const bodyLimit = 4 * longestSeatList;

/** `/v1/admin/pairing…`: IT opens the window, compares codes and decides. */
export function adminPairingRoute(server: FastifyInstance, { network, logger }: AdminPairingPorts): void {
  /** Answers by the pairing of the hub, or refuses where there is none. */
  const withPairing =
    (answer: (pairing: PairingWindow, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    (request: FastifyRequest, reply: FastifyReply): unknown =>
      network.pairing === null
        ? refuse(reply, 'pairing/no-doors')
        : answer(network.pairing, request, unkept(reply));

  server.get('/v1/admin/pairing', (_request, reply) => unkept(reply).send(overviewOf(network.pairing)));
  server.post('/v1/admin/pairing/window', { bodyLimit }, withPairing(openWindow));
  server.delete(
    '/v1/admin/pairing/window',
    withPairing(async (pairing, _request, reply) => {
      await pairing.close();
      return reply.code(204).send();
    }),
  );
  server.get(
    '/v1/admin/pairing/ticket',
    withPairing(({ desk }, _request, reply) => {
      const ticket = desk.ticket();
      return ticket === null ? refuse(reply, 'pairing/closed') : reply.send(ticket);
    }),
  );
  server.get(
    '/v1/admin/pairing/authority',
    withPairing(({ authority }, _request, reply) => reply.type('application/x-pem-file').send(authority.pem)),
  );
  server.post(
    '/v1/admin/pairing/machines/:number/accept',
    withPairing(({ desk }, request, reply) => {
      const path = numberInPath.safeParse(request.params);
      const place = acceptMachine.safeParse(request.body);
      if (!path.success || !place.success) return refuse(reply, 'command/malformed');
      const accepted = desk.accept(path.data.number, place.data);
      if (!accepted.ok) return refuse(reply, accepted.reason);
      logger.info('pairing/accepted', { deviceId: accepted.value, surface: place.data.surface });
      return reply.send({ deviceId: accepted.value } satisfies MachineAccepted);
    }),
  );
  server.post(
    '/v1/admin/pairing/machines/:number/refuse',
    withPairing(({ desk }, request, reply) => {
      const path = numberInPath.safeParse(request.params);
      if (!path.success) return refuse(reply, 'command/malformed');
      const turnedAway = desk.refuse(path.data.number);
      return turnedAway.ok ? reply.code(204).send() : refuse(reply, turnedAway.reason);
    }),
  );
}

async function openWindow(
  pairing: PairingWindow,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const parsed = openPairingWindow.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const { minutes, seatList } = parsed.data;
  const seats = seatList === null ? ok([]) : readSeatList(seatList);
  if (!seats.ok) {
    const answer: PairingWindowOpened = { closesAt: null, problems: [...seats.reason] };
    return reply.send(answer);
  }
  const opened = await pairing.open(minutes, seats.value);
  if (!opened.ok) return refuse(reply, opened.reason);
  return reply.send({ closesAt: pairing.desk.closesAt, problems: [] } satisfies PairingWindowOpened);
}

function overviewOf(pairing: PairingWindow | null): PairingOverview {
  return {
    closesAt: pairing?.desk.closesAt ?? null,
    hasDoors: pairing !== null,
    addresses: [...(pairing?.addresses() ?? [])],
    pairingPort: pairing?.pairingPort() ?? null,
    authoritySha256: pairing?.authority.sha256 ?? null,
    machines: (pairing?.desk.list() ?? []).map((machine) => ({ ...machine, macs: [...machine.macs] })),
    seats: (pairing?.desk.seats ?? []).map(({ seat, deviceId }) => ({ ...seat, deviceId })),
  };
}

function unkept(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}
