import '../../shared/std/reflect-metadata.ts';
import { webcrypto, X509Certificate } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceId, roomId } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import { openAuthority } from './authority.ts';
import { StoreRefusal } from './store-refusal.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const room = roomId.parse('room-ABC');
const device = deviceId.parse('d-1');
const open = () => openAuthority(folder.path, room);

type Curve = 'P-256' | 'P-384';
async function requestFor(namedCurve: Curve = 'P-256', name = 'CN=d-2'): Promise<Uint8Array> {
  const algorithm = { name: 'ECDSA', namedCurve, hash: 'SHA-256' } as const;
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: algorithm });
  return new Uint8Array(request.rawData);
}

describe('the authority of a room', () => {
  it('is made once, and readable by the user of the hub alone', async () => {
    const { certificate } = await open();
    expect((await open()).certificate.sha256).toBe(certificate.sha256);
    const { mode } = statSync(join(folder.path, 'authority.pem'));
    expect(process.platform === 'win32' ? 0o600 : mode & 0o777).toBe(0o600);
  });

  it('[DOOR-6] issues for a century, so that the clocks of 2010, of 2035 and ten minutes off all fit', async () => {
    const authority = await open();
    const hub = new X509Certificate((await authority.issueForHub([])).certificate);
    const ofDevice = present(await authority.issueForDevice(await requestFor(), device), 'a certificate');
    for (const certificate of [
      new X509Certificate(authority.certificate.pem),
      hub,
      new X509Certificate(ofDevice.pem),
    ]) {
      expect(certificate.validFromDate.toISOString()).toBe('2000-01-01T00:00:00.000Z');
      expect(certificate.validToDate.toISOString()).toBe('2099-12-31T23:59:59.000Z');
    }
  });

  it('names the room at the hub, and the device at the device, whatever the request names', async () => {
    const authority = await open();
    const issuer = new X509Certificate(authority.certificate.pem);
    const hub = new X509Certificate((await authority.issueForHub(['192.168.1.9', 'may-chu'])).certificate);
    expect(hub.checkHost('room-abc.room.nghisu')).toBe('room-abc.room.nghisu');
    expect([hub.checkIP('192.168.1.9'), hub.checkHost('may-chu')]).toEqual(['192.168.1.9', 'may-chu']);
    expect([hub.verify(issuer.publicKey), hub.ca, hub.keyUsage]).toEqual([
      true,
      false,
      ['1.3.6.1.5.5.7.3.1'],
    ]);
    const request = await requestFor('P-256', 'CN=room-abc.room.nghisu');
    const ofDevice = new X509Certificate(
      present(await authority.issueForDevice(request, device), 'issued').pem,
    );
    expect([ofDevice.subject, ofDevice.subjectAltName, ofDevice.keyUsage]).toEqual([
      'CN=d-1',
      undefined,
      ['1.3.6.1.5.5.7.3.2'],
    ]);
  });

  it('[PAIR-3] issues nothing for bytes that are no request, or more than one, or not signed by their key', async () => {
    const authority = await open();
    const good = await requestFor();
    const forged = new Uint8Array(good);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    const bad = [
      new Uint8Array(),
      new Uint8Array(300),
      good.slice(0, -1),
      new Uint8Array([...good, 0]),
      forged,
    ];
    for (const csr of [...bad, new Uint8Array([...good, ...good]), await requestFor('P-384')])
      expect(await authority.issueForDevice(csr, device)).toBeNull();
    expect(await authority.issueForDevice(good, device)).not.toBeNull();
  });

  it('that is damaged keeps the hub from starting, with a sentence', async () => {
    await open();
    writeFileSync(join(folder.path, 'authority.pem'), 'nothing');
    await expect(open()).rejects.toThrow(StoreRefusal);
  });
});
