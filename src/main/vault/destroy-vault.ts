import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keyFileName } from '../../shared/vault/meeting-folder.ts';
import { syncFolder } from '../disk/durable-file.ts';

/**
 * Destroys a vault: the keys of all meetings are overwritten where they lie, before anything is removed. To be called
 * while no terminal has it open; doing it again is harmless.
 */
export async function destroyVault(folder: string): Promise<void> {
  const meetings = await foldersIn(folder);
  await Promise.all(meetings.map((meeting) => overwrite(join(folder, meeting, keyFileName))));
  await rm(folder, { recursive: true, force: true });
  await syncFolder(dirname(folder));
}

/** Replaces the bytes of a file by zeros, in place and durably; nothing happens when there is none. */
export async function overwrite(file: string): Promise<void> {
  try {
    const { size } = await stat(file);
    await using handle = await open(file, 'r+');
    await handle.writeFile(new Uint8Array(size));
    await handle.sync();
  } catch (reason) {
    if (!isMissing(reason)) throw reason;
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch (reason) {
    if (isMissing(reason)) return [];
    throw reason;
  }
}

function isMissing(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && reason.code === 'ENOENT';
}
