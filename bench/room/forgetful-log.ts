import type { LogEntry } from '../../src/hub/room/log-entry.ts';
import type { LogPort } from '../../src/hub/room/ports.ts';

/**
 * A log that encodes what it is given and keeps it in memory alone: what a hub would cost that promises nothing. For
 * measuring what durability costs; never part of the product.
 */
export function forgetfulLog(log: LogPort): LogPort {
  const lines: string[] = [];
  return {
    append: (entries, texts) => void lines.push(...(texts ?? entries.map((entry) => JSON.stringify(entry)))),
    *read() {
      yield* log.read();
      for (const line of lines) yield JSON.parse(line) as LogEntry;
    },
    hashAt(seq) {
      const kept = log.hashAt(seq);
      if (kept !== null) return kept;
      for (const line of lines) {
        const entry = JSON.parse(line) as LogEntry;
        if (entry.seq === seq) return entry.hash;
      }
      return null;
    },
  };
}
