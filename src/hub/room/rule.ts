import type { CommandPayload, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Actor, Happening } from './log-entry.ts';
import { read, type RoomState } from './room-state.ts';

/** What a command leads to: what happens, or the code with which it is refused. Never nothing. */
export type Decision = Result<readonly [Happening, ...Happening[]], RefusalCode>;

/** What the rules of one command see: rights and state of the meeting have been checked by the table already. */
export interface Case<Type extends CommandType> {
  readonly state: RoomState;
  readonly payload: CommandPayload<Type>;
  readonly actor: Actor;
  /** The participant who asks; null for the hub itself. */
  readonly asker: Participant | null;
  /** The asking terminal's clock; for people to read. */
  readonly madeAt: number;
}

/** How one command is decided. */
export interface Rule<Type extends CommandType> {
  /** The meeting that the command is about, or why it cannot be found. Null: it makes a new one. */
  meetingOf(state: RoomState, payload: CommandPayload<Type>): Result<Meeting | null, RefusalCode>;
  decide(of: Case<Type>, meeting: Meeting): Decision;
  /** True where the terminal speaks for itself, whoever of whatever meeting is signed in at it. */
  readonly ofTerminal?: true;
}

/** The rules of some commands, by type. */
export type Rules<Types extends CommandType> = { readonly [Type in Types]: Rule<Type> };

/** The decision that this one thing happens. */
export function happens(happening: Happening): Decision {
  return ok([happening]);
}

/** Finds the meeting that a payload names. */
export function meetingById(
  state: RoomState,
  { meetingId }: { readonly meetingId: string },
): Result<Meeting, RefusalCode> {
  const meeting = read(state, 'meeting', meetingId);
  return meeting === null ? refused('meeting/unknown') : ok(meeting);
}

/** Finds the meeting of the agenda item that a payload names. */
export function meetingOfItem(
  state: RoomState,
  { itemId }: { readonly itemId: string },
): Result<Meeting, RefusalCode> {
  return meetingOf(state, read(state, 'agenda-item', itemId), 'item/unknown');
}

/** Finds the meeting of the vote that a payload names. */
export function meetingOfVote(
  state: RoomState,
  { voteId }: { readonly voteId: string },
): Result<Meeting, RefusalCode> {
  return meetingOf(state, read(state, 'vote', voteId), 'vote/unknown');
}

/** Finds the meeting of the participant whom a payload names. */
export function meetingOfParticipant(
  state: RoomState,
  { participantId }: { readonly participantId: string },
): Result<Meeting, RefusalCode> {
  return meetingOf(state, read(state, 'participant', participantId), 'participant/unknown');
}

/** Finds the meeting of a thing that belongs to one; `unknown` is the refusal when there is no such thing. */
export function meetingOf(
  state: RoomState,
  thing: { readonly meetingId: MeetingId } | null,
  unknown: RefusalCode,
): Result<Meeting, RefusalCode> {
  return thing === null ? refused(unknown) : meetingById(state, thing);
}
