import { X509Certificate } from 'node:crypto';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commitment, pairingCode } from '../../shared/domain/pairing/pairing-code.ts';
import {
  machineAccepted,
  pairingOverview,
  pairingWindowOpened,
} from '../../shared/protocol/admin/pairing.ts';
import { deviceList } from '../../shared/protocol/admin/devices.ts';
import {
  hubServerName,
  pairingBegun,
  pairingTicket,
  type PairingTicket,
} from '../../shared/protocol/pairing.ts';
import { roomId } from '../../shared/records/ids.ts';
import { openAuthority } from '../store/authority.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { attachOverTls } from './live-over-tls.ts';
import { startOpenHub, type OpenHub } from './open-room.ts';
import {
  askOverTls,
  askPairing,
  beginPairing,
  fingerprintOf,
  finishPairing,
  knock,
  newMachine,
  revealOf,
  seatWish,
  type Answer,
} from './paired-machine.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

const folder = temporaryFolder();
let hub: OpenHub;
let clock = 1_790_000_000_000;
beforeAll(async () => {
  hub = await startOpenHub(folder.path, { now: () => clock, browsers: true });
});
afterEach(async () => {
  await hub.network.pairing?.close();
  if (hub.faults.length > 0) throw new Error('the hub had a fault', { cause: hub.faults[0] });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const overview = async () => pairingOverview.parse((await hub.admin('GET', '/v1/admin/pairing')).body);
const openWindow = async (seatList: string | null = null, minutes = 10) =>
  pairingWindowOpened.parse(
    (await hub.admin('POST', '/v1/admin/pairing/window', { minutes, seatList })).body,
  );
const ticketOf = async (): Promise<PairingTicket> =>
  pairingTicket.parse((await hub.admin('GET', '/v1/admin/pairing/ticket')).body);
const decide = (number: number, decision: 'accept' | 'refuse', body: unknown) =>
  hub.admin('POST', `/v1/admin/pairing/machines/${number}/${decision}`, body);
const codeOf = ({ status, body }: Answer): unknown[] => [status, (body as { code?: string }).code];
const begin = (body: object): Promise<Answer> => askPairing(hub.pairingPort(), 'begin', body);
const begunBy = async (
  wish = seatWish('A01'),
  machine = null as Awaited<ReturnType<typeof newMachine>> | null,
) => {
  const own = machine ?? (await newMachine());
  const answer = await begin({
    protocol: protocolVersion,
    commitment: commitment({ csr: own.csr, terminalNonce: own.terminalNonce, wish }),
    wish,
    ticketProof: null,
  });
  return { machine: own, answer, begun: pairingBegun.parse(answer.body) };
};

describe('pairing by comparison', () => {
  it('[PAIR-1] shows the same code at both screens, and makes the machine a device when IT accepts', async () => {
    await openWindow();
    const begun = await beginPairing(hub.pairingPort(), seatWish('A01'));
    const [machine] = (await overview()).machines;
    expect(machine).toMatchObject({
      standing: 'waiting',
      code: begun.code,
      seat: 'A01',
      machineName: 'MAY-A01',
    });
    expect((await begun.outcome()).body).toEqual({ status: 'waiting' });
    const accepted = await decide(machine?.number ?? 0, 'accept', { surface: 'seat', seat: 'A02' });
    const { deviceId } = machineAccepted.parse(accepted.body);
    const paired = await finishPairing(begun);
    expect(paired.device).toMatchObject({
      deviceId,
      seat: 'A02',
      terminalPort: hub.terminalPort,
      unlockHash: expect.any(String),
    });
    expect(
      new X509Certificate(paired.device.certificate).checkIssued(new X509Certificate(paired.authority)),
    ).toBe(true);
    expect((await overview()).machines[0]).toMatchObject({
      standing: 'accepted',
      code: null,
      isFetched: true,
    });
    const line = await attachOverTls(hub.terminalPort, paired);
    const { devices } = deviceList.parse((await hub.admin('GET', '/v1/admin/devices')).body);
    expect(devices).toContainEqual(
      expect.objectContaining({
        deviceId,
        seat: 'A02',
        joined: 'certificate',
        isLinked: true,
        name: 'MAY-A01',
      }),
    );
    line.close();
  });

  it('[PAIR-1] shows the hub at the pairing door by a certificate of the very authority that it names', async () => {
    await openWindow();
    const { begun } = await begunBy();
    const socket = connectTls({
      host: '127.0.0.1',
      port: hub.pairingPort(),
      ca: [begun.authority],
      servername: hubServerName(hub.store.roomId),
    });
    await new Promise((resolve) => socket.once('secureConnect', resolve));
    expect([socket.authorized, socket.getProtocol()]).toEqual([true, 'TLSv1.3']);
    socket.destroy();
  });

  it('[PAIR-1] somebody in between who puts in another request or authority is shown by the codes', async () => {
    await openWindow();
    const victim = await newMachine();
    const wish = seatWish('A01');
    const stranger = await beginPairing(hub.pairingPort(), wish);
    const evilFolder = temporaryFolder();
    const evil = await openAuthority(evilFolder.path, roomId.parse('room-seeded'));
    const hubCode = (await overview()).machines.at(-1)?.code;
    expect(hubCode).toBe(stranger.code);
    const shown = (authority: Uint8Array): string =>
      pairingCode({
        csr: victim.csr,
        terminalNonce: victim.terminalNonce,
        wish,
        authority,
        hubNonce: new Uint8Array(32),
      });
    expect(shown(evil.certificate.der)).not.toBe(hubCode);
    expect(shown(new Uint8Array(new X509Certificate(stranger.authority).raw))).not.toBe(hubCode);
    evilFolder.remove();
  });

  it('[PAIR-2] a reveal counts once, for what was committed to, and for nobody else', async () => {
    await openWindow();
    const { begun, machine } = await begunBy();
    const other = await newMachine();
    const reveal = (body: object): Promise<Answer> => askPairing(hub.pairingPort(), 'reveal', body);
    expect(codeOf(await reveal(revealOf('0'.repeat(64), machine)))).toEqual([404, 'pairing/unknown']);
    expect((await reveal(revealOf(begun.pairingId, machine))).status).toBe(204);
    expect(codeOf(await reveal(revealOf(begun.pairingId, machine)))).toEqual([
      409,
      'pairing/revealed-already',
    ]);
    expect(codeOf(await reveal(revealOf(begun.pairingId, other)))).toEqual([409, 'pairing/revealed-already']);
    const swapped = await begunBy();
    expect(codeOf(await reveal(revealOf(swapped.begun.pairingId, other)))).toEqual([
      409,
      'pairing/commitment-broken',
    ]);
    const outcome = await askPairing(hub.pairingPort(), `outcome/${swapped.begun.pairingId}`);
    expect(outcome.body).toEqual({ status: 'refused' });
    expect(codeOf(await reveal(revealOf(swapped.begun.pairingId, swapped.machine)))).toEqual([
      409,
      'pairing/revealed-already',
    ]);
  });

  it('[PAIR-2] whoever repeats what a machine has sent gets a code of its own, and a certificate without the key', async () => {
    await openWindow();
    const machine = await newMachine();
    const first = await beginPairing(hub.pairingPort(), seatWish('A01'), { machine });
    const repeated = await beginPairing(hub.pairingPort(), seatWish('A01'), { machine });
    expect(repeated.code).not.toBe(first.code);
    expect((await overview()).machines.map(({ code }) => code)).toEqual([first.code, repeated.code]);
  });

  it('[PAIR-2] what came of a pairing is told to whoever began it alone', async () => {
    await openWindow();
    const begun = await beginPairing(hub.pairingPort(), seatWish('A05'));
    const { machines } = await overview();
    await decide(machines.at(-1)?.number ?? 0, 'accept', { surface: 'seat', seat: 'A05' });
    const asked = await Promise.all(
      ['0'.repeat(64), begun.pairingId.replace(/./, (digit) => (digit === '0' ? '1' : '0')), '1', 'x'].map(
        (id) => askPairing(hub.pairingPort(), `outcome/${id}`),
      ),
    );
    for (const answer of asked) expect(codeOf(answer)).toEqual([404, 'pairing/unknown']);
    expect(JSON.stringify(await overview())).not.toContain(begun.pairingId);
    expect(hub.lines.join('\n')).not.toContain(begun.pairingId);
  });

  it('[PAIR-3] a request that is none for such a key is refused', async () => {
    await openWindow();
    const good = await newMachine();
    const machine = { ...good, csr: new Uint8Array([...good.csr, 0]) };
    const { begun } = await begunBy(seatWish('A01'), machine);
    const answer = await askPairing(hub.pairingPort(), 'reveal', revealOf(begun.pairingId, machine));
    expect(codeOf(answer)).toEqual([409, 'pairing/bad-request']);
  });

  it('[PAIR-3] IT turns a machine away, and decides once', async () => {
    await openWindow();
    const begun = await beginPairing(hub.pairingPort(), seatWish(null));
    const number = (await overview()).machines.at(-1)?.number ?? 0;
    expect(codeOf(await decide(number, 'accept', { surface: 'seat', seat: null }))).toEqual([
      409,
      'pairing/seat-needed',
    ]);
    expect((await decide(number, 'refuse', undefined)).status).toBe(204);
    expect((await begun.outcome()).body).toEqual({ status: 'refused' });
    expect(codeOf(await decide(number, 'accept', { surface: 'seat', seat: 'A07' }))).toEqual([
      409,
      'pairing/decided-already',
    ]);
    expect(codeOf(await decide(999, 'refuse', undefined))).toEqual([404, 'pairing/unknown']);
  });

  it('[PAIR-3] a seat whose terminal is there is not given away', async () => {
    await openWindow();
    const first = await beginPairing(hub.pairingPort(), seatWish('A06'));
    await decide((await overview()).machines.at(-1)?.number ?? 0, 'accept', { surface: 'seat', seat: 'A06' });
    const line = await attachOverTls(hub.terminalPort, await finishPairing(first));
    await beginPairing(hub.pairingPort(), seatWish('A06'));
    const number = (await overview()).machines.at(-1)?.number ?? 0;
    expect(codeOf(await decide(number, 'accept', { surface: 'seat', seat: 'A06' }))).toEqual([
      409,
      'access/seat-taken',
    ]);
    line.close();
  });
});

describe('the window', () => {
  it('[PAIR-4] nobody is heard while it is closed: not a byte, for the door is not there', async () => {
    expect((await overview()).pairingPort).toBeNull();
    await openWindow();
    const port = hub.pairingPort();
    expect((await knock({ port })).bytes).toBeGreaterThan(0);
    await hub.admin('DELETE', '/v1/admin/pairing/window');
    expect(await knock({ port })).toMatchObject({ bytes: 0, shook: false, end: 'ECONNREFUSED' });
  });

  it('[PAIR-4] when its time is over nobody begins, reveals or is accepted, whatever the door does', async () => {
    await openWindow(null, 5);
    const begun = await beginPairing(hub.pairingPort(), seatWish('A08'));
    const late = await begunBy();
    const number = (await overview()).machines.find(({ standing }) => standing === 'waiting')?.number ?? 0;
    clock += 5 * 60_000;
    expect(
      codeOf(
        await begin({ protocol: 1, commitment: '0'.repeat(64), wish: seatWish('A08'), ticketProof: null }),
      ),
    ).toEqual([409, 'pairing/closed']);
    expect(
      codeOf(await askPairing(hub.pairingPort(), 'reveal', revealOf(late.begun.pairingId, late.machine))),
    ).toEqual([409, 'pairing/closed']);
    expect(codeOf(await decide(number, 'accept', { surface: 'seat', seat: 'A08' }))).toEqual([
      409,
      'pairing/closed',
    ]);
    expect((await begun.outcome()).body).toEqual({ status: 'expired' });
  });

  it('[PAIR-4] leads to nothing but pairing', async () => {
    await openWindow();
    for (const path of ['/health', '/v1/intake', '/', '/v1/admin/session', '/v1/blobs/' + '0'.repeat(64)]) {
      const answer = await askOverTls({ port: hub.pairingPort(), path, rejectUnauthorized: false });
      expect([path, ...codeOf(answer)]).toEqual([path, 404, 'command/unknown']);
    }
    const plain = await fetch(`${hub.url}/pair/v1/begin`, { method: 'POST' });
    expect(plain.status).toBe(404);
  });

  it.each([
    ['another protocol', { protocol: 99 }, [426, 'protocol/unsupported']],
    ['no commitment', { commitment: 'x' }, [400, 'command/malformed']],
    ['something besides', { more: 1 }, [400, 'command/malformed']],
    ['a proof of no ticket', { ticketProof: '0'.repeat(64) }, [409, 'pairing/wrong-ticket']],
  ])('[PAIR-4] refuses %s', async (_what, change, expected) => {
    await openWindow();
    const sound = {
      protocol: protocolVersion,
      commitment: '0'.repeat(64),
      wish: seatWish('A01'),
      ticketProof: null,
    };
    expect(codeOf(await begin({ ...sound, ...change }))).toEqual(expected);
  });

  it('[DOOR-5] holds so many from one address, and forgets who begins and never reveals', async () => {
    await openWindow();
    const sound = {
      protocol: protocolVersion,
      commitment: '0'.repeat(64),
      wish: seatWish('A01'),
      ticketProof: null,
    };
    for (let made = 0; made < 8; made += 1) expect((await begin(sound)).status).toBe(201);
    expect(codeOf(await begin(sound))).toEqual([409, 'pairing/crowded']);
    clock += 61_000;
    expect((await begin(sound)).status).toBe(201);
  });
});

describe('pairing with a ticket', () => {
  const list =
    'tên;vị trí;vai trò;mac\nMáy 11;A11;đại biểu;02:00:00:00:00:11\nMáy 12;A12;đại biểu;\nBàn thư ký;;thư ký;02:00:00:00:00:99\n';

  it('[PAIR-5] machines of the list are accepted without a person: by network card, or by the seat that they ask for', async () => {
    expect((await openWindow(list)).problems).toEqual([]);
    const ticket = await ticketOf();
    const wishes = [
      seatWish(null, ['02:00:00:00:00:99']),
      seatWish(null, ['02:00:00:00:00:11']),
      seatWish('A12'),
    ];
    const made = await Promise.all(
      wishes.map(async (wish) => finishPairing(await beginPairing(hub.pairingPort(), wish, { ticket }))),
    );
    expect(made.map(({ device }) => [device.surface, device.seat])).toEqual([
      ['clerk', null],
      ['seat', 'A11'],
      ['seat', 'A12'],
    ]);
    expect(made.every(({ authority }) => fingerprintOf(authority) === ticket.authoritySha256)).toBe(true);
    expect((await overview()).seats.every(({ deviceId }) => deviceId !== null)).toBe(true);
  });

  it('[PAIR-5] who is not on it, comes second or wants a seat of another card waits for a person', async () => {
    await openWindow('seat,mac\nB01,02:00:00:00:0b:01\nB02,\n');
    const ticket = await ticketOf();
    const wishes = [
      seatWish('B09'),
      seatWish('B01', ['02:00:00:00:0b:02']),
      seatWish('B02'),
      seatWish('B02'),
    ];
    const outcomes: unknown[] = [];
    for (const wish of wishes) {
      const begun = await beginPairing(hub.pairingPort(), wish, { ticket });
      outcomes.push((await begun.outcome()).body);
    }
    expect(outcomes.map((one) => (one as { status: string }).status)).toEqual([
      'waiting',
      'waiting',
      'accepted',
      'waiting',
    ]);
  });

  it('[PAIR-5] a terminal that is paired already keeps its seat from the ticket', async () => {
    await openWindow('seat\nC01\n');
    const first = await finishPairing(
      await beginPairing(hub.pairingPort(), seatWish('C01'), { ticket: await ticketOf() }),
    );
    await openWindow('seat\nC01\n');
    const second = await beginPairing(hub.pairingPort(), seatWish('C01'), { ticket: await ticketOf() });
    expect((await second.outcome()).body).toEqual({ status: 'waiting' });
    const line = await attachOverTls(hub.terminalPort, first);
    line.close();
  });

  it('[PAIR-5] a ticket that is forged, of another room or of the window before is refused', async () => {
    await openWindow(list);
    const old = await ticketOf();
    await openWindow(list);
    const ticket = await ticketOf();
    const forged = { ...ticket, secret: Buffer.alloc(32, 7).toString('base64') };
    const foreign = pairingTicket.parse({ ...ticket, authoritySha256: 'ab'.repeat(32) });
    for (const wrong of [old, forged, foreign]) {
      const refusedWith = await beginPairing(hub.pairingPort(), seatWish('A12'), { ticket: wrong }).then(
        () => 'taken',
        (error: Error) => error.message,
      );
      expect(refusedWith).toContain('pairing/wrong-ticket');
    }
  });

  it('[PAIR-5] a list with wrong lines opens no window, and each line is named in Vietnamese', async () => {
    const opened = await openWindow('tên;vị trí\nMáy;A01\nMáy;A01\nMáy;7\n');
    expect(opened.closesAt).toBeNull();
    expect(opened.problems.map(({ line }) => line)).toEqual([3, 4]);
    expect(opened.problems[0]?.vi).toBe('Dòng 3: vị trí A01 đã có ở dòng 2.');
    expect((await overview()).closesAt).toBeNull();
  });
});

describe('the browsers’ door', () => {
  const tls = async () => ({
    port: hub.browserPort(),
    ca: [String((await hub.admin('GET', '/v1/admin/pairing/authority')).body)],
    servername: hubServerName(hub.store.roomId),
  });

  it('[DOOR-4] lets a browser register by the room code, and shows it as one', async () => {
    const registered = await askOverTls(
      { ...(await tls()), path: '/v1/devices', method: 'POST' },
      { roomCode: hub.roomCode, surface: 'seat', seat: 'D01' },
    );
    expect(registered.status).toBe(201);
    const { devices } = deviceList.parse((await hub.admin('GET', '/v1/admin/devices')).body);
    expect(devices).toContainEqual(expect.objectContaining({ seat: 'D01', joined: 'browser' }));
  });

  it('[DOOR-4] is closed and opened by IT, and whoever came by it is cut off', async () => {
    const options = await tls();
    expect((await askOverTls({ ...options, path: '/health' })).body).toMatchObject({ plainOnLan: false });
    const standing = connectTls({ ...options, host: '127.0.0.1' });
    const cut = new Promise((resolve) => standing.once('close', resolve));
    standing.on('error', () => undefined);
    await new Promise((resolve) => standing.once('secureConnect', resolve));
    expect((await hub.admin('PUT', '/v1/admin/doors', { browsers: false })).body).toMatchObject({
      browserPort: null,
    });
    await cut;
    expect((await knock({ port: options.port })).end).toBe('ECONNREFUSED');
    expect((await hub.admin('PUT', '/v1/admin/doors', { browsers: true })).body).toMatchObject({
      browserPort: expect.any(Number),
      terminalPort: hub.terminalPort,
    });
  });
});
