import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CommandIntent } from '../src/shared/protocol/commands/command-schemas.ts';
import { participantId } from '../src/shared/records/ids.ts';
import { present } from '../src/shared/std/must.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { fillRoom, openRoom, order, type OpenRoom } from './room/prepared-room.ts';
import { seatsOf } from './room/big-plan.ts';

const members = 100;
const burst = 200;

/**
 * Commands that are on disk when they are answered: the real room over the real log, in this process, against appending
 * lines of the same bytes to a file with one fdatasync each.
 */
export const durableCommands: Bench = {
  name: 'durable-commands',
  async run({ folder, quick }) {
    const figures: Figure[] = [];
    for (const entries of [0, 20_000]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await atSize(join(folder, `log-${entries}`), entries, quick)));
    }
    return figures;
  },
};

async function atSize(folder: string, entries: number, quick: boolean): Promise<readonly Figure[]> {
  const open = openRoom(folder);
  await fillRoom(open, members);
  await grow(open, entries);
  const sample = JSON.stringify(present([...open.store.log.read()].at(-1), 'an entry'));
  const line = Buffer.from(`${sample}\n`);
  const file = openSync(join(folder, 'raw.log'), 'a');
  const [singles, bursts] = quick ? [200, 5] : [600, 25];
  const { room, group, raw } = await inRounds(
    {
      room: async () => ({ rate: await rateOf(singles, () => mark(open)) }),
      group: async () => ({ rate: burst * (await rateOf(bursts, () => markAll(open, burst))) }),
      raw: async () => ({ rate: await rateOf(singles, () => append(file, line)) }),
    },
    quick ? 3 : 11,
  );
  closeSync(file);
  open.store.close();
  const shared = { size: `log of ${entries}`, unit: 'rows/s', limit: raw.rate, against: 'append + fdatasync' };
  return [
    compare({ ...shared, what: 'durable commands, one by one', ours: room.rate, target: { atLeast: 0.9 } }),
    compare({ ...shared, what: `durable commands, ${burst} at once`, ours: group.rate, target: { atLeast: 15 } }),
  ];
}

async function grow(open: OpenRoom, entries: number): Promise<void> {
  for (let left = entries; left > 0; left -= 500) {
    // oxlint-disable-next-line no-await-in-loop
    await markAll(open, Math.min(500, left));
  }
}

/** How often per second a thing can be done, one after the other. */
async function rateOf(times: number, run: () => Promise<void> | void): Promise<number> {
  const begun = performance.now();
  for (let at = 0; at < times; at += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await run();
  }
  return (times * 1000) / (performance.now() - begun);
}

const people = seatsOf(members).map((seat) => participantId.parse(`p-${seat}`));

function markOf(at: number): CommandIntent {
  const person = present(people[at % people.length], 'a member');
  return { type: 'attendance/mark', payload: { participantId: person, state: 'present', reason: '' } };
}

async function mark(open: OpenRoom): Promise<void> {
  await order(open, markOf(open.room.head().seq));
}

async function markAll(open: OpenRoom, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, at) => order(open, markOf(at))));
}

function append(file: number, line: Buffer): void {
  writeSync(file, line);
  fdatasyncSync(file);
}
