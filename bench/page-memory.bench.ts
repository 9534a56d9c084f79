import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserMemory, tellsMemory } from './browser/browser-memory.ts';
import { makePaper } from './browser/make-papers.ts';
import { openPage } from './browser/open-page.ts';
import { copyDecoders, namedPaper, servePapers } from './browser/serve-papers.ts';
import type { Bench } from './measure/bench.ts';
import { compare } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import type { TurnArm } from './pages/measures.ts';

/** Memory is given back by and by; it is looked at so long after the last page, in milliseconds. */
const settleMs = 2_000;

/** What is held after paging through documents, over what was held before, against pdf.js as it comes. */
export const pageMemory: Bench = {
  name: 'page-memory',
  async run({ folder, quick, say }) {
    if (!tellsMemory) {
      say('left out: this system does not tell how much memory processes share');
      return [];
    }
    const scan = namedPaper('100 scanned pages', await makePaper('jpeg-scan', 100));
    const long = namedPaper('500 pages of text', await makePaper('vietnamese', 500));
    const page = await openPage(folder, servePapers([scan, long]));
    copyDecoders(folder);
    const profile = join(folder, 'profile');
    const heldAfter = async (arm: TurnArm, sha256: string, pages: readonly number[]): Promise<number> => {
      await page.renew();
      await page.measure('showPages', arm, sha256, pages);
      await pause(settleMs);
      return browserMemory(profile);
    };
    const growth = (arm: TurnArm, sha256: string, pages: readonly number[]) => async () => {
      const before = await heldAfter(arm, sha256, []);
      return { mb: Math.max(1, (await heldAfter(arm, sha256, pages)) - before) };
    };
    const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
    const spread = [1, 2, 3, 4, 5, 25, 50, 75, 95];
    try {
      const nine = await inRounds(
        { ours: growth('ours', scan.sha256, spread), stock: growth('stock', scan.sha256, spread) },
        quick ? 1 : 3,
      );
      const slope = await inRounds(
        {
          many: growth('prepared', long.sha256, upTo(quick ? 60 : 500)),
          few: growth('prepared', long.sha256, upTo(quick ? 20 : 100)),
        },
        quick ? 1 : 2,
      );
      const against = 'pdf.js';
      return [
        compare({
          ...{
            what: 'memory after nine pages',
            size: scan.size,
            unit: 'MB',
            against,
            target: { atMost: 0.5 },
          },
          ours: nine.ours.mb,
          limit: nine.stock.mb,
        }),
        compare({
          ...{ what: 'memory after 500 pages', size: long.size, unit: 'MB', target: { atMost: 1.3 } },
          against: 'the same after 100',
          ours: slope.many.mb,
          limit: slope.few.mb,
        }),
      ];
    } finally {
      await page.stop();
    }
  },
};
