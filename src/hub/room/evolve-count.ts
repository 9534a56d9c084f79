import type { CountFigures } from '../../shared/records/count.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Vote } from '../../shared/records/vote.ts';
import { needsCount } from '../../shared/domain/vote-kinds.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

type CountBody = RecordBody<'count'>;

const nothing: Omit<CountBody, 'voteId' | 'meetingId' | 'viewerId'> = {
  figures: null,
  enteredBy: null,
  enteredAt: null,
  confirmedBy: null,
  disputedBy: null,
};

/** The counts of a vote in which nothing has been entered yet. */
export function emptyCounts(vote: Vote): RecordChange[] {
  return forAll(vote, nothing);
}

/** One for the consoles and one for each member of the counting board, who reads it at a seat. */
function forAll(
  { id, meetingId, countingBoard }: Vote,
  said: Omit<CountBody, 'voteId' | 'meetingId' | 'viewerId'>,
): RecordChange[] {
  const viewers: (ParticipantId | null)[] = [null, ...countingBoard];
  return viewers.map((viewerId) => ({
    kind: 'count',
    body: { voteId: id, meetingId, viewerId, ...said },
  }));
}

/** The count as entered; a confirmation before is gone. */
function countEntered(state: RoomState, entry: LogEntry & { type: 'count/entered' }): RecordChange[] {
  const { voteId, ...figures } = entry.payload;
  const vote = present(read(state, 'vote', voteId), 'vote');
  const enteredBy = entry.actor.participantId;
  return [
    ...forAll(vote, { ...nothing, figures, enteredBy, enteredAt: entry.at }),
    ...countedIs(vote, false),
  ];
}

/** A second person's word on it. */
function countConfirmed(state: RoomState, entry: LogEntry & { type: 'count/confirmed' }): RecordChange[] {
  const { voteId, agrees } = entry.payload;
  const vote = present(read(state, 'vote', voteId), 'vote');
  const { figures, enteredBy, enteredAt } = present(read(state, 'count', voteId), 'count');
  const by = entry.actor.participantId;
  const said = {
    figures,
    enteredBy,
    enteredAt,
    confirmedBy: agrees ? by : null,
    disputedBy: agrees ? null : by,
  };
  return [...forAll(vote, said), ...countedIs(vote, agrees)];
}

/** A voter has a paper ballot: what was counted on paper so far no longer is all of it. */
function paperIssued(
  state: RoomState,
  { voteId, participantId }: EntryPayload<'ballot/paper-issued'>,
): RecordChange[] {
  const vote = present(read(state, 'vote', voteId), 'vote');
  const paperVoters = [...vote.paperVoters, participantId];
  return [{ kind: 'vote', body: { ...vote, paperVoters, counted: false } }, ...emptyCounts(vote)];
}

function countedIs(vote: Vote, counted: boolean): RecordChange[] {
  return vote.counted === counted ? [] : [{ kind: 'vote', body: { ...vote, counted } }];
}

/** The count that two people agree on; null where none is needed. */
export function confirmedCount(state: RoomState, vote: Vote): CountFigures | null {
  if (!needsCount(vote)) return null;
  return present(read(state, 'count', vote.id)?.figures, 'the confirmed count');
}

/** Counts of hands and of paper. */
export const countEvolutions: Evolutions<'ballot/paper-issued' | 'count/entered' | 'count/confirmed'> = {
  'ballot/paper-issued': (state, { payload }) => paperIssued(state, payload),
  'count/entered': countEntered,
  'count/confirmed': countConfirmed,
};
