import { queueOf, speakerOf } from '../../../shared/domain/floor.ts';
import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { SeatLabel } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { answersAtTerminal } from '../../../shared/domain/vote-kinds.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import type { VoteProgress } from '../../../shared/records/vote-progress.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { isTakingBallots } from '../../data/select/votes.ts';
import { delegatesBySeat, isPresent, type Delegate } from '../../data/select/people.ts';

/** What a seat shows on the map, before it has been put in words. */
export type SeatSituation =
  | 'empty'
  | 'unmanned'
  | 'present'
  | 'waited'
  | 'received'
  | 'disconnected'
  | 'absent'
  | 'invited'
  | 'invitedPresent';

export interface RoomNow {
  readonly meeting: Meeting;
  readonly delegates: readonly Delegate[];
  readonly roster: readonly RosterDevice[];
  /** The vote that takes ballots or waits for its result; null when none runs. */
  readonly vote: Vote | null;
  readonly progress: VoteProgress | null;
  /** Every request and speech that the room knows; none where it is left out. */
  readonly speeches?: readonly Speech[];
}

/** What else is true of a seat, beside its situation. */
export interface SeatSigns {
  readonly isSpeaking: boolean;
  /** Place in the queue of the current item, from 1; null for who does not ask for the floor. */
  readonly asksAt: number | null;
  /** The terminal is linked and does not hold its whole pack. */
  readonly lacksPapers: boolean;
}

export interface SituatedSeat {
  readonly seat: SeatLabel;
  readonly column: number;
  readonly row: number;
  readonly situation: SeatSituation;
  readonly delegate: Delegate | null;
  /** The spare terminal at which the delegate of this place sits; null for who sits at the place itself. */
  readonly spare: SeatLabel | null;
  readonly signs: SeatSigns;
}

/** Every seat of the plan with what is true of it now. Who has moved to a spare terminal is shown at the place left. */
export function situateSeats(room: RoomNow): readonly SituatedSeat[] {
  const placed = delegatesBySeat(room.delegates);
  const planned = new Set<string>(room.meeting.seats.map(({ seat }) => seat));
  const away = new Map<string, Delegate>(
    room.delegates.flatMap((delegate) => {
      const { seat, movedFrom } = delegate.participant;
      const isSpare = seat !== null && !planned.has(seat);
      return isSpare && movedFrom !== null ? [[movedFrom, delegate] as const] : [];
    }),
  );
  return room.meeting.seats.map(({ seat, column, row }) => {
    const delegate = placed.get(seat) ?? away.get(seat) ?? null;
    const spare = placed.has(seat) ? null : (delegate?.participant.seat ?? null);
    const situation = situationOf(spare ?? seat, delegate, room);
    return { seat, column, row, delegate, spare, situation, signs: signsOf(spare ?? seat, delegate, room) };
  });
}

function signsOf(seat: SeatLabel, delegate: Delegate | null, room: RoomNow): SeatSigns {
  const { speeches = [], meeting } = room;
  const id = delegate?.participant.id;
  const queue = meeting.currentItemId === null ? [] : queueOf(speeches, meeting.currentItemId);
  const asks = queue.findIndex((one) => one.participantId === id);
  const device = room.roster.find((one) => one.seat === seat && one.linked);
  return {
    isSpeaking: id !== undefined && speakerOf(speeches, meeting.id)?.participantId === id,
    asksAt: asks === -1 ? null : asks + 1,
    lacksPapers: device !== undefined && device.packHeld < device.packTotal,
  };
}

function situationOf(seat: SeatLabel, delegate: Delegate | null, room: RoomNow): SeatSituation {
  const isLinked = room.roster.some((device) => device.seat === seat && device.linked);
  if (delegate === null) return isLinked ? 'unmanned' : 'empty';
  if (delegate.attendance?.state === 'absent') return 'absent';
  const { id, hasVote } = delegate.participant;
  const isVoter = room.vote !== null && answersAtTerminal(room.vote, id);
  if (isVoter && room.progress?.receivedFrom.includes(id)) return 'received';
  if (!isPresent(delegate)) {
    if (!hasVote) return 'invited';
    return isLinked ? 'unmanned' : 'empty';
  }
  if (!isLinked) return 'disconnected';
  if (!hasVote) return 'invitedPresent';
  return isVoter && room.vote !== null && isTakingBallots(room.vote) ? 'waited' : 'present';
}

/** Present voting members whose terminals have no link, in seat order. */
export function disconnectedVoters(
  delegates: readonly Delegate[],
  roster: readonly RosterDevice[],
): readonly Delegate[] {
  return delegates
    .filter((delegate) => delegate.participant.hasVote && isPresent(delegate) && !isLinked(delegate, roster))
    .toSorted(bySeat);
}

/** Members of the electorate whose ballots have not arrived from their terminals, in seat order, and whether each is linked. */
export function missingVoters(
  vote: Vote,
  { delegates, roster, progress }: Pick<RoomNow, 'delegates' | 'roster' | 'progress'>,
): readonly { readonly delegate: Delegate; readonly isLinked: boolean }[] {
  return delegates
    .filter(({ participant: { id } }) => answersAtTerminal(vote, id) && !progress?.receivedFrom.includes(id))
    .toSorted(bySeat)
    .map((delegate) => ({ delegate, isLinked: isLinked(delegate, roster) }));
}

function isLinked({ participant: { seat } }: Delegate, roster: readonly RosterDevice[]): boolean {
  return roster.some((device) => device.linked && device.seat !== null && device.seat === seat);
}

function bySeat(a: Delegate, b: Delegate): number {
  return (a.participant.seat ?? '~') < (b.participant.seat ?? '~') ? -1 : 1;
}
