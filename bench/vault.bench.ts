import { openPage } from './browser/open-page.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import type { StoreArm } from './pages/measures.ts';

const sizes = [8, 64] as const;

const peers = {
  relaxed: 'IndexedDB, same cipher',
  strict: 'the same, flushed',
  plain: 'plain OPFS, no cipher',
} as const;

/** The vault's write ends with a flush, before which the system has taken the bytes. */
const ways = { taken: 'write before its flush', write: 'write', read: 'read' } as const;

/** The sealed vault of a browser, writing and reading, against IndexedDB with the same cipher and OPFS with none. */
export const vault: Bench = {
  name: 'vault',
  async run({ folder, quick }) {
    const page = await openPage(folder, () => false);
    try {
      const figures: Figure[] = [];
      for (const megabytes of quick ? sizes.slice(0, 1) : sizes) {
        const bytes = megabytes * 1024 * 1024;
        const arm = (name: StoreArm) => async () => {
          const { taken, write, read } = await page.measure('vaultSpeed', name, bytes);
          const speed = (ms: number): number => (megabytes * 1000) / ms;
          return { taken: speed(taken), write: speed(write), read: speed(read) };
        };
        // oxlint-disable-next-line no-await-in-loop
        const speeds = await inRounds(
          {
            vault: arm('vault'),
            relaxed: arm('indexed-db'),
            strict: arm('indexed-db-strict'),
            plain: arm('plain-opfs'),
          },
          quick ? 1 : 7,
        );
        const figure = (way: keyof typeof ways, peer: keyof typeof peers, atLeast: number | null): Figure =>
          compare({
            ...{ what: `vault, ${ways[way]}`, size: `${megabytes} MB`, unit: 'MB/s', against: peers[peer] },
            ours: speeds.vault[way],
            limit: speeds[peer][way],
            target: atLeast === null ? null : { atLeast },
          });
        figures.push(
          // Each against the IndexedDB that promises as much.
          figure('taken', 'relaxed', 2),
          figure('write', 'strict', 2),
          figure('write', 'relaxed', null),
          figure('write', 'plain', null),
          figure('read', 'relaxed', 3),
          figure('read', 'plain', null),
        );
      }
      return figures;
    } finally {
      await page.stop();
    }
  },
};
