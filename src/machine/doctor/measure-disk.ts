import { existsSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiskFacts } from '../../shared/health/facts.ts';

const writes = 9;
const writtenBytes = 4096;

export interface DiskPorts {
  /** Where what must last is kept, or will be. */
  readonly folder: string;
  /** A name for the file of the trial that nothing else has. */
  readonly draft: string;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/**
 * How much room there is and how long a small write takes until it is on the disk. Null where the disk does not even
 * tell its size; `writeMs` is null where nothing can be written.
 */
export async function measureDisk({ folder, draft, now }: DiskPorts): Promise<DiskFacts | null> {
  const place = existing(folder);
  try {
    const { bavail, blocks, bsize } = await statfs(place);
    const writeMs = await timeWrites(join(place, draft), now);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize, writeMs };
  } catch {
    return null;
  }
}

/** The median of several writes, each followed by fsync. */
async function timeWrites(file: string, now: () => number): Promise<number | null> {
  const times: number[] = [];
  try {
    await using handle = await open(file, 'wx', 0o600);
    for (let turn = 0; turn < writes; turn += 1) {
      const begun = now();
      // One after the other is what is measured.
      // oxlint-disable-next-line no-await-in-loop
      await handle.write(new Uint8Array(writtenBytes), 0, writtenBytes, turn * writtenBytes);
      // oxlint-disable-next-line no-await-in-loop
      await handle.sync();
      times.push(now() - begun);
    }
  } catch {
    return null;
  } finally {
    await rm(file, { force: true });
  }
  return times.toSorted((a, b) => a - b)[Math.floor(writes / 2)] ?? null;
}

/** The folder, or the nearest one above it that is there. */
function existing(folder: string): string {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}
