import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { connect as connectPlain, createServer as createPlainServer, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deviceId, roomId } from '../../shared/records/ids.ts';
import { revocationName } from '../../shared/domain/pairing/revocation-name.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAuthority } from '../store/authority.ts';
import { fingerprint } from '../store/certificate.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { strangerBounds } from '../transport/doors/hub-doors.ts';
import { datedCertificate, selfSigned } from './bad-certificates.ts';
import { attachOverTls } from './live-over-tls.ts';
import { startOpenHub, type OpenHub } from './open-room.ts';
import {
  askOverTls,
  beginPairing,
  finishPairing,
  knock,
  newMachine,
  seatWish,
  type Knocked,
  type PairedMachine,
} from './paired-machine.ts';

const folder = temporaryFolder();
const otherFolder = temporaryFolder();
let hub: OpenHub;
let good: PairedMachine;
let another: PairedMachine;
/** Requests that have reached the routes by the terminals' door, whatever they were answered. */
let requests: number;

beforeAll(async () => {
  hub = await startOpenHub(folder.path);
  await hub.openWindow();
  good = await pairAt('A01');
  another = await pairAt('A02');
  hub.server.server.on('request', () => (requests += 1));
});
beforeEach(() => (requests = 0));
afterAll(async () => {
  await hub.stop();
  folder.remove();
  otherFolder.remove();
});

async function pairAt(seat: string): Promise<PairedMachine> {
  const begun = await beginPairing(hub.pairingPort(), seatWish(seat));
  const waiting = hub.network.pairing?.desk.list().at(-1);
  expect(waiting?.code).toBe(begun.code);
  const place = { surface: 'seat', seat: waiting?.seat ?? null } as const;
  expect(hub.network.pairing?.desk.accept(waiting?.number ?? 0, place)).toMatchObject({ ok: true });
  return finishPairing(begun);
}

const bearer = ({ device }: PairedMachine): Record<string, string> => ({
  authorization: `Bearer ${device.deviceToken}`,
});
const askAs = (machine: PairedMachine, token = machine, path = '/v1/intake') =>
  askOverTls({ ...machine.tls, port: hub.terminalPort, path, headers: bearer(token) });

/** The good terminal is served while others are not. */
async function expectServed(): Promise<void> {
  expect((await askAs(good)).status).toBe(200);
}

describe('the terminals’ door', () => {
  it('[DOOR-1] serves a paired terminal over TLS 1.3, and nothing plain', async () => {
    await expectServed();
    const line = await attachOverTls(hub.terminalPort, good);
    line.close();
    const socket = connectTls({ ...good.tls, port: hub.terminalPort, host: '127.0.0.1' });
    await new Promise((resolve) => socket.once('secureConnect', resolve));
    expect([socket.authorized, socket.getProtocol()]).toEqual([true, 'TLSv1.3']);
    socket.destroy();
    const plain = await plainKnock(hub.terminalPort);
    expect(plain).not.toContain('HTTP/1.1 2');
    expect(plain).not.toContain('protocol');
  });

  it('[DOOR-1] gives not a byte to whoever shows no certificate, one of its own making or one of another room', async () => {
    const foreign = await openAuthority(otherFolder.path, roomId.parse('room-other'));
    const machine = await newMachine();
    const issued = await foreign.issueForDevice(machine.csr, good.device.deviceId);
    const hubOfOther = await foreign.issueForHub([]);
    const strangers = {
      'no certificate': {},
      'another authority': { cert: issued?.pem ?? '', key: machine.privateKey },
      'one that it signed itself': await selfSigned(`CN=${good.device.deviceId}`),
      'an authority of its own, under the name of this room': await selfMade(),
      'a hub of another room': { cert: hubOfOther.certificate, key: hubOfOther.privateKey },
    };
    for (const [who, tls] of Object.entries(strangers)) {
      const knocked = await knock({ ...tls, port: hub.terminalPort, servername: good.tls.servername });
      expect([who, knocked.bytes]).toEqual([who, 0]);
      expect([who, knocked.end]).not.toEqual([who, 'silence']);
      await expectServed();
    }
    expect(requests).toBe(Object.keys(strangers).length);
  });

  it('[DOOR-1] gives not a byte for a certificate that is on the list, but whose time is over or has not begun', async () => {
    const listed = async (notBefore: string, notAfter: string): Promise<Knocked> => {
      const dates = { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
      const shown = await datedCertificate(folder.path, dates);
      const certificate = fingerprint(new X509Certificate(shown.cert).raw);
      const id = deviceId.parse(`d-${notBefore}-${notAfter}`);
      const joining = { how: 'certificate', certificate, name: 'x', at: 0 } as const;
      hub.store.credentials.admit({ id, surface: 'screen', seat: null }, id, joining);
      return await knock({ ...shown, port: hub.terminalPort, servername: good.tls.servername });
    };
    for (const knocked of [
      await listed('2000-01-01', '2020-01-01'),
      await listed('2080-01-01', '2099-01-01'),
    ])
      expect(knocked).toMatchObject({ bytes: 0, end: 'closed' });
    expect(requests).toBe(0);
    // It is the dates: the same certificate with today between them opens the door.
    expect((await listed('2000-01-01', '2099-01-01')).bytes).toBeGreaterThan(0);
    await expectServed();
  });

  it('[DOOR-1] speaks no TLS below 1.3, whatever is shown', async () => {
    const old = await knock({
      ...good.tls,
      port: hub.terminalPort,
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.2',
    });
    expect(old).toMatchObject({ bytes: 0, shook: false });
    expect(requests).toBe(0);
    await expectServed();
  });

  it('[DOOR-1] takes no certificate of its own authority that was never noted, or that is the hub’s', async () => {
    const authority = await openAuthority(folder.path, hub.store.roomId);
    const machine = await newMachine();
    const unnoted = await authority.issueForDevice(machine.csr, good.device.deviceId);
    const ownHub = await authority.issueForHub([]);
    for (const shown of [
      { cert: unnoted?.pem ?? '', key: machine.privateKey },
      { cert: ownHub.certificate, key: ownHub.privateKey },
    ]) {
      expect((await knock({ ...shown, port: hub.terminalPort, servername: 'x' })).bytes).toBe(0);
    }
    expect(requests).toBe(0);
    await expectServed();
  });

  it('[DOOR-2] takes with the certificate of a device its own token alone', async () => {
    expect(await askAs(good, another)).toMatchObject({
      status: 403,
      body: { code: 'access/wrong-certificate' },
    });
    await expect(attachOverTls(hub.terminalPort, good, another.device.deviceToken)).rejects.toThrow(
      'access/wrong-certificate',
    );
    await expectServed();
  });

  it('[DOOR-2] and the token of a paired device is of no use without its certificate', async () => {
    const response = await fetch(`${hub.url}/v1/intake`, { headers: bearer(good) });
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { code: 'access/certificate-needed' },
    ]);
    const code = await fetch(`${hub.url}/v1/devices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roomCode: hub.roomCode, surface: 'seat', seat: 'A01' }),
    });
    expect([code.status, await code.json()]).toMatchObject([409, { code: 'access/seat-taken' }]);
  });

  it('[DOOR-4] offers neither registration nor administration nor pairing', async () => {
    expect(await askAs(good, good, '/v1/admin/devices')).toMatchObject({ body: { code: 'admin/not-here' } });
    expect(await askAs(good, good, `/pair/v1/outcome/${'0'.repeat(64)}`)).toMatchObject({
      status: 404,
      body: { code: 'command/unknown' },
    });
    const register = await askOverTls(
      { ...good.tls, port: hub.terminalPort, path: '/v1/devices', method: 'POST', headers: bearer(good) },
      { roomCode: hub.roomCode, surface: 'seat', seat: 'A09' },
    );
    expect(register).toMatchObject({ status: 403, body: { code: 'access/not-at-this-door' } });
  });

  it('[DOOR-3] a revoked device is cut off at once, and is given not one byte more', async () => {
    const turned = await pairAt('A03');
    const line = await attachOverTls(hub.terminalPort, turned);
    const kept = await attachOverTls(hub.terminalPort, good);
    const resumable = await sessionOf(turned);
    await hub.admin('GET', '/v1/admin/devices');
    const begun = Date.now();
    const answer = await hub.admin('DELETE', `/v1/admin/devices/${turned.device.deviceId}`);
    expect(answer.status).toBe(204);
    await line.closed;
    expect(Date.now() - begun).toBeLessThan(1_000);
    const after = line.received();
    // Whoever is still there hears of what happens next; the one that was turned out does not.
    const heard = kept.received();
    const third = await attachOverTls(hub.terminalPort, another);
    await expect.poll(() => kept.received(), { timeout: 5_000 }).toBeGreaterThan(heard);
    expect(line.received()).toBe(after);
    requests = 0;
    const knocked = await knock({ ...turned.tls, port: hub.terminalPort });
    const resumed = await knock({ ...turned.tls, port: hub.terminalPort, session: resumable });
    expect([knocked.bytes, resumed.bytes, requests]).toEqual([0, 0, 0]);
    expect(await hub.admin('GET', '/v1/admin/devices')).toMatchObject({
      body: { revoked: [{ deviceId: turned.device.deviceId, seat: 'A03' }] },
    });
    for (const each of [kept, third]) each.close();
    await expectServed();
  });

  it('[DOOR-3] says so by a certificate for a name, to whoever was turned out and to nobody else', async () => {
    const turned = await pairAt('A04');
    const { servername } = turned.tls;
    const word = revocationName(turned.device.deviceId, servername);
    const askWord = (): Promise<boolean> =>
      new Promise((resolve) => {
        const { cert: _cert, key: _key, ...anonymous } = turned.tls;
        const socket = connectTls({
          ...anonymous,
          servername: word,
          host: '127.0.0.1',
          port: hub.terminalPort,
        });
        socket.once('secureConnect', () => (resolve(true), socket.destroy()));
        socket.once('error', () => resolve(false));
      });
    expect(await askWord()).toBe(false);
    await hub.admin('DELETE', `/v1/admin/devices/${turned.device.deviceId}`);
    expect(await askWord()).toBe(true);
    await expectServed();
  });

  it('[DOOR-1] a terminal takes neither another room, nor a terminal, nor a certificate that is over for its hub', async () => {
    const foreign = await openAuthority(otherFolder.path, hub.store.roomId);
    const twin = await foreign.issueForHub([]);
    const { servername } = good.tls;
    const over = { notBefore: new Date('2000-01-01'), notAfter: new Date('2020-01-01') };
    for (const shown of [
      { cert: twin.certificate, key: twin.privateKey },
      { cert: another.device.certificate, key: another.tls.key },
      await selfSigned(`CN=${servername}`),
      await datedCertificate(folder.path, over, servername),
    ]) {
      const evil = createTlsServer(shown);
      await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
      const { port } = evil.address() as AddressInfo;
      const knocked = await knock({ ...good.tls, port, rejectUnauthorized: true });
      expect(knocked).toMatchObject({ bytes: 0, shook: false });
      evil.close();
    }
  });
});

describe('the pairing door', () => {
  it('[DOOR-1] [PAIR-2] a pairing that is overheard and sent once more, byte for byte, is heard at no door', async () => {
    const { port, heard, stop } = await eavesdrop(hub.pairingPort());
    const begun = await beginPairing(port, seatWish('A05'));
    expect((await begun.outcome()).status).toBe(200);
    stop();
    const machines = hub.network.pairing?.desk.list().length;
    expect([heard.length, requests]).toEqual([3, 3]);
    const doors = [hub.pairingPort(), hub.terminalPort];
    await Promise.all(doors.flatMap((door) => heard.map((bytes) => sayAgain(door, bytes))));
    expect([hub.network.pairing?.desk.list().length, requests]).toEqual([machines, 3]);
    await expectServed();
  }, 60_000);
});

describe('strangers in a crowd', () => {
  it('[DOOR-5] slow handshakes are turned out, and bound by address', async () => {
    const sockets = await Promise.all(Array.from({ length: 60 }, () => open(hub.terminalPort, '127.0.0.9')));
    expect(hub.network.doorState().strangers).toBeLessThanOrEqual(20);
    // The first byte of a handshake, and never a second one.
    for (const socket of sockets) if (!socket.destroyed) socket.write(Buffer.from([22]));
    await expectServed();
    await expect.poll(() => hub.network.doorState().strangers, { timeout: 10_000 }).toBe(0);
    await expectServed();
    for (const socket of sockets) socket.destroy();
  });

  it('[DOOR-5] loud ones are turned out after 64 KiB', async () => {
    const socket = await open(hub.terminalPort, '127.0.0.9');
    const begun = Date.now();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // The first words of a handshake that says it will be long, and never its end.
    socket.write(record(Buffer.concat([Buffer.from([1, 1, 0xf0, 0, 3, 3]), Buffer.alloc(16_000)])));
    for (let sent = 0; sent < 4; sent += 1) socket.write(record(Buffer.alloc(16_000)));
    await closed;
    // Long before its time is over.
    expect(Date.now() - begun).toBeLessThan(strangerBounds.terminal.ms / 2);
    await expectServed();
  });

  it('[DOOR-5] ten thousand connections from one address get nothing, and a terminal is served all the while', async () => {
    const served: number[] = [];
    const line = await attachOverTls(hub.terminalPort, good);
    const flooded = flood(hub.terminalPort, 10_000, '127.0.0.66');
    let isOver = false;
    void flooded.finally(() => (isOver = true));
    while (!isOver) {
      const begun = Date.now();
      await expectServed();
      served.push(Date.now() - begun);
    }
    expect(await flooded).toBe(0);
    expect(served.length).toBeGreaterThan(3);
    expect(line.isOpen()).toBe(true);
    expect(served.toSorted((one, other) => one - other)[Math.floor(served.length * 0.95)]).toBeLessThan(
      3_000,
    );
    expect(hub.faults).toEqual([]);
    line.close();
  }, 240_000);
});

/** A record of a TLS handshake. */
function record(payload: Buffer): Buffer {
  const head = Buffer.from([22, 3, 1, 0, 0]);
  head.writeUInt16BE(payload.length, 3);
  return Buffer.concat([head, payload]);
}

/** Stands between a machine and a door, and keeps what the machine sends, connection by connection. */
async function eavesdrop(door: number): Promise<{ port: number; heard: Buffer[]; stop(): void }> {
  const heard: Buffer[] = [];
  const between = createPlainServer((machine) => {
    const at = heard.push(Buffer.alloc(0)) - 1;
    const onward = connectPlain({ host: '127.0.0.1', port: door });
    machine.on('data', (chunk: Buffer) => (heard[at] = Buffer.concat([heard[at] ?? chunk, chunk])));
    machine.pipe(onward).pipe(machine);
    for (const each of [machine, onward]) each.on('error', () => each.destroy());
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const { port } = between.address() as AddressInfo;
  return { port, heard, stop: () => between.close() };
}

/** Sends what was overheard; resolves when the door has closed. */
async function sayAgain(door: number, bytes: Buffer): Promise<void> {
  const socket = await open(door, '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resume().write(bytes);
  await closed;
}

/** Connections from another process, so that this one measures the hub; the bytes that they were sent. */
async function flood(port: number, connections: number, from: string): Promise<number> {
  const entry = fileURLToPath(new URL('./flood-entry.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [entry, `${port}`, `${connections}`, from]);
  return Number(stdout);
}

async function selfMade(): Promise<{ cert: string; key: string }> {
  const own = temporaryFolder();
  const authority = await openAuthority(own.path, roomId.parse('room-own'));
  const made = await authority.issueForHub([]);
  own.remove();
  return { cert: made.certificate, key: made.privateKey };
}

/** A session that can be resumed, from a connection that was served. */
function sessionOf(machine: PairedMachine): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ ...machine.tls, host: '127.0.0.1', port: hub.terminalPort });
    socket.on('session', (session: Buffer) => {
      resolve(session);
      socket.destroy();
    });
    socket.on('error', reject);
    socket.write('GET /health HTTP/1.1\r\nHost: hub\r\n\r\n');
  });
}

function open(port: number, localAddress: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connectPlain({ host: '127.0.0.1', port, localAddress });
    socket.on('error', () => undefined);
    socket.once('connect', () => resolve(socket));
    socket.once('close', () => resolve(socket));
  });
}

/** Plain HTTP at a door that speaks TLS; what comes back, as text. */
function plainKnock(port: number): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connectPlain({ host: '127.0.0.1', port });
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
    socket.write('GET /health HTTP/1.1\r\nHost: hub\r\n\r\n');
  });
}
