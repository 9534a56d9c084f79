import { LogFull } from '../room/ports.ts';

/** Primary result codes of SQLite that the store tells apart (sqlite.org/rescode.html). */
const codes = { busy: 5, full: 13, cannotOpen: 14, corrupt: 11, notDatabase: 26 } as const;

type Cause = keyof typeof codes;

/** True when `error` is SQLite's and has this cause; extended codes carry the cause in their low byte. */
export function isSqlite(error: unknown, cause: Cause): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return (error.errcode & 0xff) === codes[cause];
}

/** Runs `write`; a full disk becomes {@link LogFull}, anything else stays the fault it is. */
export function orLogFull<Value>(write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    if (isSqlite(error, 'full')) throw new LogFull('the disk is full', { cause: error });
    throw error;
  }
}
