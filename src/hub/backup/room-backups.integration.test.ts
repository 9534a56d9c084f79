import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readRestoreKey } from './read-restore-key.ts';
import { openRoomBackups, type BackupSettings, type RoomBackups } from './room-backups.ts';
import { createBackupThread, type BackupThread } from './backup-thread.ts';
import { lastDue, nextDue } from './backup-times.ts';
import { startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
let hub: SeededHub;
let turn = 0;

beforeAll(async () => {
  hub = await startSeededHub(data);
}, 60_000);
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

describe('the backups of a hub that runs', () => {
  let now = at(23, 10);
  let backups: RoomBackups;
  let disk = '';
  const waiting: { readonly due: number; readonly run: () => void }[] = [];
  const lines: string[] = [];
  const made: Promise<unknown>[] = [];
  const thread: BackupThread = createBackupThread();

  const open = (settings: Partial<BackupSettings> = {}): RoomBackups => {
    waiting.length = 0;
    return openRoomBackups({
      data,
      store: hub.store,
      settings: { folder: disk, times: ['02:00'], keep: 3, ...settings },
      thread: {
        stop: () => thread.stop(),
        do(work, onProgress) {
          const end = thread.do(work, onProgress);
          made.push(end.catch(() => undefined));
          return end;
        },
      },
      timers: {
        now: () => now,
        after(ms, run) {
          const timer = { due: now + ms, run };
          waiting.push(timer);
          return () => void waiting.splice(0, waiting.length, ...waiting.filter((one) => one !== timer));
        },
      },
      logger: {
        info: (event) => void lines.push(event),
        warn: (event) => void lines.push(event),
        error: (event) => void lines.push(event),
      },
      program: '0.0.0',
      randomBytes: (length) => new Uint8Array(length).fill(5),
    });
  };
  /** Moves the clock, and waits for what that begins. */
  const until = async (moment: number): Promise<void> => {
    now = moment;
    for (const timer of waiting.splice(0)) {
      if (timer.due <= now) timer.run();
      else waiting.push(timer);
    }
    await expect.poll(() => backups.overview().running, { timeout: 20_000 }).toBeNull();
    await Promise.all(made);
  };
  const names = (): readonly string[] =>
    readdirSync(disk)
      .flatMap((set) => readdirSync(join(disk, set, 'backups')))
      .toSorted();

  beforeEach(async () => {
    disk = join(folder.path, `disk-${(turn += 1)}`);
    mkdirSync(disk);
    rmSync(join(data, 'backup-history.json'), { force: true });
    now = at(23, 10);
    lines.length = 0;
    backups = open();
    await backups.makeRecoveryKey();
  });
  afterEach(() => backups.stop());

  it('make the recovery key once, and keep nothing of it', async () => {
    rmSync(join(data, 'backup-keys.json'));
    expect(backups.overview().hasRecoveryKey).toBe(false);
    expect(await backups.make(null, false)).toEqual({
      ok: false,
      reason: { code: 'backup/no-recovery-key', files: [] },
    });
    const key = await backups.makeRecoveryKey();
    expect(key.ok && readRestoreKey(key.value)).toEqual({ ok: true, value: new Uint8Array(16).fill(5) });
    expect(await backups.makeRecoveryKey()).toEqual({ ok: false, reason: 'backup/has-recovery-key' });
  });

  it('are made when they are due, once, and soon after a start that came too late', async () => {
    await until(at(23, 10, 1));
    expect(names()).toHaveLength(1);
    for (const hour of [12, 18]) await until(at(23, hour));
    expect(names()).toHaveLength(1);
    await until(at(24, 2, 1));
    expect(names()).toHaveLength(2);
    expect(backups.overview()).toMatchObject({
      nextAt: at(25, 2),
      problem: null,
      last: { madeAt: at(24, 2, 1) },
    });
    await backups.stop();
    backups = open();
    expect(backups.overview().last).toMatchObject({ madeAt: at(24, 2, 1), folder: disk });
    await until(at(24, 3));
    expect(names()).toHaveLength(2);
  });

  it('are not made by themselves without times or a folder', async () => {
    await backups.stop();
    backups = open({ times: [] });
    await until(at(24, 5));
    expect(readdirSync(disk)).toEqual([]);
    await backups.stop();
    backups = open({ folder: null });
    await until(at(25, 5));
    expect(backups.overview()).toMatchObject({ last: null, problem: null, nextAt: null });
    expect(await backups.make(null, false)).toMatchObject({ reason: { code: 'backup/no-folder' } });
  });

  it('of a folder whose disk is not there fail in sight, write nothing there, and are tried again', async () => {
    await until(at(23, 10, 1));
    renameSync(disk, `${disk}-taken-away`);
    mkdirSync(disk);
    await until(at(24, 2, 1));
    expect(backups.overview().problem).toMatchObject({ code: 'backup/folder-unmounted', at: at(24, 2, 1) });
    expect(readdirSync(disk)).toEqual([]);
    expect(lines).toContain('backup/failed');
    const tries = lines.length;
    await until(at(24, 2, 5));
    expect(lines.length).toBe(tries);
    rmSync(disk, { recursive: true });
    renameSync(`${disk}-taken-away`, disk);
    await until(at(24, 2, 20));
    expect(backups.overview()).toMatchObject({ problem: null, last: { madeAt: at(24, 2, 20) } });
    expect(names()).toHaveLength(2);
  });

  it('on a stick do not stand for the ones by the clock', async () => {
    await until(at(23, 10, 1));
    const stick = join(folder.path, `stick-${turn}`);
    mkdirSync(stick);
    now = at(24, 1);
    expect(await backups.make(stick, false)).toMatchObject({ ok: true, value: { folder: stick } });
    await until(at(24, 2, 1));
    expect(backups.overview().last).toMatchObject({ folder: disk, madeAt: at(24, 2, 1) });
  });

  it('begin again in a folder whose backups are gone when somebody says so', async () => {
    await until(at(23, 10, 1));
    rmSync(disk, { recursive: true });
    mkdirSync(disk);
    expect(await backups.make(null, false)).toMatchObject({ reason: { code: 'backup/folder-unmounted' } });
    expect(await backups.make(null, true)).toMatchObject({ ok: true });
    expect(names()).toHaveLength(1);
  });

  it('are one at a time, and leave no copy of the databases behind', async () => {
    await backups.make(null, false);
    const first = backups.make(null, false);
    expect(backups.overview().running).toMatchObject({ work: 'make' });
    expect(await backups.make(null, false)).toMatchObject({ reason: { code: 'backup/running' } });
    expect(await backups.check()).toMatchObject({ reason: { code: 'backup/running' } });
    expect(await first).toMatchObject({ ok: true });
    expect(readdirSync(data)).not.toContain('backup-staging');
  });

  it('are checked byte for byte on request', async () => {
    expect(await backups.check()).toMatchObject({ reason: { code: 'backup/not-found' } });
    await backups.make(null, false);
    await backups.check();
    expect(backups.overview().check).toMatchObject({ problem: null, files: [] });
    const set = join(disk, readdirSync(disk)[0] ?? '');
    rmSync(join(set, 'backups', names()[0] ?? '', 'parts', '1.age'));
    await backups.check();
    expect(backups.overview().check).toMatchObject({ problem: 'backup/damaged', files: ['log.sqlite'] });
  });

  it('stop with the hub, also in the middle', async () => {
    const under = backups.make(null, false);
    await backups.stop();
    expect((await under).ok).toBe(false);
    backups = open();
    expect(backups.overview().problem).toBeNull();
    expect(await backups.make(null, false)).toMatchObject({ ok: true });
    expect(names()).toHaveLength(1);
  });
});

describe('times of backups', () => {
  it('are by the clock of the machine', () => {
    expect(nextDue(at(23, 10), ['02:00', '14:30'])).toBe(at(23, 14, 30));
    expect(nextDue(at(23, 15), ['02:00', '14:30'])).toBe(at(24, 2));
    expect(lastDue(at(23, 1), ['02:00'])).toBe(at(22, 2));
    expect(lastDue(at(23, 2), ['02:00'])).toBe(at(23, 2));
    expect([nextDue(at(23, 1), []), lastDue(at(23, 1), [])]).toEqual([null, null]);
  });
});
