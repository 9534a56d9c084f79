import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateFacts, DataFacts } from '../../shared/health/facts.ts';
import { roomId } from '../../shared/records/ids.ts';
import { openAuthority } from '../store/authority.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { damaged, StoreRefusal } from '../store/store-refusal.ts';
import { newId, newRoomCode } from '../transport/secrets.ts';

/** What a data folder is like. `certificates` is null where the folder could not be opened. */
export interface LookedAt {
  readonly data: DataFacts;
  readonly certificates: CertificateFacts | null;
}

/**
 * Opens a data folder as a hub would, with all its checks, and closes it again. One in which a hub works is left alone,
 * and whatever is not there is not made.
 */
export async function lookAtStore(folder: string): Promise<LookedAt> {
  const has = (name: string): boolean => existsSync(join(folder, name));
  if (!has('log.sqlite') && !has('blobs')) return { data: { state: 'absent' }, certificates: null };
  try {
    for (const name of ['log.sqlite', 'credentials.sqlite'])
      if (!has(name)) throw damaged(join(folder, name), null, 'the file is missing');
    const store = openStore(folder, {
      now: () => 0,
      newRoomId: () => roomId.parse(newId('room')),
      newRoomCode,
    });
    try {
      const data: DataFacts = { state: 'whole', entries: lengthOf(store.log.read()) };
      return { data, certificates: { state: await authorityOf(store) } };
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    const data: DataFacts =
      error.problem === 'locked'
        ? { state: 'in-use', isReadOnly: null }
        : { state: 'damaged', detail: error.sentence.vi.slice(0, 1000) };
    return { data, certificates: null };
  }
}

async function authorityOf(store: Store): Promise<CertificateFacts['state']> {
  if (!existsSync(join(store.folder, 'authority.pem'))) return 'absent';
  try {
    await openAuthority(store.folder, store.roomId);
    return 'good';
  } catch (error) {
    if (error instanceof StoreRefusal) return 'damaged';
    throw error;
  }
}

function lengthOf(entries: Iterable<unknown>): number {
  let count = 0;
  for (const _ of entries) count += 1;
  return count;
}
