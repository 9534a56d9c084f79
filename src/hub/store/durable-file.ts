import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

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
