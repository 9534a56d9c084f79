import type { OutboxEntry } from '../../../shared/link/outbox-entry.ts';
import { ballotCast } from '../../../shared/protocol/commands/ballot-cast.ts';
import type { Ballot } from '../../../shared/records/ballot.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Participant } from '../../../shared/records/participant.ts';
import type { Vote, VoteAnswer } from '../../../shared/records/vote.ts';

/** True while ballots are taken: `held` is still open for seats that have lost their link. */
export function isTakingBallots(vote: Vote): boolean {
  return vote.state === 'open' || vote.state === 'held';
}

/** The vote that is opened and not yet announced; at most one in a room. Null when none is. */
export function runningVote(votes: readonly Vote[], meetingId: Meeting['id'] | null): Vote | null {
  return (
    votes.find(
      (vote) => vote.meetingId === meetingId && (isTakingBallots(vote) || vote.state === 'locked'),
    ) ?? null
  );
}

/**
 * The votes of a meeting but those withdrawn: prepared ones first, in the order they are put, then the others by the
 * time they were opened, latest first.
 */
export function votesOf(votes: readonly Vote[], meetingId: Meeting['id'] | null): readonly Vote[] {
  return votes
    .filter((vote) => vote.meetingId === meetingId && vote.state !== 'withdrawn')
    .toSorted((a, b) => (b.openedAt ?? Infinity) - (a.openedAt ?? Infinity) || a.order - b.order);
}

/** The vote of a meeting that was announced last; null before the first. */
export function lastAnnounced(votes: readonly Vote[], meetingId: Meeting['id'] | null): Vote | null {
  return (
    votes
      .filter((vote) => vote.meetingId === meetingId && vote.state === 'announced')
      .toSorted((a, b) => (b.announcedAt ?? 0) - (a.announcedAt ?? 0))[0] ?? null
  );
}

/** True when the participant is in the electorate, which is fixed when the vote opens. */
export function mayVoteIn(vote: Vote, participantId: Participant['id'] | null): boolean {
  return participantId !== null && vote.electorate.includes(participantId);
}

/** What the hub says of this person's ballot; null while it holds none. */
export function ballotOf(
  ballots: readonly Ballot[],
  voteId: Vote['id'] | null,
  participantId: Participant['id'] | null,
): Ballot | null {
  return ballots.find((ballot) => ballot.voteId === voteId && ballot.participantId === participantId) ?? null;
}

/** An answer made at this terminal in a vote, with the command that carries it. */
export interface OwnAnswer {
  readonly choice: VoteAnswer;
  readonly entry: OutboxEntry;
}

/**
 * The answers that a participant gave at this terminal in a vote, in the order they were made, as far as the outbox
 * still has them. What the hub says of the last one is in its `entry.answer`; null there means "saved, waiting".
 */
export function ownAnswers(
  outbox: readonly OutboxEntry[],
  voteId: Vote['id'],
  participantId: Participant['id'],
): readonly OwnAnswer[] {
  return outbox.flatMap((entry) => {
    if (entry.command !== 'ballot/cast') return [];
    const cast = ballotCast.safeParse(entry.payload);
    if (!cast.success || cast.data.voteId !== voteId || cast.data.participantId !== participantId) return [];
    return [{ choice: cast.data.choice, entry }];
  });
}
