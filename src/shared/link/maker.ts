import { isOfTerminal } from '../protocol/terminal-commands.ts';
import type { ParticipantId, PersonId } from '../records/ids.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** Who is signed in: the place in the meeting, and the person in it. A substitute has the place of somebody else. */
export interface SignedInPerson {
  readonly participantId: ParticipantId;
  /** Null where it is not known. */
  readonly personId: PersonId | null;
}

/** As {@link SignedInPerson}, where it may be nobody. */
export interface Whoever {
  readonly participantId: ParticipantId | null;
  readonly personId: PersonId | null;
}

type Made = Pick<OutboxEntry, 'command' | 'participantId' | 'personId'>;

/** True when these are the same place and, as far as both are known, the same person. */
export function isSamePerson(made: Whoever, now: Whoever): boolean {
  if (made.participantId !== now.participantId) return false;
  return made.personId === null || now.personId === null || made.personId === now.personId;
}

/**
 * True when a command may be sent while `now` is signed in: the person who made it, and nobody under whose name it
 * would be another's word. What a terminal says for itself goes with anybody, unless a person had said it.
 */
export function maySend(made: Made, now: Whoever): boolean {
  if (isSamePerson(made, now)) return true;
  if (!isOfTerminal(made.command)) return false;
  return made.participantId === null || made.command === 'recall/acknowledge';
}

/** True for a command that waits for somebody else than `now`, who has left this terminal or was replaced (SEAT-4). */
export function isStranded(entry: Made & Pick<OutboxEntry, 'answer'>, now: Whoever): boolean {
  return entry.answer === null && entry.participantId !== null && !maySend(entry, now);
}
