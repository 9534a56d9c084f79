import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OutboxFacts, VaultFacts } from '../../shared/health/facts.ts';
import { isWaiting } from '../../shared/link/outbox-entry.ts';
import {
  chunkBytes,
  chunkCount,
  chunkIvBytes,
  chunkLength,
  chunkTagBytes,
} from '../../shared/vault/chunks.ts';
import type { BlobDisk, StoredBlob } from '../../shared/vault/vault-ports.ts';
import { openTerminalDatabase } from '../disk/terminal-database.ts';
import { createSealer, deriveKey } from '../keys/sealer.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { openFileDisk } from '../vault/file-disk.ts';

/** What one terminal of this machine keeps. Null for what is not there yet, or is in use by the running program. */
export interface KeptByTerminal {
  readonly outbox: OutboxFacts | null;
  readonly vault: VaultFacts | null;
}

/** Looks into the folder of the terminal `name` below `folder`. */
export async function lookAtTerminal(
  folder: string,
  name: string,
  machineKey: Uint8Array,
): Promise<KeptByTerminal> {
  const own = join(folder, name);
  const keyFor = (purpose: string): Uint8Array => deriveKey(machineKey, `${name}|${purpose}`);
  return {
    outbox: await outboxIn(join(own, 'terminal.sqlite'), keyFor('values')),
    vault: await vaultIn(join(own, 'vault'), keyFor('vault')),
  };
}

async function outboxIn(file: string, key: Uint8Array): Promise<OutboxFacts | null> {
  if (!existsSync(file)) return null;
  let unreadable = 0;
  try {
    const database = openTerminalDatabase(file);
    try {
      if (!database.isSound()) return { state: 'unreadable', waiting: 0 };
      const onTrouble = (): void => void (unreadable += 1);
      const entries = await createOutboxStore({ database, sealer: createSealer(key), onTrouble }).load();
      const waiting = entries.filter(isWaiting).length;
      return { state: unreadable > 0 ? 'unreadable' : entries.length === 0 ? 'empty' : 'readable', waiting };
    } finally {
      database.close();
    }
  } catch (reason) {
    return isInUse(reason) ? null : { state: 'unreadable', waiting: 0 };
  }
}

/** SQLite's word for a file that another process holds: the program is running. */
function isInUse(reason: unknown): boolean {
  return reason instanceof Error && /database is locked/.test(reason.message);
}

async function vaultIn(folder: string, key: Uint8Array): Promise<VaultFacts | null> {
  if (!existsSync(folder)) return null;
  try {
    const randomBytes = (count: number): Uint8Array => new Uint8Array(count);
    const disk = await openFileDisk({ folder, sealer: createSealer(key), randomBytes });
    const held = (await disk.list()).filter((blob) => blob.held);
    let damaged = 0;
    for (const blob of held) {
      // A large vault would otherwise be read in one breath.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await opens(disk, blob))) damaged += 1;
    }
    return { state: held.length === 0 ? 'empty' : 'readable', blobs: held.length, damaged };
  } catch {
    return { state: 'unreadable', blobs: 0, damaged: 0 };
  }
}

/** Whether the first and the last chunk open; a whole vault takes too long before a meeting. */
async function opens(disk: BlobDisk, blob: StoredBlob): Promise<boolean> {
  const sealedChunk = chunkBytes + chunkIvBytes + chunkTagBytes;
  const chunks = Math.ceil(blob.storedBytes / sealedChunk);
  const bytes = blob.storedBytes - chunks * (chunkIvBytes + chunkTagBytes);
  if (bytes < 0 || chunkCount(bytes) !== chunks) return false;
  for (const index of new Set([0, chunks - 1])) {
    // oxlint-disable-next-line no-await-in-loop
    if (chunks > 0 && (await disk.readChunk(blob, index, chunkLength(bytes, index))) === null) return false;
  }
  return true;
}
