import { join } from 'node:path';
import type { CommandIntent } from '../src/shared/protocol/commands/command-schemas.ts';
import { participantId, speechId, voteId } from '../src/shared/records/ids.ts';
import { commandText, helloOf } from './clients/messages.ts';
import { startCrowd, type Crowd } from './clients/start-crowd.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds, type Arm } from './measure/rounds.ts';
import { percentile } from './measure/spread.ts';
import { seatsOf } from './room/big-plan.ts';
import {
  admitChair,
  admitScreen,
  admitSeats,
  fillRoom,
  growLog,
  item,
  meeting,
  openRoom,
  prepareVote,
} from './room/prepared-room.ts';
import { startHub } from './servers/start-server.ts';

/** What the room does at once, and within which time everybody must know, in milliseconds. */
const cases = {
  ballots: { what: '60 vote at once, known to all', seats: 60, withinMs: 1_000 },
  requests: { what: '200 ask for the floor at once, known to all', seats: 200, withinMs: 500 },
} as const;
type Case = keyof typeof cases;

/**
 * All seats ask for the same in one turn, until the chair's console, the screen and every seat have been told of all of
 * it: against the time that people may wait, and with a long log against a short one.
 */
export const agreement: Bench = {
  name: 'agreement',
  async run({ folder, quick }) {
    const rounds = quick ? 4 : 25;
    const figures: Figure[] = [];
    for (const name of Object.keys(cases) as Case[]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await measure(name, join(folder, name), rounds)));
    }
    return figures;
  },
};

/** Lengths of the log, in entries. */
const lengths = { short: 1_000, long: 100_000 } as const;

async function measure(name: Case, folder: string, rounds: number): Promise<readonly Figure[]> {
  const { what, seats, withinMs } = cases[name];
  const crowd = startCrowd();
  const hubs = await Promise.all([
    startRoom(join(folder, 'short'), { seats, entries: lengths.short, rounds }),
    startRoom(join(folder, 'long'), { seats, entries: lengths.long, rounds }),
  ]);
  try {
    await crowd.connect('short', hubs[0].url, hubs[0].hellos);
    await crowd.connect('long', hubs[1].url, hubs[1].hellos);
    const arm = name === 'ballots' ? ballotsOf : requestsOf;
    const arms = { short: arm(crowd, 'short', seats), long: arm(crowd, 'long', seats) };
    const { short, long } = await inRounds<'short' | 'long', 'last'>(arms, rounds);
    const size = (entries: number): string => `${seats} seats, log of ${entries.toLocaleString('en')}`;
    const within = (entries: number, times: readonly number[]): Figure =>
      compare({
        what: `${what}, p95`,
        size: size(entries),
        unit: 'ms',
        ours: [percentile(times, 0.95)],
        limit: [withinMs],
        against: 'what people may wait',
        target: { atMost: 1 },
      });
    return [
      within(lengths.short, short.last),
      within(lengths.long, long.last),
      compare({
        what: `${what}, long log`,
        size: size(lengths.long),
        unit: 'ms',
        ours: long.last,
        limit: short.last,
        against: 'the same with a short log',
        target: { atMost: 1.25 },
      }),
    ];
  } finally {
    await Promise.all([crowd.stop(), ...hubs.map((hub) => hub.stop())]);
  }
}

interface RoomOptions {
  readonly seats: number;
  readonly entries: number;
  readonly rounds: number;
}

/** A hub on a folder with an open meeting; hellos of the chair's console, of all seats, and of the screen. */
async function startRoom(folder: string, { seats, entries, rounds }: RoomOptions) {
  const open = openRoom(folder);
  await fillRoom(open, seats);
  await Promise.all(Array.from({ length: rounds + 1 }, (_, at) => prepareVote(open, voteAt(at + 1))));
  await growLog(open, entries);
  const hellos = [admitChair(open), ...admitSeats(open, seats), admitScreen(open)].map((one) => helloOf(one));
  open.store.close();
  return { ...(await startHub(folder)), hellos };
}

const voteAt = (count: number) => voteId.parse(`vote${count}`);

/** One prepared vote after another, on which everybody votes at once. */
function ballotsOf(crowd: Crowd, hub: string, seats: number): Arm<'last'> {
  let count = 0;
  return async () => {
    count += 1;
    const vote = voteAt(count);
    await byChair(crowd, hub, { type: 'vote/open', payload: { voteId: vote } });
    const texts = seatsOf(seats).map((seat) => {
      const person = participantId.parse(`p-${seat}`);
      const payload = { voteId: vote, participantId: person, choice: 'approve' as const, versionId: null };
      return commandText({ type: 'ballot/cast', payload });
    });
    const { last } = await crowd.agree(hub, texts, { mark: `"received":${seats},`, times: 1 });
    await byChair(crowd, hub, { type: 'vote/lock', payload: { voteId: vote } });
    await byChair(crowd, hub, { type: 'vote/announce', payload: { voteId: vote } });
    return { last };
  };
}

/** Everybody asks for the floor at once, and the chair empties the queue. */
function requestsOf(crowd: Crowd, hub: string, seats: number): Arm<'last'> {
  let count = 0;
  return async () => {
    count += 1;
    if (count === 1) await byChair(crowd, hub, { type: 'item/start', payload: { itemId: item } });
    const texts = seatsOf(seats).map((seat) => {
      const asked = { requestId: speechId.parse(`s${count}-${seat}`), meetingId: meeting, itemId: item };
      const person = { participantId: participantId.parse(`p-${seat}`), kind: 'speak' as const };
      return commandText({ type: 'floor/request', payload: { ...asked, ...person, replyTo: null } });
    });
    const { last } = await crowd.agree(hub, texts, { mark: '"key":"speech/', times: seats });
    await byChair(crowd, hub, { type: 'floor/clear', payload: { meetingId: meeting } });
    return { last };
  };
}

async function byChair(crowd: Crowd, hub: string, intent: CommandIntent): Promise<void> {
  const answer = await crowd.ask(hub, 0, commandText(intent));
  if (!answer.includes('"accepted"')) throw new Error(`${intent.type}: ${answer}`);
}
