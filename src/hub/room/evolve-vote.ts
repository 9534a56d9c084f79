import { votingRulesOf } from '../../shared/domain/body-rules.ts';
import { figuresOf } from '../../shared/domain/tally.ts';
import { isElectronic, needsCount, plainForm } from '../../shared/domain/vote-kinds.ts';
import { afterStep, type VoteStep } from '../../shared/domain/vote-steps.ts';
import type { ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { Body } from '../../shared/records/meeting.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Vote, VoteAnswer } from '../../shared/records/vote.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import { confirmedCount, emptyCounts } from './evolve-count.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** A vote that the consoles see and nobody can answer yet. One that is changed is prepared anew, and keeps its place. */
function votePrepared(
  state: RoomState,
  { seq, payload: prepared }: { readonly seq: number; readonly payload: EntryPayload<'vote/prepared'> },
): RecordChange[] {
  const { voteId, itemId, title, rule, versionId } = prepared;
  const { kind = 'open', form = plainForm, countingBoard = [], paperVoters = [] } = prepared;
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  const times = { openedAt: null, lockedAt: null, announcedAt: null };
  const vote: Vote = {
    id: voteId,
    meetingId,
    itemId,
    order: read(state, 'vote', voteId)?.order ?? seq,
    title,
    rule,
    kind,
    form,
    mayChange: prepared.mayChange ?? votingRulesOf(bodyOf(state, { meetingId })).mayChange,
    versionId,
    state: 'prepared',
    electorate: [],
    summoned: null,
    countingBoard: [...countingBoard],
    paperVoters: [...paperVoters],
    counted: false,
    namesShown: false,
    received: 0,
    ...times,
  };
  return [{ kind: 'vote', body: vote }];
}

/** The vote after one of its steps. */
function stepVote(state: RoomState, id: VoteId, step: VoteStep, change: Partial<Vote>): RecordChange {
  const vote = voteOf(state, id);
  return {
    kind: 'vote',
    body: { ...vote, ...change, state: present(afterStep(step, vote.state), `${step} a vote`) },
  };
}

function bodyOf(state: RoomState, { meetingId }: Pick<Vote, 'meetingId'>): Body {
  return present(read(state, 'meeting', meetingId), 'meeting').body;
}

/** A vote that an entry speaks of; that there is none is a fault. */
export function voteOf(state: RoomState, id: VoteId): Vote {
  return present(read(state, 'vote', id), 'vote');
}

/** The electorate is fixed, and no ballot is in. */
function voteOpened(state: RoomState, opened: EntryPayload<'vote/opened'>, at: number): RecordChange[] {
  const { voteId, electorate } = opened;
  const vote = voteOf(state, voteId);
  const { meetingId, kind } = vote;
  const summoned = opened.summoned ?? bodyOf(state, vote).inOffice;
  const onPaper = kind === 'mixed' ? vote.paperVoters.filter((id) => electorate.includes(id)) : [];
  const opening = { electorate, summoned, paperVoters: onPaper, openedAt: at, counted: false };
  return [
    stepVote(state, voteId, 'open', opening),
    { kind: 'vote-progress', body: { voteId, meetingId, receivedFrom: [], late: [] } },
    ...(kind === 'mixed' || needsCount(vote) ? emptyCounts(vote) : []),
  ];
}

/** A ballot before the lock: the first of a person, or a change of it. */
function ballotCast(state: RoomState, entry: LogEntry & { type: 'ballot/cast' }): RecordChange[] {
  const { voteId, participantId } = entry.payload;
  const vote = voteOf(state, voteId);
  const before = read(state, 'ballot', `${voteId}~${participantId}`);
  const own = ballotOf(vote, entry, 'counted', (before?.revision ?? 0) + 1);
  if (before !== null) return [own];
  const progress = progressOf(state, voteId);
  const receivedFrom = [...progress.receivedFrom, participantId];
  return [
    own,
    { kind: 'vote-progress', body: { ...progress, receivedFrom } },
    { kind: 'vote', body: { ...vote, received: receivedFrom.length } },
  ];
}

function ballotOf(
  { id, meetingId }: Vote,
  entry: LogEntry & { type: 'ballot/cast' | 'ballot/arrived-late' },
  state: 'counted' | 'late',
  revision: number,
): RecordChange {
  const { participantId } = entry.payload;
  const { at, seq: number } = entry;
  const receipt = checkCode(entry.hash);
  return {
    kind: 'ballot',
    body: { voteId: id, meetingId, participantId, state, at, revision, number, receipt },
  };
}

/** A ballot after the lock is kept apart. */
function ballotLate(state: RoomState, entry: LogEntry & { type: 'ballot/arrived-late' }): RecordChange[] {
  const { voteId, participantId } = entry.payload;
  const progress = progressOf(state, voteId);
  const late = [...progress.late, { participantId, at: entry.at, decision: null }];
  return [
    ballotOf(voteOf(state, voteId), entry, 'late', 1),
    { kind: 'vote-progress', body: { ...progress, late } },
  ];
}

/** The chairperson's word on a late ballot; one that is accepted makes the result anew. */
function lateDecided(state: RoomState, decided: EntryPayload<'ballot/late-decided'>): RecordChange[] {
  const { voteId, participantId, accept } = decided;
  const vote = voteOf(state, voteId);
  const progress = progressOf(state, voteId);
  const ballot = present(read(state, 'ballot', `${voteId}~${participantId}`), 'late ballot');
  const decision = accept ? 'accepted' : 'declined';
  const late = progress.late.map((one) =>
    one.participantId === participantId ? { ...one, decision } : one,
  ) satisfies RecordBody<'vote-progress'>['late'];
  const told: RecordChange[] = [
    { kind: 'ballot', body: { ...ballot, state: decision } },
    { kind: 'vote-progress', body: { ...progress, late } },
  ];
  if (!accept) return told;
  const before = present(read(state, 'tally', voteId), 'tally');
  const answer = present(state.choices.late.get(voteId)?.get(participantId), 'late answer');
  const answers = new Map(answersOf(state, voteId)).set(participantId, answer);
  const tally = { ...before, ...figures(state, vote, answers), lateAccepted: before.lateAccepted + 1 };
  return [...told, { kind: 'tally', body: tally }, ...rollOf(state, vote, answers)];
}

function progressOf(state: RoomState, id: VoteId): RecordBody<'vote-progress'> {
  return present(read(state, 'vote-progress', id), 'progress of a vote');
}

type Answers = ReadonlyMap<ParticipantId, VoteAnswer>;

function answersOf(state: RoomState, id: VoteId): Answers {
  return state.choices.counted.get(id) ?? new Map();
}

function figures(state: RoomState, vote: Vote, answers: Answers) {
  const body = bodyOf(state, vote);
  const count = confirmedCount(state, vote);
  return figuresOf(vote, { body, answers: [...answers.values()], count });
}

/** The result is settled here, from the ballots before this entry and from nothing else. */
function voteLocked(state: RoomState, id: VoteId, entry: LogEntry): RecordChange[] {
  const vote = voteOf(state, id);
  const answers = answersOf(state, id);
  const tally: RecordBody<'tally'> = {
    voteId: id,
    meetingId: vote.meetingId,
    ...figures(state, vote, answers),
    lateAccepted: 0,
    lockedSeq: entry.seq,
    checkCode: checkCode(entry.hash),
    announced: false,
    head: null,
    signature: null,
  };
  return [
    stepVote(state, id, 'lock', { lockedAt: entry.at }),
    { kind: 'tally', body: tally },
    ...rollOf(state, vote, answers),
  ];
}

/** Who answered what at the terminals; of a vote in the room there is no such list. */
function rollOf(state: RoomState, vote: Vote, answers: Answers): RecordChange[] {
  if (!isElectronic(vote.kind)) return [];
  const onPaper = new Set(vote.paperVoters);
  const rows = vote.electorate.map((participantId) => ({
    participantId,
    seat: read(state, 'participant', participantId)?.seat ?? null,
    choice: answers.get(participantId) ?? null,
    onPaper: onPaper.has(participantId),
  }));
  return [{ kind: 'vote-roll', body: { voteId: vote.id, meetingId: vote.meetingId, shown: false, rows } }];
}

/** Everybody may know the result, and where the log stood. */
function voteAnnounced(
  state: RoomState,
  { voteId, head, signature }: EntryPayload<'vote/announced'>,
  at: number,
): RecordChange[] {
  const proof = { head: head ?? null, signature: signature ?? null };
  const tally = present(read(state, 'tally', voteId), 'tally');
  return [
    stepVote(state, voteId, 'announce', { announcedAt: at }),
    { kind: 'tally', body: { ...tally, announced: true, ...proof } },
  ];
}

/** The names, by seat, come to the screen or leave it. */
function namesShown(state: RoomState, { voteId, shown }: EntryPayload<'vote/names-shown'>): RecordChange[] {
  const roll = present(read(state, 'vote-roll', voteId), 'roll of a vote');
  return [
    { kind: 'vote', body: { ...voteOf(state, voteId), namesShown: shown } },
    { kind: 'vote-roll', body: { ...roll, shown } },
  ];
}

/** Votes and ballots. */
export const voteEvolutions: Evolutions<
  | 'vote/prepared'
  | 'vote/changed'
  | 'vote/withdrawn'
  | 'vote/opened'
  | 'vote/held'
  | 'vote/locked'
  | 'vote/announced'
  | 'vote/names-shown'
  | 'ballot/cast'
  | 'ballot/arrived-late'
  | 'ballot/late-decided'
> = {
  'vote/prepared': votePrepared,
  'vote/changed': votePrepared,
  'vote/withdrawn': (state, { payload }) => [stepVote(state, payload.voteId, 'withdraw', {})],
  'vote/opened': (state, { payload, at }) => voteOpened(state, payload, at),
  'vote/held': (state, { payload }) => [stepVote(state, payload.voteId, 'hold', {})],
  'vote/locked': (state, entry) => voteLocked(state, entry.payload.voteId, entry),
  'vote/announced': (state, { payload, at }) => voteAnnounced(state, payload, at),
  'vote/names-shown': (state, { payload }) => namesShown(state, payload),
  'ballot/cast': ballotCast,
  'ballot/arrived-late': ballotLate,
  'ballot/late-decided': (state, { payload }) => lateDecided(state, payload),
};
