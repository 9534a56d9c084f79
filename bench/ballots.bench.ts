import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandIntent } from '../src/shared/protocol/commands/command-schemas.ts';
import { participantId, voteId, type VoteId } from '../src/shared/records/ids.ts';
import { commandText, helloOf } from './clients/messages.ts';
import { startCrowd, type Crowd } from './clients/start-crowd.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds, type Arm } from './measure/rounds.ts';
import { seatsOf } from './room/big-plan.ts';
import { admitChair, admitSeats, fillRoom, openRoom, prepareVote } from './room/prepared-room.ts';
import { startHub } from './servers/start-server.ts';

type Names = 'answer' | 'tally';

/**
 * All seats vote in one turn of the event loop: until each has its answer, and until the last seat has seen all ballots
 * counted, against the same hub with a log that writes nothing to disk.
 */
export const ballots: Bench = {
  name: 'ballots',
  async run({ folder, quick }) {
    const figures: Figure[] = [];
    for (const seats of quick ? [200] : [100, 200]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await atSize(join(folder, `seats-${seats}`), seats, quick ? 3 : 25)));
    }
    return figures;
  },
};

async function atSize(folder: string, seats: number, rounds: number): Promise<readonly Figure[]> {
  const open = openRoom(folder);
  await fillRoom(open, seats);
  const prepared = Array.from({ length: rounds + 1 }, (_, at) => voteId.parse(`vote${at + 1}`));
  await Promise.all(prepared.map((vote) => prepareVote(open, vote)));
  const hellos = [helloOf(admitChair(open)), ...admitSeats(open, seats).map((tokens) => helloOf(tokens))];
  open.store.close();
  const copy = `${folder}-forgetful`;
  cpSync(folder, copy, { recursive: true });
  const durable = await startHub(folder);
  const forgetful = await startHub(copy, 'forgetful-hub');
  const crowd = startCrowd();
  try {
    await crowd.connect('durable', durable.url, hellos);
    await crowd.connect('forgetful', forgetful.url, hellos);
    const arms = { durable: votes(crowd, 'durable', seats), forgetful: votes(crowd, 'forgetful', seats) };
    const measured = await inRounds<'durable' | 'forgetful', Names>(arms, rounds);
    const figure = (what: string, name: Names, atMost: number): Figure =>
      compare({
        what,
        size: `${seats} seats`,
        unit: 'ms',
        ours: measured.durable[name],
        limit: measured.forgetful[name],
        against: 'the same hub without durability',
        target: { atMost },
      });
    return [
      figure('ballots at once, answer p99', 'answer', 1.5),
      figure('ballots at once, tally on all', 'tally', 2),
    ];
  } finally {
    await Promise.all([crowd.stop(), durable.stop(), forgetful.stop()]);
  }
}

/** One prepared vote after another: opened, voted on by everybody at once, locked and announced. */
function votes(crowd: Crowd, hub: string, seats: number): Arm<Names> {
  let count = 0;
  const byChair = async (intent: CommandIntent): Promise<void> => {
    const answer = await crowd.ask(hub, 0, commandText(intent));
    if (!answer.includes('"accepted"')) throw new Error(`${intent.type}: ${answer}`);
  };
  return async () => {
    count += 1;
    const vote = voteId.parse(`vote${count}`);
    await byChair({ type: 'vote/open', payload: { voteId: vote } });
    const { answers, tally } = await crowd.cast(hub, ballotsOf(vote, seats));
    await byChair({ type: 'vote/lock', payload: { voteId: vote } });
    await byChair({ type: 'vote/announce', payload: { voteId: vote } });
    return { answer: answers.p99, tally };
  };
}

function ballotsOf(vote: VoteId, seats: number): readonly string[] {
  return seatsOf(seats).map((seat) => {
    const person = participantId.parse(`p-${seat}`);
    const payload = { voteId: vote, participantId: person, choice: 'approve' as const, versionId: null };
    return commandText({ type: 'ballot/cast', payload });
  });
}
