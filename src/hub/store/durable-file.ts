import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the names in a folder durable: a rename survives a power cut only when its folder has been synced. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // Windows has no handle of a folder to sync; NTFS journals the rename.
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** {@link syncFolder} without holding up the event loop. */
export async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** Writes a file that only the hub's own user may read, whole or not at all. Returns after fsync. */
export function writeSecretFile(file: string, text: string): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  syncFolder(dirname(file));
}
