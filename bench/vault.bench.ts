import { openPage } from './browser/open-page.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import type { StoreArm } from './pages/measures.ts';

const sizes = [8, 64] as const;

const peers = {
  relaxed: 'IndexedDB, same cipher',
  /** As the vault, which ends with a flush. */
  strict: 'the same, flushed',
  plain: 'plain OPFS, no cipher',
} as const;

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
          const { write, read } = await page.measure('vaultSpeed', name, bytes);
          return { write: (megabytes * 1000) / write, read: (megabytes * 1000) / read };
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
        const figure = (way: 'write' | 'read', peer: keyof typeof peers, atLeast: number | null): Figure =>
          compare({
            ...{ what: `vault, ${way}`, size: `${megabytes} MB`, unit: 'MB/s', against: peers[peer] },
            ours: speeds.vault[way],
            limit: speeds[peer][way],
            target: atLeast === null ? null : { atLeast },
          });
        figures.push(
          figure('write', 'relaxed', 2),
          figure('write', 'strict', 2),
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
