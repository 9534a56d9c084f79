import { performance } from 'node:perf_hooks';
import { hubActor } from '../../src/hub/transport/ask.ts';
import type { Actor } from '../../src/hub/room/log-entry.ts';
import type { CommandAnswer } from '../../src/shared/protocol/answer.ts';
import type { Command } from '../../src/shared/protocol/command.ts';
import { commandId, participantId, voteId, type VoteId } from '../../src/shared/records/ids.ts';
import { seatsOf } from './big-plan.ts';
import { order, prepareVote, type OpenRoom } from './prepared-room.ts';

/** A ballot, ready to be cast. */
interface Ballot {
  readonly command: Command;
  readonly actor: Actor;
}

/** Opens one vote after another, each with the ballots of all members ready to be cast. */
export function votesIn(open: OpenRoom, members: number): () => Promise<readonly Ballot[]> {
  let count = 0;
  let vote: VoteId | null = null;
  return async () => {
    if (vote !== null) {
      await order(open, { type: 'vote/lock', payload: { voteId: vote } }, 'chair');
      await order(open, { type: 'vote/announce', payload: { voteId: vote } }, 'chair');
    }
    count += 1;
    const next = voteId.parse(`v${count}`);
    vote = next;
    await prepareVote(open, next);
    await order(open, { type: 'vote/open', payload: { voteId: next } }, 'chair');
    return seatsOf(members).map((seat) => ballotOf(next, seat));
  };
}

function ballotOf(vote: VoteId, seat: string): Ballot {
  const person = participantId.parse(`p-${seat}`);
  const payload = { voteId: vote, participantId: person, choice: 'approve' as const, versionId: null };
  return {
    command: { type: 'ballot/cast', payload, id: commandId.parse(`${vote}.${seat}`), madeAt: 0 },
    actor: { ...hubActor, surface: 'seat', participantId: person },
  };
}

/** Casts all ballots in one turn of the event loop; gives the ballots per second, until the last is answered. */
export async function castAtOnce({ room }: OpenRoom, ballots: readonly Ballot[]): Promise<number> {
  const begun = performance.now();
  // Taken with the answer itself: the telling of others comes after it, in the same turn.
  const ended = await new Promise<number>((resolve) => {
    let answered = 0;
    for (const { command, actor } of ballots) {
      room.submit(command, actor, (answer) => {
        mustBeAccepted(answer);
        answered += 1;
        if (answered === ballots.length) resolve(performance.now());
      });
    }
  });
  return (ballots.length * 1000) / (ended - begun);
}

/** Casts each ballot when the one before has been answered; gives the ballots per second. */
export async function castOneByOne({ room }: OpenRoom, ballots: readonly Ballot[]): Promise<number> {
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    const castFrom = (at: number): void => {
      const ballot = ballots[at];
      if (ballot === undefined) return resolve();
      room.submit(ballot.command, ballot.actor, (answer) => {
        mustBeAccepted(answer);
        setImmediate(() => castFrom(at + 1));
      });
    };
    castFrom(0);
  });
  return (ballots.length * 1000) / (performance.now() - begun);
}

function mustBeAccepted(answer: CommandAnswer): void {
  if (answer.status !== 'accepted') throw new Error(`a ballot was not accepted: ${answer.code}`);
}
