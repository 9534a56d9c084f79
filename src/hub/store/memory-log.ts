import type { LogEntry } from '../room/log-entry.ts';
import { LogFull, type LogPort } from '../room/ports.ts';
import { must } from '../../shared/std/must.ts';

/** The lines of a log in memory; kept apart from the log, as a disk is, so that a log can be opened on it again. */
export interface MemoryDisk {
  readonly lines: string[];
  /** Set to true to make appends find no room. */
  isFull: boolean;
}

/** An empty disk with room on it. */
export function createMemoryDisk(): MemoryDisk {
  return { lines: [], isFull: false };
}

/** A log that forgets with the process: for tests and simulation, with the same contract as the one on disk. */
export function createMemoryLog(disk: MemoryDisk = createMemoryDisk()): LogPort {
  return {
    append(entries) {
      if (entries.length === 0) return;
      if (disk.isFull) throw new LogFull('the memory disk is full');
      const first = disk.lines.length + 1;
      for (const [at, entry] of entries.entries())
        must(entry.seq === first + at, `entry ${entry.seq} is out of order`);
      disk.lines.push(...entries.map((entry) => JSON.stringify(entry)));
    },
    *read() {
      for (const line of disk.lines) yield JSON.parse(line) as LogEntry;
    },
    hashAt(seq) {
      const line = disk.lines[seq - 1];
      return line === undefined ? null : (JSON.parse(line) as LogEntry).hash;
    },
  };
}
