import { describe, expect, it } from 'vitest';
import { meetingId as meetingIdOf, type MeetingId } from '../records/ids.ts';
import { folderOf, meetingOf } from './meeting-folder.ts';
import { MeetingKeys, type KeyFiles, type MeetingKeysPorts } from './meeting-keys.ts';
import { MeetingRecalled } from './vault-ports.ts';

const m1 = meetingIdOf.parse('m1');
const m2 = meetingIdOf.parse('m2');

function setUp() {
  const files = new Map<MeetingId, Uint8Array>();
  /** What the next write does besides writing. */
  const on = { write: async (): Promise<void> => undefined };
  const keyFiles: KeyFiles = {
    list: async () => [...files.keys()],
    read: async (meetingId) => files.get(meetingId) ?? null,
    async write(meetingId, bytes) {
      await on.write();
      files.set(meetingId, bytes.slice());
    },
  };
  let made = 0;
  const ports: MeetingKeysPorts<string> = {
    files: keyFiles,
    // Length and binding to the name as with the real seal: 12 bytes before, 16 behind.
    sealer: {
      async seal(name, clear) {
        const sealed = new Uint8Array(12 + clear.length + 16).fill(name.charCodeAt(name.length - 1));
        sealed.set(
          clear.map((byte) => byte ^ 0xff),
          12,
        );
        return sealed;
      },
      async open(name, sealed) {
        const isWhole = sealed.length === 60 && sealed[0] === name.charCodeAt(name.length - 1);
        return isWhole && sealed[59] === sealed[0] ? sealed.slice(12, -16).map((byte) => byte ^ 0xff) : null;
      },
    },
    randomBytes: (count) => new Uint8Array(count).fill((made += 1)),
    toKey: async (raw) => Buffer.from(raw).toString('hex'),
  };
  return { files, on, open: () => MeetingKeys.open(ports) };
}

describe('the keys of a vault', () => {
  it('are one per meeting, and the same after a restart', async () => {
    const { open } = setUp();
    const keys = await open();
    expect(await keys.toOpen(m1)).toBeNull();
    const [a, b] = [await keys.toSeal(m1), await keys.toSeal(m2)];
    expect(a).not.toBe(b);
    await keys.kept(m1);
    expect(await (await open()).toOpen(m1)).toBe(a);
  });

  it('are one even when two ask together', async () => {
    const { open } = setUp();
    const keys = await open();
    const [a, b] = await Promise.all([keys.toSeal(m1), keys.toSeal(m1)]);
    expect(a).toBe(b);
  });

  it('are given out before they are durable, and `kept` tells when they are', async () => {
    const { files, on, open } = setUp();
    const keys = await open();
    const slow = Promise.withResolvers<void>();
    on.write = () => slow.promise;
    await keys.toSeal(m1);
    const kept = keys.kept(m1).then(() => files.has(m1));
    expect(files.has(m1)).toBe(false);
    slow.resolve();
    expect(await kept).toBe(true);
  });

  it('do not open as the key of another meeting, nor torn; a new one is made then', async () => {
    const { files, open } = setUp();
    const a = await (await open()).toSeal(m1);
    files.set(m2, files.get(m1) ?? new Uint8Array(0));
    expect(await (await open()).toOpen(m2)).toBeNull();
    files.set(m1, files.get(m1)?.slice(0, 40) ?? new Uint8Array(0));
    expect(await (await open()).toOpen(m1)).toBeNull();
    expect(await (await open()).toSeal(m1)).not.toBe(a);
  });

  it('[INV-12] are overwritten where they lie, and never made again, not even after a restart', async () => {
    const { files, open } = setUp();
    const keys = await open();
    await keys.toSeal(m1);
    const before = files.get(m1) ?? new Uint8Array(0);
    await keys.destroy(m1);
    expect(files.get(m1)).toHaveLength(before.length);
    expect(files.get(m1)?.every((byte) => byte === 0)).toBe(true);
    for (const again of [keys, await open()]) {
      expect(await again.toOpen(m1)).toBeNull();
      await expect(again.toSeal(m1)).rejects.toThrow(MeetingRecalled);
      expect(again.recalled).toEqual([m1]);
    }
  });

  it('[INV-12] are gone although one was just being written when the recall came', async () => {
    const { files, on, open } = setUp();
    const keys = await open();
    const slow = Promise.withResolvers<void>();
    on.write = () => slow.promise;
    const sealing = keys.toSeal(m1);
    sealing.catch(() => undefined);
    const destroying = keys.destroy(m1);
    slow.resolve();
    await destroying;
    await expect(sealing).rejects.toThrow(MeetingRecalled);
    expect(files.get(m1)?.[0]).toBe(0);
  });

  it('are tried again after the disk has refused one', async () => {
    const { on, open } = setUp();
    const keys = await open();
    on.write = () => Promise.reject(new Error('no room'));
    const refused = await keys.toSeal(m1);
    await expect(keys.kept(m1)).rejects.toThrow('no room');
    on.write = async () => undefined;
    const other = await keys.toSeal(m1);
    expect(other).not.toBe(refused);
    await keys.kept(m1);
    expect(await (await open()).toOpen(m1)).toBe(other);
  });
});

describe('the folder of a meeting', () => {
  it('has a name that every file system takes, and leads back to the meeting', () => {
    for (const id of ['m1', '..', 'A:b', 'a:b', 'x'.repeat(64)]) {
      const meetingId = meetingIdOf.parse(id);
      expect(folderOf(meetingId)).toMatch(/^[0-9a-f]+$/);
      expect(meetingOf(folderOf(meetingId))).toBe(meetingId);
    }
    expect(meetingOf('key')).toBeNull();
    expect(meetingOf('2f')).toBeNull();
  });
});
