import { join } from 'node:path';
import type { CommandIntent } from '../src/shared/protocol/commands/command-schemas.ts';
import { documentVersionId } from '../src/shared/records/ids.ts';
import { commandText, helloOf } from './clients/messages.ts';
import { startCrowd, type Crowd } from './clients/start-crowd.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { addPapers, admitChair, admitSeats, fillRoom, meeting, openRoom } from './room/prepared-room.ts';
import { startHub, startServer } from './servers/start-server.ts';

/**
 * A page turned by the chairperson, until it has come to every seat: decided, written to disk and poked by a real hub,
 * against `ws` sending the same bytes to as many clients without doing anything else.
 */
export const pokeBroadcast: Bench = {
  name: 'poke-broadcast',
  async run({ folder, quick }) {
    const figures: Figure[] = [];
    for (const seats of quick ? [200] : [200, 1000]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await atSize(join(folder, `seats-${seats}`), seats, quick)));
    }
    return figures;
  },
};

async function atSize(folder: string, seats: number, quick: boolean): Promise<readonly Figure[]> {
  const open = openRoom(folder);
  await fillRoom(open, seats);
  await addPapers(open, 1);
  const hellos = [helloOf(admitChair(open)), ...admitSeats(open, seats).map((tokens) => helloOf(tokens))];
  open.store.close();
  const hub = await startHub(folder);
  const bare = await startServer('bare-broadcast', []);
  const crowd = startCrowd();
  try {
    await crowd.connect('hub', hub.url, hellos);
    await crowd.connect('bare', bare.url, hellos);
    return await measure(crowd, `${seats} seats`, quick);
  } finally {
    await Promise.all([crowd.stop(), hub.stop(), bare.stop()]);
  }
}

async function measure(crowd: Crowd, size: string, quick: boolean): Promise<readonly Figure[]> {
  let page = 0;
  const turn = (): string => commandText(pageTurn((page += 1)));
  await crowd.show('bare', await crowd.pokeOf('hub', turn()));
  const pages = Array.from({ length: quick ? 20 : 50 });
  const measured = await inRounds(
    {
      hub: async () => await crowd.broadcast('hub', pages.map(turn), 40),
      bare: async () => await crowd.broadcast('bare', pages.map(turn), 40),
    },
    quick ? 2 : 5,
  );
  const figure = (name: 'p50' | 'p99', atMost: number | null): Figure =>
    compare({
      what: `poke to every seat, ${name}`,
      size,
      unit: 'ms',
      ours: measured.hub[name],
      limit: measured.bare[name],
      against: 'ws broadcast, same bytes',
      target: atMost === null ? null : { atMost },
    });
  return [figure('p50', null), figure('p99', 1.5)];
}

function pageTurn(turn: number): CommandIntent {
  const versionId = documentVersionId.parse('v1');
  return { type: 'presentation/show', payload: { meetingId: meeting, versionId, page: 1 + (turn % 60) } };
}
