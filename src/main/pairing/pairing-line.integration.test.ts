import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createServer as createNetServer, type AddressInfo, type Server as NetServer } from 'node:net';
import { X509Certificate, createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { revocationName } from '../../shared/domain/pairing/revocation-name.ts';
import { isRevoked } from '../hub-link/ask-revocation.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import type { DoorAddress } from '../hub-link/sealed-dial.ts';
import {
  createTestAuthority,
  type TestAuthority,
  type TestCertificate,
} from '../hub-link/testing/test-authority.ts';
import { openPairingLine } from './pairing-line.ts';

const servername = 'r1.room.nghisu';
const ends: Array<() => Promise<void>> = [];
let authority: TestAuthority;
let foreign: TestAuthority;
let hub: TestCertificate;

const hashOf = (pem: string): string =>
  createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');

async function listen(server: Server | NetServer): Promise<DoorAddress> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

interface TestDoor extends DoorAddress {
  readonly asked: readonly string[];
  /** Shows another certificate from now on. */
  become(certificate: string, privateKey: string): void;
}

/** A door that shows its leaf with the chain it is given, and answers in JSON. */
async function startDoor(
  leaf: TestCertificate,
  chain: string,
  maxVersion: 'TLSv1.3' | 'TLSv1.2' = 'TLSv1.3',
): Promise<TestDoor> {
  const asked: string[] = [];
  const versions = { minVersion: 'TLSv1.2', maxVersion } as const;
  const server = createServer(
    { cert: `${leaf.certificate}\n${chain}`, key: leaf.privateKey, ...versions },
    (request, response) => {
      asked.push(`${request.method} ${request.url}`);
      request.resume();
      if (request.url === '/long') return void response.end(`"${'x'.repeat(100_000)}"`);
      response.end(JSON.stringify({ url: request.url }));
    },
  );
  const become = (cert: string, key: string): void => server.setSecureContext({ cert, key, ...versions });
  return { ...(await listen(server)), asked, become };
}

const open = (addresses: readonly DoorAddress[], authoritySha256: string | null = null) =>
  openPairingLine({ addresses, authoritySha256, timers: nodeTimers });

beforeAll(async () => {
  authority = await createTestAuthority('Phòng 1');
  foreign = await createTestAuthority('Phòng 1');
  hub = await authority.issue('hub', [servername]);
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

describe('a pairing door over a socket', () => {
  it('is looked at first, then asked over connections to that very authority', async () => {
    const door = await startDoor(hub, authority.certificate);
    const line = await open([{ host: '127.0.0.1', port: 1 }, door], hashOf(authority.certificate));
    if (!line.ok) throw new Error(line.reason);
    expect(line.value.door).toMatchObject({ servername, authoritySha256: hashOf(authority.certificate) });
    expect(door.asked).toEqual([]);
    expect(await line.value.ask('/pair/v1/begin', {})).toEqual({
      status: 200,
      json: { url: '/pair/v1/begin' },
    });
    await expect(line.value.ask('/long', null)).rejects.toThrow('too long');
    line.value.close();
  });

  it('[PAIR-4] hears nothing from a terminal whose ticket is of another room', async () => {
    const door = await startDoor(hub, authority.certificate);
    expect(await open([door], hashOf(foreign.certificate))).toEqual({
      ok: false,
      reason: 'terminal/ticket-of-another-room',
    });
    expect(door.asked).toEqual([]);
  });

  it('hears nothing when it shows an authority that did not sign its certificate', async () => {
    const door = await startDoor(await foreign.issue('hub', [servername]), authority.certificate);
    const line = await open([door], hashOf(authority.certificate));
    const asked = line.ok ? line.value.ask('/pair/v1/begin', {}) : Promise.reject(new Error(line.reason));
    await expect(asked).rejects.toThrow();
    expect(door.asked).toEqual([]);
  });

  it('hears nothing once it has become somebody else', async () => {
    const door = await startDoor(hub, authority.certificate);
    const line = await open([door]);
    if (!line.ok) throw new Error(line.reason);
    const other = await foreign.issue('hub', [servername]);
    door.become(`${other.certificate}\n${foreign.certificate}`, other.privateKey);
    await expect(line.value.ask('/pair/v1/begin', {})).rejects.toThrow();
    expect(door.asked).toEqual([]);
    line.value.close();
  });

  it.each([
    ['a device of the room', async () => startDoor(await authority.issue('d7'), authority.certificate)],
    [
      'a server of the Internet',
      async () => startDoor(await foreign.issue('x', ['example.vn']), foreign.certificate),
    ],
    ['a door without its authority', async () => startDoor(hub, '')],
    ['plain HTTP', async () => listen(createHttpServer((_request, response) => response.end()))],
  ])('is not %s', async (_what, start) => {
    expect(await open([await start()])).toEqual({ ok: false, reason: 'terminal/not-a-hub' });
  });

  it('speaks TLS 1.3 and nothing below', async () => {
    const door = await startDoor(hub, authority.certificate, 'TLSv1.2');
    expect((await open([door])).ok).toBe(false);
    expect(door.asked).toEqual([]);
  });

  it('is away when nothing answers, and when what answers says nothing', async () => {
    const silent = await listen(createNetServer((socket) => void socket.destroy()));
    expect(await open([{ host: '127.0.0.1', port: 1 }])).toEqual({ ok: false, reason: 'terminal/hub-away' });
    expect(await open([silent])).toEqual({ ok: false, reason: 'terminal/hub-away' });
  });
});

describe('the word of a hub that a device has been revoked', () => {
  const question = (door: DoorAddress) => ({
    addresses: [{ host: '127.0.0.1', port: 1 }, door],
    hub: { authority: authority.certificate, servername },
    deviceId: 'd1',
  });
  const word = revocationName('d1', servername);

  it('is a certificate of the authority for the name of that device', async () => {
    const door = await startDoor(await authority.issue('hub', [servername, word]), '');
    expect(await isRevoked(question(door))).toBe(true);
    expect(await isRevoked({ ...question(door), deviceId: 'd2' })).toBe(false);
    expect(door.asked).toEqual([]);
  });

  it('is believed of nobody else, and silence is none', async () => {
    const others = [hub, await foreign.issue('hub', [word]), await authority.issue('d7')];
    for (const other of others) expect(await isRevoked(question(await startDoor(other, '')))).toBe(false);
    expect(await isRevoked(question({ host: '127.0.0.1', port: 1 }))).toBe(false);
  });
});
