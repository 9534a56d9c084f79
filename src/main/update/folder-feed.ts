import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateRefused, type ReleaseFeed } from './release-feed.ts';

/** A release in a folder of this machine: a stick, or a share that IT has mounted. */
export function createFolderFeed(folder: string): ReleaseFeed {
  return {
    async read(name, mostBytes) {
      try {
        await using handle = await open(join(folder, name), 'r');
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(mostBytes + 1), 0, mostBytes + 1, 0);
        return bytesRead > mostBytes ? null : buffer.subarray(0, bytesRead);
      } catch {
        return null;
      }
    },
    open: async (name, offset, signal) => ({ offset, pieces: piecesOf(join(folder, name), offset, signal) }),
  };
}

async function* piecesOf(file: string, start: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(file, { start, signal })) yield piece;
  } catch (cause) {
    throw new UpdateRefused(signal.aborted ? 'update/unreachable' : 'update/incomplete', { cause });
  }
}
