import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceId, participantId, personId, seatLabel } from '../../shared/records/ids.ts';
import { openCredentials, type Credentials, type Device } from './credentials.ts';
import type { KeptPin } from './kept-pin.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const a01 = seatLabel.parse('A01');
const minh = participantId.parse('p-minh');
const person = personId.parse('minh');
const pin: KeptPin = {
  settings: { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', memoryKiB: 8, passes: 1, lanes: 1 },
  verifier: 'b'.repeat(64),
};
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
    expect(kept.sessionOf('second')).toEqual({ ...session, personId: null });
    kept.closeSession('second');
    expect(kept.sessionOf('second')).toBeNull();
  });

  it('keeps everything over a restart', () => {
    kept.admit(chairDevice, 'one');
    kept.openSession({ deviceId: chairDevice.id, participantId: minh }, 'first', 1);
    kept.issuePin(person, pin);
    kept.close();
    kept = open();
    expect(kept.roomCode).toBe('K7M2QX4D');
    expect(kept.sessionOf('first')?.participantId).toBe(minh);
    expect(kept.pinOf(person)).toEqual(pin);
  });

  it('[LAYER-5] keeps the first keys that are offered for a person, and changes them only from the present revision', () => {
    kept.issuePin(person, pin);
    expect(kept.layerKeysOf(person)).toBeNull();
    expect(kept.offerLayerKeys(person, 'first')).toMatchObject({ keys: 'first', revision: 1 });
    expect(kept.offerLayerKeys(person, 'second')).toMatchObject({ keys: 'first', revision: 1 });
    const change = { keys: 'third', pin: null, recovery: 'paper' };
    expect(kept.changeLayerKeys(person, { ...change, revision: 2 })).toBe(false);
    expect(kept.changeLayerKeys(person, { ...change, revision: 1 })).toBe(true);
    expect(kept.changeLayerKeys(person, { ...change, revision: 1 })).toBe(false);
    expect(kept.layerKeysOf(person)).toEqual({
      keys: 'third',
      revision: 2,
      recoveries: ['paper'],
      hasRecovery: true,
    });
  });

  it('[LAYER-6] drops the keys with a reset of the PIN, and keeps what the recovery key opens', () => {
    kept.issuePin(person, pin);
    kept.offerLayerKeys(person, 'first');
    kept.changeLayerKeys(person, { revision: 1, keys: 'first', pin: null, recovery: 'old paper' });
    kept.issuePin(person, { ...pin, verifier: 'c'.repeat(64) });
    expect(kept.layerKeysOf(person)).toBeNull();
    const after = kept.offerLayerKeys(person, 'new');
    expect(after).toEqual({ keys: 'new', revision: 1, recoveries: ['old paper'], hasRecovery: false });
    kept.changeLayerKeys(person, { revision: 1, keys: 'both', pin: null, recovery: 'new paper' });
    expect(kept.layerKeysOf(person)).toMatchObject({
      recoveries: ['new paper', 'old paper'],
      hasRecovery: true,
    });
  });

  it('knows which PINs are the printed ones, until they are changed or reset', () => {
    kept.issuePin(person, pin, 'printed');
    kept.offerLayerKeys(person, 'first');
    expect(kept.hasPrintedPin(person)).toBe(true);
    kept.changeLayerKeys(person, { revision: 1, keys: 'first', pin: null, recovery: null });
    expect(kept.hasPrintedPin(person)).toBe(true);
    kept.changeLayerKeys(person, { revision: 2, keys: 'first', pin, recovery: null });
    expect(kept.hasPrintedPin(person)).toBe(false);
    kept.issuePin(person, pin, 'printed');
    kept.issuePin(person, pin);
    expect(kept.hasPrintedPin(person)).toBe(false);
  });

  it('changes a PIN together with the keys', () => {
    kept.issuePin(person, pin);
    kept.offerLayerKeys(person, 'first');
    const next = { ...pin, verifier: 'd'.repeat(64) };
    kept.changeLayerKeys(person, { revision: 1, keys: 'rewrapped', pin: next, recovery: null });
    expect(kept.pinOf(person)).toEqual(next);
    expect(kept.layerKeysOf(person)).toMatchObject({ keys: 'rewrapped', hasRecovery: false });
  });

  it('ends the sessions of a person wherever they are', () => {
    kept.admit(chairDevice, 'one');
    kept.admit(seatDevice('d-1'), 'two');
    kept.openSession({ deviceId: chairDevice.id, participantId: minh }, 'first', 1);
    kept.openSession({ deviceId: deviceId.parse('d-1'), participantId: minh }, 'second', 1);
    expect([...kept.closeSessionsOf(minh)].toSorted()).toEqual(['d-1', 'd-chair']);
    expect([kept.sessionOf('first'), kept.sessionOf('second')]).toEqual([null, null]);
    expect(kept.closeSessionsOf(minh)).toEqual([]);
  });

  it('[SEAT-3] has one seat per person, whatever console he or she is at as well', () => {
    const [first, second] = ['A01', 'DP1'].map((seat) => ({
      id: deviceId.parse(`d-${seat}`),
      surface: 'seat' as const,
      seat: seatLabel.parse(seat),
    }));
    if (first === undefined || second === undefined) throw new Error('no seats');
    for (const device of [chairDevice, first, second]) kept.admit(device, `token-${device.id}`);
    expect(kept.seatOf(minh)).toBeNull();
    kept.openSession({ deviceId: first.id, participantId: minh, personId: person }, 'at-first', 1);
    kept.openSession({ deviceId: chairDevice.id, participantId: minh }, 'at-chair', 2);
    expect(kept.seatOf(minh)).toBe('A01');
    kept.openSession({ deviceId: second.id, participantId: minh, personId: person }, 'at-second', 3);
    expect([kept.sessionOf('at-first'), kept.sessionOf('at-chair')?.participantId]).toEqual([null, minh]);
    expect(kept.seatOf(minh)).toBe('DP1');
    expect(kept.sessionOf('at-second')?.personId).toBe(person);
  });

  it('opens a file of before the proofs without its PIN hashes', () => {
    kept.admit(chairDevice, 'one');
    kept.close();
    const file = new DatabaseSync(join(folder.path, 'credentials.sqlite'));
    file.exec(
      'DROP TABLE memberships; DROP TABLE revocations; ALTER TABLE sessions DROP COLUMN personId; DROP TABLE pins; DROP TABLE layerKeys; DROP TABLE recoveries; CREATE TABLE pins (participantId TEXT); PRAGMA user_version = 1',
    );
    file.close();
    kept = open();
    expect(kept.deviceOf('one')).toEqual(chairDevice);
    expect(kept.pinOf(person)).toBeNull();
    kept.issuePin(person, pin);
    expect(kept.pinOf(person)).toEqual(pin);
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
