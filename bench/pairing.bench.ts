import { once } from 'node:events';
import { join } from 'node:path';
import type { AddressInfo, TcpNetConnectOpts } from 'node:net';
import { connect, createServer, type ConnectionOptions, type Server } from 'node:tls';
import { startOpenHub, type OpenHub } from '../src/hub/audit/open-room.ts';
import { beginPairing, finishPairing, newMachine, seatWish } from '../src/hub/audit/paired-machine.ts';
import { openAuthority } from '../src/hub/store/authority.ts';
import type { Authority } from '../src/hub/store/certificate.ts';
import { readSeatList } from '../src/shared/domain/pairing/seat-list.ts';
import { deviceId } from '../src/shared/records/ids.ts';
import { must, present } from '../src/shared/std/must.ts';
import type { Bench } from './measure/bench.ts';
import { compare } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';

const terminals = 60;
/** A terminal that begins, reveals and asks makes three connections, and the room notes it durably. */
const atMost = 3;

/**
 * Sixty machines at once become devices of a room: the list of seats is read, each shows the ticket and leaves with its
 * certificate, over real TLS. The limit is what none can do without: a key, a request, one handshake and one signature
 * for each, with nothing decided or kept. Machines and hub share this process in both.
 */
export const pairing: Bench = {
  name: 'pairing',
  async run({ folder, quick }) {
    const hub = await startOpenHub(join(folder, 'room'), { isEmpty: true });
    const authority = await openAuthority(join(folder, 'room'), hub.store.roomId);
    const bare = await startBare(authority);
    try {
      const measured = await inRounds(
        { hub: () => pairAll(hub), bare: () => signAll((bare.address() as AddressInfo).port) },
        quick ? 2 : 12,
      );
      const figure = (what: string, name: 'all' | 'each', unit: string, limit: number | null) =>
        compare({
          what,
          size: `${terminals} terminals`,
          unit,
          ours: measured.hub[name],
          limit: measured.bare[name],
          against: 'bare handshake and signature',
          target: limit === null ? null : { atMost: limit },
        });
      return [
        figure('pairing from a list of seats, all', 'all', 'ms', atMost),
        figure('pairing from a list of seats, for each', 'each', 'ms', null),
      ];
    } finally {
      bare.close();
      await hub.stop();
    }
  },
};

interface Took extends Readonly<Record<'all' | 'each', number>> {
  readonly all: number;
  readonly each: number;
}

const seats = Array.from({ length: terminals }, (_, at) => `B${at + 1}`);
const list = ['name,seat,role,mac', ...seats.map((seat) => `May ${seat},${seat},seat,`)].join('\n');

/** Every machine has an address of its own, as in a room. */
const addressOf = (at: number): string => `127.0.2.${at + 1}`;

async function pairAll(hub: OpenHub): Promise<Took> {
  const { credentials } = hub.store;
  for (const { id } of credentials.members()) credentials.revoke(id, 1);
  const begun = performance.now();
  const expected = readSeatList(list);
  must(expected.ok, 'the list is sound');
  await hub.openWindow(expected.value);
  const ticket = present(hub.network.pairing?.desk.ticket() ?? undefined, 'a ticket');
  const port = hub.pairingPort();
  await Promise.all(
    seats.map(async (seat, at) => {
      const options = { ticket, localAddress: addressOf(at) };
      const paired = await finishPairing(await beginPairing(port, seatWish(seat), options));
      must(paired.device.seat === seat, 'each has its own seat');
    }),
  );
  return took(begun);
}

async function startBare(authority: Authority): Promise<Server> {
  const { certificate, privateKey } = await authority.issueForHub([]);
  const server = createServer({ cert: certificate, key: privateKey, minVersion: 'TLSv1.3' }, (socket) => {
    socket.once('data', (csr: Buffer) => {
      void authority
        .issueForDevice(new Uint8Array(csr), deviceId.parse('d-bare'))
        .then((issued) => socket.end(present(issued ?? undefined, 'a certificate').pem));
    });
  });
  server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 });
  await once(server, 'listening');
  return server;
}

async function signAll(port: number): Promise<Took> {
  const begun = performance.now();
  await Promise.all(
    seats.map(async (_seat, at) => {
      const { csr } = await newMachine();
      const from: TcpNetConnectOpts & ConnectionOptions = {
        host: '127.0.0.1',
        port,
        localAddress: addressOf(at),
        rejectUnauthorized: false,
      };
      const socket = connect(from);
      socket.write(csr);
      const [pem] = (await once(socket, 'data')) as [Buffer];
      must(pem.toString().startsWith('-----BEGIN CERTIFICATE'), 'a certificate has come');
      socket.destroy();
    }),
  );
  return took(begun);
}

function took(begun: number): Took {
  const all = performance.now() - begun;
  return { all, each: all / terminals };
}
