import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceId, participantId, seatLabel } from '../../shared/records/ids.ts';
import { openCredentials, type Credentials, type Device } from './credentials.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const a01 = seatLabel.parse('A01');
const minh = participantId.parse('p-minh');
const seatDevice = (id: string): Device => ({ id: deviceId.parse(id), surface: 'seat', seat: a01 });
const chairDevice: Device = { id: deviceId.parse('d-chair'), surface: 'chair', seat: null };

describe('credentials', () => {
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

  it('knows a device by its token alone', () => {
    kept.admit(seatDevice('d-1'), 'token-one');
    expect(kept.deviceOf('token-one')).toEqual(seatDevice('d-1'));
    expect(kept.deviceOf('token-two')).toBeNull();
    expect(kept.deviceAt(a01)?.id).toBe('d-1');
  });

  it('forgets the device that held a seat, and who was signed in there, when another takes it', () => {
    kept.admit(seatDevice('d-1'), 'token-one');
    kept.openSession({ deviceId: deviceId.parse('d-1'), participantId: minh }, 'session-one', 1);
    kept.admit(seatDevice('d-2'), 'token-two');
    expect(kept.deviceOf('token-one')).toBeNull();
    expect(kept.sessionOf('session-one')).toBeNull();
    expect(kept.deviceAt(a01)?.id).toBe('d-2');
  });

  it('admits any number of consoles, which hold no seat', () => {
    kept.admit(chairDevice, 'one');
    kept.admit({ ...chairDevice, id: deviceId.parse('d-chair-2') }, 'two');
    expect(kept.deviceOf('one')?.id).toBe('d-chair');
  });

  it('has one session per device, and ends it on request', () => {
    kept.admit(chairDevice, 'one');
    const session = { deviceId: chairDevice.id, participantId: minh };
    kept.openSession(session, 'first', 1);
    kept.openSession(session, 'second', 2);
    expect(kept.sessionOf('first')).toBeNull();
    expect(kept.sessionOf('second')).toEqual(session);
    kept.closeSession('second');
    expect(kept.sessionOf('second')).toBeNull();
  });

  it('keeps everything over a restart', () => {
    kept.admit(chairDevice, 'one');
    kept.openSession({ deviceId: chairDevice.id, participantId: minh }, 'first', 1);
    kept.setPin(minh, { salt: 'aa', hash: 'bb', cost: 2, block: 8, lanes: 1 });
    kept.close();
    kept = open();
    expect(kept.roomCode).toBe('K7M2QX4D');
    expect(kept.sessionOf('first')?.participantId).toBe(minh);
    expect(kept.pinOf(minh)).toEqual({ salt: 'aa', hash: 'bb', cost: 2, block: 8, lanes: 1 });
  });

  it('writes no token to the disk', () => {
    kept.admit(chairDevice, 'needle-device-token');
    kept.openSession({ deviceId: chairDevice.id, participantId: minh }, 'needle-session-token', 1);
    kept.close();
    const bytes = readFileSync(join(folder.path, 'credentials.sqlite')).toString('latin1');
    expect(bytes).toContain('d-chair');
    expect(bytes).not.toContain('needle');
    kept = open();
  });
});
