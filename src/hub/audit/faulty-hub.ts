import { DatabaseSync } from 'node:sqlite';
import type { LogEntry } from '../room/log-entry.ts';
import type { LogPort } from '../room/ports.ts';
import { runHub } from '../start/run-hub.ts';

/**
 * A hub with a fault planted in it, to prove that the audits notice. Run as
 * `node faulty-hub.ts <fault> --data <folder> …`; never part of the product.
 */
const faults: Readonly<Record<string, (log: LogPort) => LogPort>> = {
  /** Answers leave before their entries are on the disk: what is decided is written some time later. */
  'answer-before-commit': (log) => {
    let late: LogEntry[] = [];
    setInterval(() => {
      const entries = late;
      late = [];
      log.append(entries);
    }, 40);
    return { ...log, append: (entries) => void late.push(...entries) };
  },
  /** The disk fails at the third commit, as after a failed fsync. */
  'disk-error': (log) => {
    let commits = 0;
    return {
      ...log,
      append(entries) {
        commits += 1;
        if (commits === 3) throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR' });
        log.append(entries);
      },
    };
  },
};

/** Commits return before the disk has them, as with the setting that SQLite is often given for speed. */
function syncNormally(): void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql);
    // The last thing that opening a database of the hub does.
    if (sql === 'BEGIN IMMEDIATE; COMMIT') exec.call(this, 'PRAGMA synchronous = NORMAL');
  };
}

const [name = '', ...args] = process.argv.slice(2);
if (name === 'sync-normal') {
  syncNormally();
  await runHub(args);
} else {
  const plant = faults[name];
  if (plant === undefined) throw new Error(`there is no fault called ${name}`);
  await runHub(args, plant);
}
