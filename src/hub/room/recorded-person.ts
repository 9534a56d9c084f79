import type { Participant } from '../../shared/records/participant.ts';
import type { RecordedPerson } from '../../shared/records/record-line.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** A participant as the record names them now; `changes` are those of the entry itself, which go before the state. */
export function recordedPerson(
  state: RoomState,
  { id, personId, standsInFor }: Participant,
  changes: readonly RecordChange[] = [],
): RecordedPerson {
  let name = read(state, 'person', personId)?.fullName ?? '';
  for (const change of changes) {
    if (change.kind === 'person' && change.body.id === personId) name = change.body.fullName;
  }
  return { participantId: id, name, standsInFor: standsInFor?.fullName ?? null };
}

/** Whose coming and going the record tells: members and invited people, not those who run the room. */
export function isOfTheRoom({ roles }: Participant): boolean {
  return roles.includes('member') || roles.includes('invited');
}
