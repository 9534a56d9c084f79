import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import type { BackupFacts } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { backUp, sampleRecoveryKey, startSampleRoom, type SampleRoom } from './sample-backup.ts';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from './small-disk.ts';

const reason = whyNoSmallDisk();
if (reason !== null) console.warn(`disks that fail: not run, ${reason}`);

describe.skipIf(reason !== null)('disks that fail', () => {
  const folder = temporaryFolder();
  const good = join(folder.path, 'backups');
  let room: SampleRoom;
  let made: BackupFacts;
  let disk: SmallDisk | null = null;
  let turn = 0;

  beforeAll(async () => {
    mkdirSync(good);
    room = await startSampleRoom(folder.path);
    made = await backUp(room, good);
  }, 60_000);
  afterEach(() => {
    disk?.unmount();
    disk = null;
  });
  afterAll(async () => {
    await room.hub.stop();
    folder.remove();
  });

  const mount = (options: string): string => {
    disk = mountSmallDisk(join(folder.path, `disk-${(turn += 1)}`), options);
    return disk.path;
  };
  const refusal = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'done',
      (error: unknown) => error,
    );
  const restore = (data: string) =>
    restoreBackup(
      {
        backup: made.path,
        recoveryKey: sampleRecoveryKey,
        data,
        withoutDamagedDocuments: false,
        now: Date.now,
      },
      () => undefined,
    );
  /** A disk on which `count` files have room beside the backups that are there, whatever it has in bytes. */
  const withInodes = (path: string, more: number): void => {
    const used = readdirSync(path, { recursive: true }).length + 1;
    disk?.remount(`nr_inodes=${used + more}`);
  };

  it('a backup disk without room: refused before anything is written, the earlier backup stays', async () => {
    const path = mount('size=2m');
    expect(await refusal(backUp(room, path))).toMatchObject({ code: 'backup/no-space' });
    expect(readdirSync(path, { recursive: true }).filter((name) => String(name).endsWith('.age'))).toEqual(
      [],
    );
  });

  it.each([0, 1, 2, 4, 6, 8, 10])(
    'a backup disk that is full after %i more files: no half of a backup, the earlier ones restore',
    async (files) => {
      const path = mount('size=256m');
      const before = await backUp(room, path);
      withInodes(path, files);
      const later = await refusal(backUp(room, path, { madeAt: Date.UTC(2026, 11, 1), keep: 1 }));
      const names = readdirSync(join(before.path, '..'));
      const whole = later instanceof Error ? [before.name] : [names.at(-1)];
      expect(names.filter((name) => !name.endsWith('.part'))).toEqual(whole);
      disk?.remount('nr_inodes=0');
      const data = join(folder.path, `from-full-${(turn += 1)}`);
      const backup = join(before.path, '..', whole[0] ?? '');
      await restoreBackup(
        { backup, recoveryKey: sampleRecoveryKey, data, withoutDamagedDocuments: false, now: Date.now },
        () => undefined,
      );
    },
  );

  it('says that the disk is full when it fills up while a backup is written', async () => {
    const path = mount('size=256m');
    await backUp(room, path);
    withInodes(path, 4);
    expect(await refusal(backUp(room, path, { madeAt: Date.UTC(2026, 11, 1) }))).toMatchObject({
      code: 'backup/no-space',
    });
  });

  it('a backup disk that may only be read: refused', async () => {
    const path = mount('size=64m');
    disk?.remount('ro');
    expect(await refusal(backUp(room, path))).toMatchObject({ code: 'backup/folder-read-only' });
  });

  it('a data disk without room for the restored room: refused before anything is written', async () => {
    const path = mount('size=3m');
    expect(await refusal(restore(join(path, 'data')))).toMatchObject({ code: 'backup/no-space-to-restore' });
    expect(readdirSync(path)).toEqual([]);
  });

  it.each([1, 3, 5, 7, 9, 11])(
    'a data disk that is full after %i files: nothing is kept, and it can be tried again',
    async (files) => {
      const path = mount(`size=256m,nr_inodes=${files + 1}`);
      const data = join(path, 'data');
      const end = await refusal(restore(data));
      expect(end).toMatchObject({ code: 'backup/no-space-to-restore' });
      expect(readdirSync(path)).toEqual([]);
      disk?.remount('nr_inodes=0');
      expect((await restore(data)).seq).toBe(made.seq);
    },
  );

  it('a data disk that may only be read: refused', async () => {
    const path = mount('size=256m');
    disk?.remount('ro');
    expect(await refusal(restore(join(path, 'data')))).toMatchObject({ code: 'backup/data-read-only' });
  });

  it('a backup disk that has been unmounted: not written to the empty folder beneath it', async () => {
    const path = mount('size=256m');
    await backUp(room, path);
    disk?.unmount();
    disk = null;
    expect(await refusal(backUp(room, path, { expectsEarlier: true }))).toMatchObject({
      code: 'backup/folder-unmounted',
    });
    expect(readdirSync(path)).toEqual([]);
  });

  it('a backup on a disk that may only be read restores', async () => {
    const path = mount('size=256m');
    cpSync(good, join(path, 'backups'), { recursive: true });
    disk?.remount('ro');
    const backup = made.path.replace(good, join(path, 'backups'));
    const data = join(folder.path, `from-cd-${(turn += 1)}`);
    await restoreBackup(
      { backup, recoveryKey: sampleRecoveryKey, data, withoutDamagedDocuments: false, now: Date.now },
      () => undefined,
    );
    expect(existsSync(join(data, 'log.sqlite'))).toBe(true);
  });
});
