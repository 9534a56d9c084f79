import { z } from 'zod';
import { viewer } from '../../shared/records/audience.ts';
import { moment, participantId, roomId } from '../../shared/records/ids.ts';
import type { RecordCollection } from './database.ts';

/** Whose records these are; kept among the records themselves, so that both are lost or kept together. */
export const replicaMarker = z.strictObject({
  roomId,
  epoch: z.number().int().positive(),
  history: z.number().int().nonnegative().default(0),
  /** With whose eyes the records were pulled. */
  viewer,
  participantId: participantId.nullable(),
  /** See `RecordDocument.generation`. */
  generation: z.number().int().positive(),
  /** When the records were last known to be whole, by this machine's clock. */
  wholeAt: moment.nullable(),
});
export type ReplicaMarker = z.infer<typeof replicaMarker>;

/** No record has such a key: it sorts behind all kinds. */
const markerKey = '~replica';

/** True for the key of a record, false for the marker's. */
export function isRecordKey(key: string): boolean {
  return key !== markerKey;
}

/** Reads the marker; null when there is none, or none that this version understands. */
export async function readMarker(collection: RecordCollection): Promise<ReplicaMarker | null> {
  const document = await collection.findOne(markerKey).exec();
  const parsed = replicaMarker.safeParse(document?.toJSON().body);
  return parsed.success ? parsed.data : null;
}

export async function writeMarker(collection: RecordCollection, marker: ReplicaMarker): Promise<void> {
  await collection.incrementalUpsert({ key: markerKey, seq: 0, generation: marker.generation, body: marker });
}
