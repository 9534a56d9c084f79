import { hash } from 'node:crypto';
import { genesisHash, hashedText, type LogEntry } from '../room/log-entry.ts';
import { parseEntry } from './parse-entry.ts';

/** A stored line: its place, the entry as JSON, and the entry's hash. */
export interface LogRow {
  readonly seq: number;
  readonly json: string;
  readonly hash: string;
}

/** The end of a log: nothing, or its last entry. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What a check found: the end of a good log, or the first entry that cannot be trusted and why. */
export type LogCheck =
  | { readonly good: true; readonly head: Head }
  | { readonly good: false; readonly firstBad: number; readonly detail: string };

/** SHA-256 of UTF-8 text, lower-case hexadecimal. */
export function sha256Text(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * Walks the whole log: every entry by its schema, every hash, the chain, the order without a gap, and that an entry
 * known from before (`known`, the head at the last start or stop) is still there, so that a cut tail shows as well.
 */
export function checkLog(rows: Iterable<LogRow>, epoch: number, known: Head): LogCheck {
  let head: Head = { seq: 0, hash: genesisHash };
  let lastEpoch = 1;
  try {
    for (const row of rows) {
      const seq = head.seq + 1;
      const parsed = parseEntry(row.json);
      if (!parsed.ok) return { good: false, firstBad: seq, detail: parsed.reason };
      const detail = faultOf(row, parsed.value, head, { lastEpoch, epoch, known });
      if (detail !== null) return { good: false, firstBad: seq, detail };
      head = { seq, hash: row.hash };
      lastEpoch = parsed.value.epoch;
    }
  } catch (error) {
    return {
      good: false,
      firstBad: head.seq + 1,
      detail: error instanceof Error ? error.message : 'unreadable',
    };
  }
  if (head.seq < known.seq)
    return { good: false, firstBad: head.seq + 1, detail: `entries up to ${known.seq} are missing` };
  return { good: true, head };
}

interface Bounds {
  readonly lastEpoch: number;
  readonly epoch: number;
  readonly known: Head;
}

function faultOf(row: LogRow, entry: LogEntry, head: Head, bounds: Bounds): string | null {
  const seq = head.seq + 1;
  if (row.seq !== seq) return 'missing';
  if (entry.seq !== seq) return 'carries another sequence';
  if (entry.prev !== head.hash) return 'does not follow from the entry before';
  if (entry.hash !== row.hash || sha256Text(hashedText(entry)) !== entry.hash) return 'its hash does not fit';
  if (entry.epoch < bounds.lastEpoch || entry.epoch > bounds.epoch) return 'carries an impossible epoch';
  if (seq === bounds.known.seq && entry.hash !== bounds.known.hash)
    return 'is not the entry known from before';
  return null;
}
