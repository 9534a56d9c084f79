import { openPage } from './browser/open-page.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import type { StoreArm } from './pages/measures.ts';

const sizes = [8, 64] as const;

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
          { vault: arm('vault'), indexedDb: arm('indexed-db'), plain: arm('plain-opfs') },
          quick ? 1 : 7,
        );
        const about = { size: `${megabytes} MB`, unit: 'MB/s' };
        const sealed = 'IndexedDB, same cipher';
        const plain = 'plain OPFS, no cipher';
        for (const [way, atLeast] of [
          ['write', 2],
          ['read', 3],
        ] as const) {
          const ours = speeds.vault[way];
          const what = `vault, ${way}`;
          figures.push(
            compare({
              ...about,
              what,
              ours,
              limit: speeds.indexedDb[way],
              against: sealed,
              target: { atLeast },
            }),
            compare({ ...about, what, ours, limit: speeds.plain[way], against: plain, target: null }),
          );
        }
      }
      return figures;
    } finally {
      await page.stop();
    }
  },
};
