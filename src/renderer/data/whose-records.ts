import type { DeviceIdentity, RoomFacts } from '../../shared/bridge/bridge.ts';
import { isSameReplica } from '../../shared/link/replica-feed.ts';
import type { RecordDatabase } from './database.ts';
import { forgetAll, forgetPerson } from './forget-records.ts';
import { writeMarker, type ReplicaMarker } from './replica-marker.ts';

/** The room to follow: the one that welcomed this terminal as the person who is signed in at it now. */
export function targetOf(identity: DeviceIdentity, room: RoomFacts | null): RoomFacts | null {
  if (room === null || room.participantId !== identity.participantId) return null;
  return room.roomId === identity.registered?.roomId ? room : null;
}

/** True when the records were pulled for a person who is not the one signed in now. */
export function isOfAnother(marker: ReplicaMarker | null, identity: DeviceIdentity): marker is ReplicaMarker {
  return marker !== null && marker.participantId !== null && marker.participantId !== identity.participantId;
}

/** Removes what the marked person alone could see; from then on the records are nobody's. */
export async function forgetWho(
  { collection }: RecordDatabase,
  marker: ReplicaMarker,
): Promise<ReplicaMarker> {
  await forgetPerson(collection, marker);
  const viewer = { ...marker.viewer, personId: null, atConsole: false };
  const nobodys = { ...marker, viewer, participantId: null, generation: marker.generation + 1 };
  await writeMarker(collection, nobodys);
  return nobodys;
}

/**
 * Gives the marker under which to pull from `room`. Records of another room, epoch or history go at once, because they
 * may say what never came to be; those seen with other eyes stay readable until everything has been pulled anew.
 */
export async function beginMarker(
  { collection }: RecordDatabase,
  marker: ReplicaMarker | null,
  room: RoomFacts,
): Promise<ReplicaMarker> {
  const isSame = marker !== null && isSameReplica({ ...marker, participantId: null }, room);
  if (isSame && marker.participantId === room.participantId) return marker;
  const isSameHistory =
    marker?.roomId === room.roomId && marker.epoch === room.epoch && marker.history === room.history;
  if (!isSameHistory) await forgetAll(collection);
  const begun: ReplicaMarker = {
    ...room,
    generation: (marker?.generation ?? 0) + 1,
    wholeAt: isSameHistory ? marker.wholeAt : null,
  };
  await writeMarker(collection, begun);
  return begun;
}
