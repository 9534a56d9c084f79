import type { Participant } from '../../../shared/records/participant.ts';
import type { SeatLabel } from '../../../shared/records/ids.ts';
import type { Entry } from './outbox-words.ts';

/** Why a command cannot be sent from a terminal: only in the first case may its maker still come and do it here. */
export type StrandedReason = 'waits-for-sign-in' | 'moved' | 'replaced';

/** @param participant the maker's place in the meeting as it is now; null while its record is not here */
export function strandedReason(
  entry: Pick<Entry, 'personId'>,
  participant: Pick<Participant, 'personId' | 'seat'> | null,
  seat: SeatLabel | null,
): StrandedReason {
  if (participant === null) return 'waits-for-sign-in';
  if (entry.personId !== null && participant.personId !== entry.personId) return 'replaced';
  return seat !== null && participant.seat !== seat ? 'moved' : 'waits-for-sign-in';
}
