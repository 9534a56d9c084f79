import type { MeetingId } from '../../shared/records/ids.ts';
import type { RecordCollection } from './database.ts';
import { isRecordKey, type ReplicaMarker } from './replica-marker.ts';

/** Kinds of which a seat holds only the records of the person signed in; see the audiences of the hub. */
const personalKinds = ['ballot', 'layer-part'];

/** Kinds that a seat holds no more after a recall. */
const paperKinds = ['document', 'document-version'];

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

/** Removes a seat's records of the papers of recalled meetings: what a terminal that was off still held of them. */
export async function forgetRecalled(
  collection: RecordCollection,
  recalled: readonly MeetingId[],
): Promise<void> {
  if (recalled.length === 0) return;
  const ids: ReadonlySet<unknown> = new Set(recalled);
  await forget(collection, (key, body) => isPaper(key) && ids.has(meetingOf(body)));
}

function isPaper(key: string): boolean {
  return paperKinds.some((kind) => key.startsWith(`${kind}/`));
}

function meetingOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'meetingId' in body ? body.meetingId : undefined;
}

async function forget(
  collection: RecordCollection,
  isMeant: (key: string, body: unknown) => boolean,
): Promise<void> {
  const held = await collection.find().exec();
  const meant = held.filter((document) => isMeant(document.key, document.toJSON().body));
  if (meant.length === 0) return;
  await collection.bulkRemove(meant.map(({ key }) => key));
  // RxDB only marks what is removed; this takes it off the disk.
  await collection.storageInstance.cleanup(0);
}
