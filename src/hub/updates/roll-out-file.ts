import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { rollOut, type RollOut } from '../../shared/protocol/updates.ts';
import { syncFolderLater } from '../store/durable-file.ts';

/** Nothing is rolled out. */
export const noRollOut: RollOut = { version: null, target: { to: 'nobody' } };

/**
 * Reads what is rolled out, `<data folder>/updates/roll-out.json`. Nothing is when the file is not there or cannot be
 * understood: a terminal stays as it is then.
 */
export function readRollOut(file: string): RollOut {
  try {
    return rollOut.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return noRollOut;
  }
}

/** Replaces the file as a whole; a running hub reads it at the next question of a terminal. */
export async function writeRollOut(file: string, value: RollOut): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.new`;
  {
    await using handle = await open(beside, 'w', 0o600);
    await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await handle.sync();
  }
  await rename(beside, file);
  await syncFolderLater(dirname(file));
}
