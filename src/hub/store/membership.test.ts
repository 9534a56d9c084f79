import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceId, participantId, seatLabel, sha256 } from '../../shared/records/ids.ts';
import { openCredentials, type Credentials } from './credentials.ts';
import type { Device, Joining } from './membership.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;
let kept: Credentials;
const open = (): Credentials =>
  openCredentials(join(folder.path, 'credentials.sqlite'), folder.path, { newRoomCode: () => 'K7M2QX4D' });
beforeEach(() => {
  folder = temporaryFolder();
  kept = open();
});
afterEach(() => {
  kept.close();
  folder.remove();
});

const seat: Device = { id: deviceId.parse('d-1'), surface: 'seat', seat: seatLabel.parse('A01') };
const certificate = sha256.parse('ab'.repeat(32));
const paired: Joining = { how: 'certificate', certificate, name: 'MAY-A01', at: 5 };

describe('who belongs to the room', () => {
  it('[DOOR-3] is found by the certificate, as long as it is on the list', () => {
    kept.admit(seat, 'token', paired);
    expect(kept.memberByCertificate(certificate)).toEqual({ ...seat, ...paired });
    expect(kept.memberByCertificate(sha256.parse('cd'.repeat(32)))).toBeNull();
    kept.close();
    kept = open();
    expect(kept.memberByCertificate(certificate)?.id).toBe('d-1');
  });

  it('[DOOR-3] is out with the revocation: token, certificate and session', () => {
    kept.admit(seat, 'token', paired);
    kept.openSession({ deviceId: seat.id, participantId: participantId.parse('p-1') }, 'session', 1);
    expect(kept.revoke(seat.id, 9)?.name).toBe('MAY-A01');
    const found = [kept.deviceOf('token'), kept.memberByCertificate(certificate), kept.sessionOf('session')];
    expect(found).toEqual([null, null, null]);
    expect(kept.revocations()).toEqual([{ ...seat, name: 'MAY-A01', revokedAt: 9 }]);
    expect(kept.revoke(seat.id, 10)).toBeNull();
  });

  it('[DOOR-3] leaves nothing in force for a terminal whose seat another has taken', () => {
    kept.admit(seat, 'token', paired);
    kept.admit({ ...seat, id: deviceId.parse('d-2') }, 'other');
    expect(kept.memberByCertificate(certificate)).toBeNull();
    expect(kept.members().map(({ id, how }) => [id, how])).toEqual([['d-2', 'code']]);
  });

  it('counts the devices of before certificates as those that came by the room code', () => {
    kept.admit(seat, 'token');
    kept.close();
    const file = new DatabaseSync(join(folder.path, 'credentials.sqlite'));
    file.exec('DROP TABLE memberships; DROP TABLE revocations; PRAGMA user_version = 4');
    file.close();
    kept = open();
    expect(kept.memberOf(seat.id)).toEqual({ ...seat, how: 'code', certificate: null, name: '', at: 0 });
  });
});
