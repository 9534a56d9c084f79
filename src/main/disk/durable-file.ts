import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file as a whole: after a power cut it has the old bytes or the new. Readable by its owner alone. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.new`;
  {
    await using handle = await open(beside, 'w', 0o600);
    await handle.writeFile(bytes);
    await handle.sync();
  }
  await rename(beside, file);
  await syncFolder(dirname(file));
}

/** Makes the names in a folder durable. Windows has no handle of a folder to sync; NTFS journals its names. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** The bytes of a file; null when there is none. */
export async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return null;
    throw reason;
  }
}
