import '../../shared/std/reflect-metadata.ts';
import { randomBytes } from 'node:crypto';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PairingTicket } from '../../shared/protocol/pairing.ts';
import { sha256 } from '../../shared/records/ids.ts';
import { createTestAuthority, type TestAuthority } from '../hub-link/testing/test-authority.ts';
import { beginPairing, type OpenPairing } from './ceremony.ts';
import { makeDeviceRequest, type DeviceRequest } from './device-request.ts';
import { createTestPairingHub, testSecret, type TestPairingHub } from './testing/test-pairing-hub.ts';

let authority: TestAuthority;
let foreign: TestAuthority;
let request: DeviceRequest;
let hub: TestPairingHub;

beforeAll(async () => {
  authority = await createTestAuthority();
  foreign = await createTestAuthority();
  request = await makeDeviceRequest();
});
beforeEach(() => {
  hub = createTestPairingHub(authority);
});

const wish = { surface: 'screen', seat: null, machineName: 'MAY-07', macs: ['00:11:22:33:44:55'] } as const;
const begin = (ticket: PairingTicket | null = null) =>
  beginPairing({
    ask: (path, body) => hub.ask(path, body),
    door: hub.door,
    wish: { ...wish, macs: [...wish.macs] },
    ticket,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    makeRequest: async () => request,
  });

/** The key of the request, as whoever has seen it knows it. */
async function ownKey() {
  return new Pkcs10CertificateRequest(request.csr.slice()).publicKey.export();
}

async function begun(ticket: PairingTicket | null = null): Promise<OpenPairing> {
  const opened = await begin(ticket);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

function ticketOf(authoritySha256: string): PairingTicket {
  return {
    version: 1,
    roomName: 'Phòng họp số 1',
    addresses: ['127.0.0.1'],
    pairingPort: 4871,
    authoritySha256: sha256.parse(authoritySha256),
    secret: Buffer.from(testSecret).toString('base64'),
    expiresAt: 0,
  };
}

describe('the terminal’s half of a pairing', () => {
  it('[PAIR-1] shows the code that the hub shows, and becomes what IT has accepted', async () => {
    const opened = await begun();
    expect(opened.code).toMatch(/^\d{6}$/);
    expect(opened.code).toBe(hub.code());
    expect(await opened.outcome()).toBe('waiting');
    hub.decide('accept');
    expect(await opened.outcome()).toMatchObject({
      ok: true,
      value: { version: 1, surface: 'screen', deviceToken: 'token', privateKey: request.privateKey },
    });
  });

  it.each(['refused', 'expired'] as const)('ends when IT has %s it', async (decision) => {
    const opened = await begun();
    hub.decide(decision);
    expect(await opened.outcome()).toEqual({ ok: false, reason: `terminal/${decision}` });
  });

  it('[PAIR-2] reveals nothing to a hub whose authority is not the one of the connection', async () => {
    hub.bend = (path, answer) =>
      path === '/pair/v1/begin' ? { ...(answer as object), authority: foreign.certificate } : answer;
    expect(await begin()).toEqual({ ok: false, reason: 'terminal/hub-changed' });
    expect(hub.asked).toEqual(['/pair/v1/begin']);
  });

  it.each([
    ['by another authority', async () => ({ certificate: await foreign.sign('d1', await ownKey()) })],
    ['for another key', async () => ({ certificate: (await authority.issue('d1')).certificate })],
    [
      'that is none',
      async () => ({ certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' }),
    ],
    ['of another room', async () => ({ roomId: 'R2' })],
    ['without an address', async () => ({ addresses: [] })],
  ])('believes no certificate %s', async (_what, made) => {
    const opened = await begun();
    hub.decide('accept');
    const changed = await made();
    hub.bend = (_path, answer) => ({ ...(answer as object), ...changed });
    expect(await opened.outcome()).toEqual({ ok: false, reason: 'terminal/hub-changed' });
  });

  it('says why the hub does not begin, and that what refuses in no words is no hub', async () => {
    hub.ask = async () => ({ status: 403, json: { code: 'command/malformed', vi: 'A.', en: 'B.' } });
    expect(await begin()).toEqual({ ok: false, reason: 'command/malformed' });
    hub.ask = async () => ({ status: 200, json: '<html>' });
    expect(await begin()).toEqual({ ok: false, reason: 'terminal/not-a-hub' });
  });

  it('[PAIR-4] proves that it has the ticket', async () => {
    await begun(ticketOf(hub.door.authoritySha256));
    expect(hub.isByTicket()).toBe(true);
    hub = createTestPairingHub(authority);
    await begun();
    expect(hub.isByTicket()).toBe(false);
  });

  it('[PAIR-4] sends nothing to a hub that is not the one of the ticket', async () => {
    expect(await begin(ticketOf('ab'.repeat(32)))).toEqual({
      ok: false,
      reason: 'terminal/ticket-of-another-room',
    });
    expect(hub.asked).toEqual([]);
  });
});
