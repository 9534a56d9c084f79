import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { helloOf } from './clients/messages.ts';
import { startCrowd } from './clients/start-crowd.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { addPapers, admitSeats, fillRoom, openRoom, type OpenRoom } from './room/prepared-room.ts';
import { startHub, startServer } from './servers/start-server.ts';

const missed = 200;

/**
 * All seats come back at once and each has missed 200 records: until the last one has them. A real hub pushes them on
 * the connection just opened; the naive way is a bare connection and, beside it, one HTTP request per seat.
 */
export const reconnectStorm: Bench = {
  name: 'reconnect-storm',
  async run({ folder, quick }) {
    const figures: Figure[] = [];
    for (const seats of quick ? [200] : [200, 1000]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await atSize(join(folder, `seats-${seats}`), seats, quick ? 2 : 12)));
    }
    return figures;
  },
};

async function atSize(folder: string, seats: number, rounds: number): Promise<readonly Figure[]> {
  const open = openRoom(folder);
  await fillRoom(open, seats);
  const have = { epoch: open.room.epoch, seq: open.room.head().seq };
  await addPapers(open, missed / 2);
  const hellos = admitSeats(open, seats).map((tokens) => helloOf(tokens, have));
  const table = join(folder, 'naive.sqlite');
  writeRecords(open, table);
  open.store.close();
  const hub = await startHub(folder);
  const naive = await startServer('naive-pull', [table]);
  const pull = `${naive.url}/records?since=${have.seq}`;
  const crowd = startCrowd();
  try {
    const measured = await inRounds(
      {
        hub: async () => await crowd.storm(hub.url, hellos, null),
        naive: async () => await crowd.storm(naive.url, hellos, pull),
      },
      rounds,
    );
    const figure = (what: string, name: 'p50' | 'last', atMost: number | null): Figure =>
      compare({
        what: `reconnect with ${missed} records missed, ${what}`,
        size: `${seats} seats`,
        unit: 'ms',
        ours: measured.hub[name],
        limit: measured.naive[name],
        against: 'HTTP request with SQL per seat',
        target: atMost === null ? null : { atMost },
      });
    return [figure('half of the seats', 'p50', null), figure('last seat', 'last', 0.25)];
  } finally {
    await Promise.all([crowd.stop(), hub.stop(), naive.stop()]);
  }
}

/** The records of the room as rows of a table, in a database with nothing but them. */
function writeRecords({ room }: OpenRoom, file: string): void {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE records (key TEXT PRIMARY KEY, kind TEXT, seq INTEGER, body TEXT);
    CREATE INDEX records_seq ON records (seq);
    BEGIN`);
  const insert = database.prepare('INSERT INTO records VALUES (?, ?, ?, ?)');
  for (const { key, kind, seq, body } of room.state().records.values()) {
    insert.run(key, kind, seq, JSON.stringify(body));
  }
  database.exec('COMMIT');
  database.close();
}
