import type { RecordCollection } from './database.ts';
import { isRecordKey, type ReplicaMarker } from './replica-marker.ts';

/** Kinds of which a seat holds only the records of the person signed in; see the audiences of the hub. */
const personalKinds = ['ballot'];

/** Removes every record, on disk too. The collection must not be followed meanwhile. */
export async function forgetAll(collection: RecordCollection): Promise<void> {
  await forget(collection, isRecordKey);
}

/**
 * Removes what the person named by `marker` alone could see: at a seat what is his or her own; at a console everything,
 * because whoever is not signed in at a console may see no more than the public. The pack of a seat stays.
 */
export async function forgetPerson(collection: RecordCollection, marker: ReplicaMarker): Promise<void> {
  const isPersonal = (key: string): boolean => personalKinds.some((kind) => key.startsWith(`${kind}/`));
  await forget(collection, marker.viewer.surface === 'seat' ? isPersonal : isRecordKey);
}

async function forget(collection: RecordCollection, isMeant: (key: string) => boolean): Promise<void> {
  const held = await collection.find().exec();
  await collection.bulkRemove(held.map(({ key }) => key).filter(isMeant));
  // RxDB only marks what is removed; this takes it off the disk.
  await collection.storageInstance.cleanup(0);
}
