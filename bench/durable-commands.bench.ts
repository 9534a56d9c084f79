import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { LogEntry } from '../src/hub/room/log-entry.ts';
import { participantId } from '../src/shared/records/ids.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { seatsOf } from './room/big-plan.ts';
import { castAtOnce, castOneByOne, votesIn } from './room/cast.ts';
import { fillRoom, openRoom, order, type OpenRoom } from './room/prepared-room.ts';

const members = 200;

/** A hub has run for hours when a vote begins. V8 has compiled a ballot's way for good after some 8,000 of them. */
const warmUp = 40;

/**
 * Ballots that are on disk when they are answered: the real room over the real log, in this process, against appending
 * lines of the same bytes to a file with one fdatasync each. Two hundred one after the other, then two hundred at once;
 * the log alone is given the same entries, to tell what is the room's part and what the disk's.
 */
export const durableCommands: Bench = {
  name: 'durable-commands',
  async run({ folder, quick }) {
    const figures: Figure[] = [];
    for (const entries of quick ? [0] : [0, 20_000]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await atSize(join(folder, `log-${entries}`), entries, quick ? 3 : 15)));
    }
    return figures;
  },
};

async function atSize(folder: string, entries: number, rounds: number): Promise<readonly Figure[]> {
  const open = openRoom(folder);
  const alone = openRoom(join(folder, 'alone'));
  await fillRoom(open, members);
  await grow(open, entries);
  const nextVote = votesIn(open, members);
  await castAtOnce(open, await nextVote());
  const sample = [...open.store.log.read()].slice(-members);
  const file = openSync(join(folder, 'raw.log'), 'a');
  const { one, group, log, raw } = await inRounds(
    {
      one: async () => ({ rate: await castOneByOne(open, await nextVote()) }),
      raw: async () => ({ rate: appendAll(file, sample) }),
      group: async () => ({ rate: await castAtOnce(open, await nextVote()) }),
      log: async () => ({ rate: writeAll(alone, sample) }),
    },
    rounds,
    warmUp,
  );
  closeSync(file);
  alone.store.close();
  open.store.close();
  const shared = {
    size: `log of ${entries}`,
    unit: 'rows/s',
    limit: raw.rate,
    against: 'append + fdatasync',
  };
  return [
    compare({ ...shared, what: 'durable commands, one by one', ours: one.rate, target: { atLeast: 0.9 } }),
    compare({
      ...shared,
      what: `durable commands, ${members} at once`,
      ours: group.rate,
      target: { atLeast: 15 },
    }),
    compare({ ...shared, what: `the log alone, ${members} at once`, ours: log.rate, target: null }),
  ];
}

/** Makes the log this much longer. */
async function grow(open: OpenRoom, entries: number): Promise<void> {
  const people = seatsOf(members).map((seat) => participantId.parse(`p-${seat}`));
  for (let left = entries; left > 0; left -= members) {
    const marks = people.map((person) => {
      const payload = { participantId: person, state: 'present' as const, reason: '' };
      return order(open, { type: 'attendance/mark', payload });
    });
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(marks);
  }
}

/** Appends each entry as a line with a sync of its own; gives the lines per second. */
function appendAll(file: number, entries: readonly LogEntry[]): number {
  const lines = entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`));
  const begun = performance.now();
  for (const line of lines) {
    writeSync(file, line);
    fdatasyncSync(file);
  }
  return (lines.length * 1000) / (performance.now() - begun);
}

/** Gives the entries to the store's log in one commit, without a room; gives the entries per second. */
function writeAll({ store }: OpenRoom, entries: readonly LogEntry[]): number {
  const from = [...store.log.read()].length;
  const next = entries.map((entry, at) => ({ ...entry, seq: from + at + 1 }));
  const begun = performance.now();
  store.log.append(next);
  return (next.length * 1000) / (performance.now() - begun);
}
