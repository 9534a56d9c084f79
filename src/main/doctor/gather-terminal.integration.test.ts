import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkMachine } from '../../shared/health/check-machine.ts';
import type { CheckName, Finding } from '../../shared/health/finding.ts';
import { revocationName } from '../../shared/domain/pairing/revocation-name.ts';
import { effectivePolicy } from '../../shared/policy/effective-policy.ts';
import { hubServerName } from '../../shared/protocol/pairing.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { openTerminalDatabase } from '../disk/terminal-database.ts';
import {
  createTestAuthority,
  type TestAuthority,
  type TestCertificate,
} from '../hub-link/testing/test-authority.ts';
import { openMachineKey, type Keyring } from '../keys/machine-key.ts';
import { createPairingStore } from '../pairing/pairing-store.ts';
import { examplePairing } from '../pairing/testing/example-pairing.ts';
import { gatherTerminal } from './gather-terminal.ts';

const servername = hubServerName(examplePairing.roomId);
const keyring: Keyring = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text) => Buffer.from(text),
  decryptStringAsync: async (sealed) => ({ result: sealed.toString(), shouldReEncrypt: false }),
};
let authority: TestAuthority;
let foreign: TestAuthority;
let folder: string;
const ends: Array<() => void> = [];

beforeAll(async () => {
  [authority, foreign] = [await createTestAuthority(), await createTestAuthority()];
});
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'doctor-'))));
afterEach(() => {
  for (const end of ends.splice(0)) end();
  rmSync(folder, { recursive: true, force: true });
});

/** A door of a hub that shows this certificate, and another one to whoever asks for a name of its. */
async function startDoor(
  own: TestCertificate,
  word: { readonly name: string; readonly shown: TestCertificate } | null = null,
): Promise<number> {
  const told = {
    ...{ status: 'ok', version: '1.0.0', protocol: protocolVersion, roomId: 'R1', epoch: 1, seq: 0 },
    ...{ uptimeMs: 1, plainOnLan: false },
  };
  const server = createServer({ cert: own.certificate, key: own.privateKey }, (_request, response) =>
    word === null ? response.end(JSON.stringify(told)) : response.destroy(),
  );
  if (word !== null)
    server.addContext(word.name, { cert: word.shown.certificate, key: word.shown.privateKey });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () => server.closeAllConnections(),
    () => void server.close(),
  );
  return (server.address() as AddressInfo).port;
}

const openKey = async (): Promise<Uint8Array> =>
  (await openMachineKey({ folder: join(folder, 'keys'), keyring, platform: 'linux' })).key;

/** What the doctor finds at a machine that was paired with the room of `authority`. */
async function examine(terminalPort: number): Promise<(check: CheckName) => Finding | undefined> {
  const own = await authority.issue('device 1');
  await createPairingStore({ folder: join(folder, 'terminals'), machineKey: await openKey() }).keep({
    ...examplePairing,
    terminalPort,
    authority: authority.certificate,
    ...own,
  });
  const facts = await gatherTerminal({
    folder,
    policy: effectivePolicy([]),
    keyring,
    platform: 'linux',
    about: { version: '1.0.0', lastError: () => null, isOnBattery: () => false },
    plainHubs: [],
    displays: [],
    now: () => Date.now(),
    elapsed: () => performance.now(),
  });
  const findings = checkMachine(facts, 'terminal');
  return (check) => findings.find((finding) => finding.check === check);
}

describe('the doctor of a paired machine', () => {
  it('finds its hub', async () => {
    const found = await examine(await startDoor(await authority.issue('hub', [servername])));
    expect([found('link')?.level, found('pairing')?.level]).toEqual(['ok', 'ok']);
  });

  it.each([
    [
      'another room’s hub',
      async () => foreign.issue('hub', [servername]),
      'không phải máy chủ của phòng này',
    ],
    [
      'another machine of the room',
      async () => authority.issue('device 2'),
      'không phải máy chủ của phòng này',
    ],
    [
      'a hub whose certificate is over',
      async () =>
        authority.issue('hub', [servername], {
          notBefore: new Date('2000-01-01'),
          notAfter: new Date('2020-01-01'),
        }),
      'đã hết hạn hoặc chưa có hiệu lực theo đồng hồ máy này (CERT_HAS_EXPIRED)',
    ],
    [
      'a hub whose certificate has not begun',
      async () =>
        authority.issue('hub', [servername], {
          notBefore: new Date('2080-01-01'),
          notAfter: new Date('2099-01-01'),
        }),
      'đã hết hạn hoặc chưa có hiệu lực theo đồng hồ máy này (CERT_NOT_YET_VALID)',
    ],
  ])('says of %s what is wrong and what to do', async (_who, issue, sentence) => {
    const found = await examine(await startDoor(await issue()));
    expect(found('link')).toMatchObject({ level: 'bad', says: { vi: expect.stringContaining(sentence) } });
    expect(found('link')?.advice?.vi).toMatch(/ngày giờ|địa chỉ máy chủ/);
    expect(found('pairing')?.level).toBe('ok');
  });

  it('knows from its hub that it was turned out', async () => {
    const name = revocationName(examplePairing.deviceId, servername);
    const shown = await authority.issue('hub', [name]);
    const found = await examine(await startDoor(await authority.issue('hub', [servername]), { name, shown }));
    expect(found('pairing')).toMatchObject({ level: 'bad', says: { vi: 'máy này đã bị thu hồi quyền' } });
  });

  it('says that a request which is half-written cannot be read', async () => {
    await createPairingStore({ folder: join(folder, 'terminals'), machineKey: await openKey() }).keep(
      examplePairing,
    );
    const database = openTerminalDatabase(join(folder, 'terminals', 'seat-A07', 'terminal.sqlite'));
    database.put('outbox', 'half', new Uint8Array(20));
    database.close();
    const found = await examine(1);
    expect(found('outbox')).toMatchObject({
      level: 'bad',
      says: { vi: 'không đọc được yêu cầu đã giữ' },
    });
  });
});
