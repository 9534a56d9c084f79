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
    return { append: (entries) => void late.push(...entries), read: () => log.read() };
  },
  /** The disk fails at the third commit, as after a failed fsync. */
  'disk-error': (log) => {
    let commits = 0;
    return {
      append(entries) {
        commits += 1;
        if (commits === 3) throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR' });
        log.append(entries);
      },
      read: () => log.read(),
    };
  },
};

const [name = '', ...args] = process.argv.slice(2);
const plant = faults[name];
if (plant === undefined) throw new Error(`there is no fault called ${name}`);
await runHub(args, plant);
