import type { Attendance } from '../../../shared/records/attendance.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Participant } from '../../../shared/records/participant.ts';
import type { Person } from '../../../shared/records/person.ts';
import { compareByGivenName } from '../../../shared/std/vietnamese-text.ts';

/** A participant of a meeting with the person and the presence, joined for showing. */
export interface Delegate {
  readonly participant: Participant;
  /** Null while the person's record has not arrived. */
  readonly person: Person | null;
  /** Null while nothing is known of the presence. */
  readonly attendance: Attendance | null;
}

/** The participants of a meeting as delegates, members before guests, then by given name as Vietnamese lists are. */
export function delegatesOf(
  meetingId: Meeting['id'] | null,
  participants: readonly Participant[],
  people: ReadonlyMap<string, Person>,
  attendances: ReadonlyMap<string, Attendance>,
): readonly Delegate[] {
  return participants
    .filter((participant) => participant.meetingId === meetingId)
    .map((participant) => ({
      participant,
      person: people.get(participant.personId) ?? null,
      attendance: attendances.get(participant.id) ?? null,
    }))
    .toSorted(
      (a, b) =>
        Number(b.participant.hasVote) - Number(a.participant.hasVote) ||
        compareByGivenName(a.person?.fullName ?? '', b.person?.fullName ?? ''),
    );
}

/** Delegates by their seat; those without a seat are left out. */
export function delegatesBySeat(delegates: readonly Delegate[]): ReadonlyMap<string, Delegate> {
  return new Map(
    delegates.flatMap((delegate) =>
      delegate.participant.seat === null ? [] : [[delegate.participant.seat, delegate] as const],
    ),
  );
}

/** The delegate of a participant id; null when there is none. */
export function delegateOf(
  delegates: readonly Delegate[],
  participantId: Participant['id'] | null,
): Delegate | null {
  return delegates.find((delegate) => delegate.participant.id === participantId) ?? null;
}

/** Delegates as somebody is chosen from them: "A07 · Nguyễn Văn An". */
export function delegateOptions(
  delegates: readonly Delegate[],
): readonly { readonly id: Participant['id']; readonly label: string }[] {
  return delegates.map(({ participant, person }) => ({
    id: participant.id,
    label: [participant.seat, person?.fullName].filter(Boolean).join(' · '),
  }));
}

/** True when the delegate is in the room. */
export function isPresent(delegate: Delegate): boolean {
  return delegate.attendance?.state === 'present';
}
