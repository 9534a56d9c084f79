import type { MachineFacts } from '../../shared/protocol/machine.ts';
import type { AppLog } from '../logs/app-log.ts';

/** A log that remembers its last error, for IT to see at the hub. */
export interface RememberingLog extends AppLog {
  lastError(): MachineFacts['lastError'];
}

/** Of an error only its name in the log is remembered: what went wrong, without a word of what was being worked on. */
export function rememberErrors<Log extends AppLog>(log: Log, now: () => number): Log & RememberingLog {
  let last: MachineFacts['lastError'] = null;
  return {
    ...log,
    error(event, fields) {
      last = { at: now(), event: event.slice(0, 80) };
      log.error(event, fields);
    },
    lastError: () => last,
  };
}
