import { afterStep, isRunning, takesBallots, type VoteStep } from '../../shared/domain/vote-steps.ts';
import { isPresenceEnough } from '../../shared/domain/majority.ts';
import { capacityAt, permissionRefusal } from '../../shared/domain/permissions.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import type { Vote } from '../../shared/records/vote.ts';
import type { Command } from '../../shared/protocol/command.ts';
import type { CommandPayload, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { replacementRefusal, wordsRefusal } from './decide-document.ts';
import { decideLayerPart } from './decide-layer.ts';
import { acknowledgement, recallRefusal } from './decide-recall.ts';
import { planFlaw } from './meeting-plan.ts';
import type { Actor, Happening } from './log-entry.ts';
import { all, read, votersPresent, type RoomState } from './room-state.ts';

/** What a command leads to: what happens, or the code with which it is refused. Never nothing. */
export type Decision = Result<readonly [Happening, ...Happening[]], RefusalCode>;

/** What the rules of one command see: rights and state of the meeting have been checked by the table already. */
interface Case<Type extends CommandType> {
  readonly state: RoomState;
  readonly payload: CommandPayload<Type>;
  readonly actor: Actor;
  /** The participant who asks; null for the hub itself. */
  readonly asker: Participant | null;
}

interface Rule<Type extends CommandType> {
  /** The meeting that the command is about, or why it cannot be found. Null: it makes a new one. */
  meetingOf(state: RoomState, payload: CommandPayload<Type>): Result<Meeting | null, RefusalCode>;
  decide(of: Case<Type>, meeting: Meeting): Decision;
  /** True where the terminal speaks for itself, whoever of whatever meeting is signed in at it. */
  readonly ofTerminal?: true;
}

/**
 * Decides a command against the state of the room. Pure: the same state, command and actor decide the same.
 * Order of checks: the thing exists, the table of rights, the rule of the command.
 */
export function decide(state: RoomState, command: Command, actor: Actor): Decision {
  return decideWith(rules[command.type], state, command, actor);
}

function decideWith(rule: Rule<CommandType>, state: RoomState, command: Command, actor: Actor): Decision {
  const asker = actor.participantId === null ? null : read(state, 'participant', actor.participantId);
  const capacity = capacityAt(actor.surface, asker?.roles ?? null);
  const meeting = rule.meetingOf(state, command.payload);
  if (!meeting.ok) return capacity === 'nobody' ? refused('access/not-signed-in') : refused(meeting.reason);
  const refusal = permissionRefusal(command.type, capacity, meeting.value?.state ?? null);
  if (refusal !== null) return refused(refusal);
  if (asker !== null && meeting.value !== null && asker.meetingId !== meeting.value.id && !rule.ofTerminal) {
    return refused('access/not-allowed');
  }
  const recall = meeting.value === null ? null : recallRefusal(command.type, meeting.value);
  if (recall !== null) return refused(recall);
  return rule.decide({ state, payload: command.payload, actor, asker }, meeting.value as Meeting);
}

const rules: { readonly [Type in CommandType]: Rule<Type> } = {
  'meeting/create': {
    meetingOf: (state, { meeting }) =>
      read(state, 'meeting', meeting.id) ? refused('meeting/exists') : ok(null),
    decide({ state, payload }) {
      if (planFlaw(state, payload) !== null) return refused('meeting/plan-invalid');
      return happens({ type: 'meeting/created', payload });
    },
  },
  'meeting/release': {
    meetingOf: meetingById,
    decide: ({ payload }) => happens({ type: 'meeting/released', payload }),
  },
  'meeting/open': {
    meetingOf: meetingById,
    decide({ state, payload }) {
      for (const other of all(state, 'meeting')) {
        if (other.state === 'open') return refused('meeting/another-open');
      }
      return happens({ type: 'meeting/opened', payload });
    },
  },
  'meeting/close': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      if (runningVote(state, meeting.id) !== null) return refused('meeting/vote-running');
      return happens({ type: 'meeting/closed', payload });
    },
  },
  'meeting/recall': {
    meetingOf: meetingById,
    decide: ({ payload }) => happens({ type: 'meeting/recalled', payload }),
  },
  'recall/acknowledge': {
    meetingOf: meetingById,
    ofTerminal: true,
    decide({ payload, actor }, meeting) {
      const said = acknowledgement(payload, meeting, actor);
      return said.ok ? happens({ type: 'recall/acknowledged', payload: said.value }) : said;
    },
  },
  'document/add': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const item = read(state, 'agenda-item', payload.itemId);
      if (item === null || item.meetingId !== meeting.id) return refused('item/unknown');
      if (item.papers === 'paper') return refused('document/paper-only');
      const isTaken =
        read(state, 'document', payload.documentId) !== null ||
        read(state, 'document-version', payload.versionId) !== null;
      if (isTaken) return refused('document/exists');
      return happens({ type: 'document/added', payload });
    },
  },
  'document/replace': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const refusal = replacementRefusal(state, payload, meeting.id);
      return refusal === null ? happens({ type: 'document/replaced', payload }) : refused(refusal);
    },
  },
  'document/tell-words': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const refusal = wordsRefusal(state, payload, meeting.id);
      return refusal === null ? happens({ type: 'document/words-told', payload }) : refused(refusal);
    },
  },
  'item/start': {
    meetingOf: (state, { itemId }) => meetingOfItem(state, itemId),
    decide({ state, payload }, meeting) {
      const running = runningVote(state, meeting.id);
      if (running !== null && takesBallots(running.state)) return refused('meeting/vote-running');
      if (meeting.currentItemId === payload.itemId) return refused('meeting/wrong-state');
      return happens({ type: 'item/started', payload });
    },
  },
  'attendance/sign-in': {
    meetingOf: (state, { participantId }) => meetingOfParticipant(state, participantId),
    decide({ payload, actor, asker }) {
      if (asker === null || asker.id !== payload.participantId) return refused('access/another-person');
      if (actor.deviceId === null) return refused('access/unknown-device');
      if (actor.surface === 'seat' && asker.seat === null) return refused('access/wrong-seat');
      return happens({ type: 'attendance/signed-in', payload: { ...payload, deviceId: actor.deviceId } });
    },
  },
  'attendance/mark': {
    meetingOf: (state, { participantId }) => meetingOfParticipant(state, participantId),
    decide: ({ payload }) => happens({ type: 'attendance/marked', payload }),
  },
  'presentation/show': {
    meetingOf: meetingById,
    decide({ state, payload, actor, asker }, meeting) {
      const version = read(state, 'document-version', payload.versionId);
      if (version === null || version.meetingId !== meeting.id) return refused('document/unknown');
      if (payload.page > version.pages) return refused('document/no-such-page');
      if (!mayPresent(state, meeting, actor, asker)) return refused('presentation/not-presenter');
      const presenterId = asker?.id ?? null;
      return happens({ type: 'presentation/shown', payload: { ...payload, presenterId } });
    },
  },
  'presentation/stop': {
    meetingOf: meetingById,
    decide({ state, payload, actor, asker }, meeting) {
      if (!mayPresent(state, meeting, actor, asker)) return refused('presentation/not-presenter');
      return happens({ type: 'presentation/stopped', payload });
    },
  },
  'vote/prepare': {
    meetingOf: (state, { itemId }) => meetingOfItem(state, itemId),
    decide({ state, payload }, meeting) {
      if (read(state, 'vote', payload.voteId) !== null) return refused('vote/exists');
      if (payload.versionId !== null) {
        const version = read(state, 'document-version', payload.versionId);
        if (version === null || version.meetingId !== meeting.id) return refused('document/unknown');
      }
      return happens({ type: 'vote/prepared', payload });
    },
  },
  'vote/open': {
    meetingOf: (state, { voteId }) => meetingOfVote(state, voteId),
    decide({ state, payload }, meeting) {
      const flaw = stepFlaw(state, payload.voteId, 'open');
      if (flaw !== null) return refused(flaw);
      if (runningVote(state, meeting.id) !== null) return refused('vote/another-running');
      const electorate = votersPresent(state, meeting);
      if (electorate.length === 0) return refused('vote/nobody-present');
      if (!isPresenceEnough(meeting.body, electorate.length)) return refused('vote/not-enough-present');
      return happens({ type: 'vote/opened', payload: { ...payload, electorate } });
    },
  },
  'vote/hold': voteStep('hold', 'vote/held'),
  'vote/lock': voteStep('lock', 'vote/locked'),
  'vote/announce': voteStep('announce', 'vote/announced'),
  'ballot/cast': {
    meetingOf: (state, { voteId }) => meetingOfVote(state, voteId),
    decide: decideBallot,
  },
  'layer/append': {
    meetingOf: meetingById,
    decide: ({ state, payload, asker }) => decideLayerPart(state, payload, asker),
  },
};

/**
 * Before the lock an answer counts and may replace the one before it. After the lock one more is kept as late, which
 * counts for nothing by itself; a change of an answer that is counted already is refused (INV-3).
 */
function decideBallot({ state, payload, asker }: Case<'ballot/cast'>): Decision {
  if (asker === null || asker.id !== payload.participantId) return refused('access/another-person');
  const vote = read(state, 'vote', payload.voteId);
  if (vote === null) return refused('vote/unknown');
  if (vote.state === 'prepared') return refused('vote/not-open');
  if (!vote.electorate.includes(asker.id)) return refused('vote/no-right');
  if (vote.versionId !== payload.versionId) return refused('vote/another-text');
  if (takesBallots(vote.state)) return happens({ type: 'ballot/cast', payload });
  if (read(state, 'ballot', `${vote.id}~${asker.id}`) !== null) return refused('vote/locked');
  return happens({ type: 'ballot/arrived-late', payload });
}

function voteStep(
  step: Exclude<VoteStep, 'open'>,
  type: 'vote/held' | 'vote/locked' | 'vote/announced',
): Rule<'vote/hold' | 'vote/lock' | 'vote/announce'> {
  return {
    meetingOf: (state, { voteId }) => meetingOfVote(state, voteId),
    decide({ state, payload }) {
      const flaw = stepFlaw(state, payload.voteId, step);
      return flaw === null ? happens({ type, payload }) : refused(flaw);
    },
  };
}

function stepFlaw(state: RoomState, voteId: string, step: VoteStep): RefusalCode | null {
  const vote = read(state, 'vote', voteId);
  if (vote === null) return 'vote/unknown';
  return afterStep(step, vote.state) === null ? 'vote/wrong-state' : null;
}

function happens(happening: Happening): Decision {
  return ok([happening]);
}

function meetingById(
  state: RoomState,
  { meetingId }: { readonly meetingId: string },
): Result<Meeting, RefusalCode> {
  const meeting = read(state, 'meeting', meetingId);
  return meeting === null ? refused('meeting/unknown') : ok(meeting);
}

function meetingOfItem(state: RoomState, itemId: string): Result<Meeting, RefusalCode> {
  const item = read(state, 'agenda-item', itemId);
  return item === null ? refused('item/unknown') : meetingById(state, item);
}

function meetingOfVote(state: RoomState, voteId: string): Result<Meeting, RefusalCode> {
  const vote = read(state, 'vote', voteId);
  return vote === null ? refused('vote/unknown') : meetingById(state, vote);
}

function meetingOfParticipant(state: RoomState, participantId: string): Result<Meeting, RefusalCode> {
  const participant = read(state, 'participant', participantId);
  return participant === null ? refused('participant/unknown') : meetingById(state, participant);
}

/** The chairperson and the secretary lead pages at their consoles; at a seat only a presenter of the current item. */
function mayPresent(state: RoomState, meeting: Meeting, actor: Actor, asker: Participant | null): boolean {
  if (actor.surface === 'chair' || actor.surface === 'clerk') return true;
  if (asker === null || meeting.currentItemId === null) return false;
  return read(state, 'agenda-item', meeting.currentItemId)?.presenterIds.includes(asker.id) ?? false;
}

function runningVote(state: RoomState, meetingId: MeetingId): Vote | null {
  for (const vote of all(state, 'vote')) {
    if (vote.meetingId === meetingId && isRunning(vote.state)) return vote;
  }
  return null;
}
