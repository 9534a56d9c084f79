import { countChoices, decideVerdict } from '../../shared/domain/majority.ts';
import { afterStep, type VoteStep } from '../../shared/domain/vote-steps.ts';
import type { ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Vote, VoteChoice } from '../../shared/records/vote.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { present } from '../../shared/std/must.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** A vote that the consoles see and nobody can answer yet. */
export function votePrepared(state: RoomState, prepared: EntryPayload<'vote/prepared'>): RecordChange[] {
  const { voteId, itemId, title, rule, versionId } = prepared;
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  const times = { openedAt: null, lockedAt: null, announcedAt: null };
  const vote: Vote = {
    id: voteId,
    meetingId,
    itemId,
    title,
    rule,
    versionId,
    state: 'prepared',
    electorate: [],
    received: 0,
    ...times,
  };
  return [{ kind: 'vote', body: vote }];
}

/** The vote after one of its steps. */
export function stepVote(state: RoomState, id: VoteId, step: VoteStep, change: Partial<Vote>): RecordChange {
  const vote = voteOf(state, id);
  return {
    kind: 'vote',
    body: { ...vote, ...change, state: present(afterStep(step, vote.state), `${step} a vote`) },
  };
}

function voteOf(state: RoomState, id: VoteId): Vote {
  return present(read(state, 'vote', id), 'vote');
}

/** The electorate is fixed, and no ballot is in. */
export function voteOpened(
  state: RoomState,
  opened: EntryPayload<'vote/opened'>,
  at: number,
): RecordChange[] {
  const { voteId, electorate } = opened;
  const { meetingId } = voteOf(state, voteId);
  return [
    stepVote(state, voteId, 'open', { electorate, openedAt: at }),
    { kind: 'vote-progress', body: { voteId, meetingId, receivedFrom: [], late: [] } },
  ];
}

/** A ballot before the lock: the first of a person, or a change of it. */
export function ballotCast(state: RoomState, entry: LogEntry & { type: 'ballot/cast' }): RecordChange[] {
  const { voteId, participantId } = entry.payload;
  const vote = voteOf(state, voteId);
  const before = read(state, 'ballot', `${voteId}~${participantId}`);
  const own: RecordChange = {
    kind: 'ballot',
    body: {
      voteId,
      meetingId: vote.meetingId,
      participantId,
      state: 'counted',
      at: entry.at,
      revision: (before?.revision ?? 0) + 1,
      receipt: checkCode(entry.hash),
    },
  };
  if (before !== null) return [own];
  const progress = progressOf(state, voteId);
  const receivedFrom = [...progress.receivedFrom, participantId];
  return [
    own,
    { kind: 'vote-progress', body: { ...progress, receivedFrom } },
    { kind: 'vote', body: { ...vote, received: receivedFrom.length } },
  ];
}

/** A ballot after the lock is kept apart. */
export function ballotLate(
  state: RoomState,
  entry: LogEntry & { type: 'ballot/arrived-late' },
): RecordChange[] {
  const { voteId, participantId } = entry.payload;
  const { meetingId } = voteOf(state, voteId);
  const progress = progressOf(state, voteId);
  const receipt = checkCode(entry.hash);
  return [
    {
      kind: 'ballot',
      body: { voteId, meetingId, participantId, state: 'late', at: entry.at, revision: 1, receipt },
    },
    {
      kind: 'vote-progress',
      body: { ...progress, late: [...progress.late, { participantId, at: entry.at }] },
    },
  ];
}

function progressOf(state: RoomState, id: VoteId): RecordBody<'vote-progress'> {
  return present(read(state, 'vote-progress', id), 'progress of a vote');
}

/** The result is settled here, from the ballots before this entry and from nothing else. */
export function voteLocked(state: RoomState, id: VoteId, entry: LogEntry): RecordChange[] {
  const vote = voteOf(state, id);
  const { meetingId, rule, electorate } = vote;
  const { inOffice } = present(read(state, 'meeting', meetingId), 'meeting').body;
  const choices = state.choices.get(id) ?? new Map<ParticipantId, VoteChoice>();
  const count = countChoices(choices.values(), electorate.length);
  const tally: RecordBody<'tally'> = {
    voteId: id,
    meetingId,
    rule,
    ...count,
    absent: inOffice - electorate.length,
    inOffice,
    present: electorate.length,
    ...decideVerdict(rule, count.approve, inOffice, electorate.length),
    lockedSeq: entry.seq,
    checkCode: checkCode(entry.hash),
    announced: false,
  };
  const rows = electorate.map((participantId) => ({
    participantId,
    choice: choices.get(participantId) ?? null,
  }));
  return [
    stepVote(state, id, 'lock', { lockedAt: entry.at }),
    { kind: 'tally', body: tally },
    { kind: 'vote-roll', body: { voteId: id, meetingId, rows } },
  ];
}

/** Everybody may know the result. */
export function voteAnnounced(state: RoomState, id: VoteId, at: number): RecordChange[] {
  const tally = present(read(state, 'tally', id), 'tally');
  return [
    stepVote(state, id, 'announce', { announcedAt: at }),
    { kind: 'tally', body: { ...tally, announced: true } },
  ];
}
