import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { DiskFacts, MemoryFacts } from '../../shared/health/facts.ts';

/** What the hub knows of the machine it runs on. */
export interface HubFacts {
  /** Null where the system does not tell. */
  readonly disk: DiskFacts | null;
  readonly memory: MemoryFacts;
}

/** Looks at the disk that `folder` is on, and at the memory. */
export async function readHubFacts(folder: string): Promise<HubFacts> {
  const memory = { freeBytes: process.availableMemory(), totalBytes: totalmem() };
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize, writeMs: null }, memory };
  } catch {
    return { disk: null, memory };
  }
}
