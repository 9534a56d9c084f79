import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupMade, BackupsOverview } from '../../shared/protocol/admin/backups.ts';
import { recoveryBytes, writeRecoveryKey } from '../../shared/private-layer/recovery-key.ts';
import type { RoomId } from '../../shared/records/ids.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { faultFields, type Logger } from '../transport/logger.ts';
import { keepHistory, readHistory, type BackupHistory } from './backup-history.ts';
import { BackupRefused, type BackupCode, type BackupReason } from './backup-refusal.ts';
import { setFolder } from './backup-set.ts';
import type { BackupThread } from './backup-thread.ts';
import { lastDue, nextDue } from './backup-times.ts';
import { stagingFolder } from './data-folder.ts';
import { keepBackupKeys, readBackupKeys } from './keep-backup-keys.ts';
import { keysOfRecoveryKey } from './recovery-keys.ts';
import { stageDatabases, type CopyingStore } from './stage-databases.ts';

/** What IT has set: where backups go, at which times of day, and how many are kept. */
export interface BackupSettings {
  /** Null: by hand only, into a folder that is named then. */
  readonly folder: string | null;
  /** "02:00" by the clock of the hub's machine. */
  readonly times: readonly string[];
  readonly keep: number;
}

export const noBackups: BackupSettings = { folder: null, times: [], keep: 14 };

export interface RoomBackupPorts {
  readonly data: string;
  readonly store: CopyingStore & { readonly roomId: RoomId };
  readonly settings: BackupSettings;
  readonly thread: BackupThread;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly program: string;
  randomBytes(length: number): Uint8Array;
}

/** The backups of a hub that runs: by hand and by the clock, one at a time. */
export interface RoomBackups {
  overview(): BackupsOverview;
  /** Makes one; resolves when it has been read back. `anew`: into a folder whose earlier backups are gone. */
  make(folder: string | null, anew: boolean): Promise<Result<BackupMade, BackupReason>>;
  /** Reads the last backup and compares every byte; the overview tells what was found. */
  check(): Promise<Result<null, BackupReason>>;
  /** Makes the recovery key of a room that has none, to be printed; it is not kept. */
  makeRecoveryKey(): Promise<Result<string, BackupCode>>;
  stop(): Promise<void>;
}

/** How often it is looked whether a backup is due: a timer for hours would not notice that the clock was put right. */
const lookMs = 30_000;
/** The first look waits until the room is running. */
const firstLookMs = 60_000;
/** After a backup by the clock that failed. */
const retryMs = 15 * 60_000;

/** Begins to look at the clock. */
export function openRoomBackups(ports: RoomBackupPorts): RoomBackups {
  return new Backups(ports);
}

class Backups implements RoomBackups {
  readonly #ports: RoomBackupPorts;
  #history: BackupHistory;
  #running: BackupsOverview['running'] = null;
  #check: BackupsOverview['check'] = null;
  #lastTry = Number.NEGATIVE_INFINITY;
  #under: Promise<unknown> = Promise.resolve();
  #timer: Stop;
  #isStopped = false;

  constructor(ports: RoomBackupPorts) {
    this.#ports = ports;
    this.#history = readHistory(ports.data);
    this.#timer = ports.timers.after(firstLookMs, () => this.#look());
  }

  overview(): BackupsOverview {
    const { settings, timers, data } = this.#ports;
    const now = timers.now();
    return {
      now,
      hasRecoveryKey: readBackupKeys(data) !== null,
      folder: settings.folder,
      times: [...settings.times],
      keep: settings.keep,
      nextAt: settings.folder === null ? null : nextDue(now, settings.times),
      last: this.#history.last,
      problem: this.#history.problem,
      running: this.#running,
      check: this.#check,
    };
  }

  async make(folder: string | null, anew: boolean): Promise<Result<BackupMade, BackupReason>> {
    const to = folder ?? this.#ports.settings.folder;
    if (to === null) return no('backup/no-folder');
    return await this.#alone('make', async () => {
      const made = await this.#make(to, anew);
      this.#note(made);
      return made;
    });
  }

  async check(): Promise<Result<null, BackupReason>> {
    const { data, store, thread, timers } = this.#ports;
    const keys = readBackupKeys(data);
    const { last } = this.#history;
    if (keys === null) return no('backup/no-recovery-key');
    if (last === null) return no('backup/not-found');
    const backup = join(setFolder(last.folder, store.roomId, keys.recipient), 'backups', last.name);
    return await this.#alone('check', async () => {
      const end = await thread.do({ work: 'check', backup, authKey: keys.authKey }, (progress) =>
        this.#progressed('check', progress),
      );
      if (end.type !== 'checked') return no('backup/folder-failed');
      const damage = end.result.ok ? [...end.result.value.parts, ...end.result.value.objects] : [];
      const code = end.result.ok ? (damage.length === 0 ? null : 'backup/damaged') : end.result.reason.code;
      this.#check = { at: timers.now(), name: last.name, problem: code, files: damage };
      return ok(null);
    });
  }

  async makeRecoveryKey(): Promise<Result<string, BackupCode>> {
    const { data, randomBytes } = this.#ports;
    if (readBackupKeys(data) !== null) return refused('backup/has-recovery-key');
    const key = randomBytes(recoveryBytes);
    const { kept } = await keysOfRecoveryKey(key);
    if (readBackupKeys(data) !== null) return refused('backup/has-recovery-key');
    keepBackupKeys(data, kept);
    return ok(writeRecoveryKey(key));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer();
    await this.#ports.thread.stop();
    await this.#under.catch(() => undefined);
  }

  #look(): void {
    const { timers, settings } = this.#ports;
    this.#timer = timers.after(lookMs, () => this.#look());
    const now = timers.now();
    const due = settings.folder === null ? null : lastDue(now, settings.times);
    if (due === null || this.#running !== null || (this.#history.settledAt ?? 0) >= due) return;
    // The clock may have been put back: a try that lies ahead is none.
    const waited = now - this.#lastTry;
    if (this.#lastTry >= due && waited >= 0 && waited < retryMs) return;
    this.#lastTry = now;
    void this.make(null, false);
  }

  async #make(folder: string, anew: boolean): Promise<Result<BackupMade, BackupReason>> {
    const { data, store, settings, thread, timers, program } = this.#ports;
    const keys = readBackupKeys(data);
    if (keys === null) return no('backup/no-recovery-key');
    try {
      const staging = await stageDatabases(data, store);
      if (this.#isStopped) return no('backup/folder-failed');
      const job = {
        data,
        staging,
        folder,
        expectsEarlier: !anew && this.#history.folders.includes(realPath(folder)),
        keys,
        keep: settings.keep,
        madeAt: timers.now(),
        program,
      };
      const end = await thread.do({ work: 'make', job }, (progress) => this.#progressed('make', progress));
      if (end.type !== 'made') return no('backup/folder-failed');
      if (!end.result.ok) return end.result;
      const { name, madeAt, seq, documents, bytes, newBytes, lacking } = end.result.value;
      return ok({ name, folder, madeAt, seq, documents, bytes, newBytes, lacking });
    } catch (error) {
      if (error instanceof BackupRefused) return no(error.code, error.files);
      throw error;
    } finally {
      await rm(join(data, stagingFolder), { recursive: true, force: true }).catch(() => undefined);
    }
  }

  /** A fault of a backup is told and shown, and does not end the room. */
  async #alone<Value>(
    work: 'make' | 'check',
    doIt: () => Promise<Result<Value, BackupReason>>,
  ): Promise<Result<Value, BackupReason>> {
    if (this.#running !== null || this.#isStopped) return no('backup/running');
    this.#running = { work, doneBytes: 0, totalBytes: 0 };
    const under = doIt().catch((error: unknown): Result<Value, BackupReason> => {
      if (!this.#isStopped) this.#ports.logger.error('backup/fault', faultFields(error));
      return no('backup/folder-failed');
    });
    this.#under = under;
    const end = await under;
    this.#running = null;
    return end;
  }

  #progressed(
    work: 'make' | 'check',
    { doneBytes, totalBytes }: { doneBytes: number; totalBytes: number },
  ): void {
    this.#running = { work, doneBytes, totalBytes };
  }

  #note(made: Result<BackupMade, BackupReason>): void {
    const { data, logger, timers } = this.#ports;
    if (this.#isStopped) return;
    if (made.ok) {
      const { bytes, documents: count, seq, folder } = made.value;
      logger.info('backup/made', { bytes, count, seq });
      const folders = [...this.#history.folders.filter((one) => one !== realPath(folder)), realPath(folder)];
      const isSettled = folder === this.#ports.settings.folder;
      const settledAt = isSettled ? made.value.madeAt : this.#history.settledAt;
      this.#history = { ...this.#history, last: made.value, problem: null, settledAt, folders };
    } else {
      const { code, files } = made.reason;
      logger.error('backup/failed', { code });
      this.#history = { ...this.#history, problem: { at: timers.now(), code, files: [...files] } };
    }
    keepHistory(data, this.#history);
  }
}

/** Where a folder really is, so that one that is named in two ways is one; a folder that is not there is its name. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function no(
  code: BackupCode,
  files: readonly string[] = [],
): { readonly ok: false; readonly reason: BackupReason } {
  return refused({ code, files });
}
