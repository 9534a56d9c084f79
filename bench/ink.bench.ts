import { openPage, type OpenPage } from './browser/open-page.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure, type Target } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import type { InkArm } from './pages/measures.ts';

const strokes = [200, 5_000];
const frameMs = 1000 / 60;

/** From an event of the pen to its pixel, while a stroke grows: against the whole outline anew, a bare line, a frame. */
export const ink: Bench = {
  name: 'ink',
  async run({ folder, quick }) {
    const page = await openPage(folder, () => false);
    try {
      const figures: Figure[] = [];
      for (const points of strokes) {
        // oxlint-disable-next-line no-await-in-loop
        figures.push(...(await measureStroke(page, points, quick ? 2 : 6)));
      }
      return figures;
    } finally {
      await page.stop();
    }
  },
};

async function measureStroke(page: OpenPage, points: number, rounds: number): Promise<readonly Figure[]> {
  const arm = (name: InkArm) => async () => {
    const delays = await page.measure('ink', name, points);
    // The clock of a page counts in tenths of a millisecond: one event is too short for it, all together are not.
    const mean = delays.reduce((sum, ms) => sum + ms, 0) / delays.length;
    return { mean, p90: delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.9)] ?? NaN };
  };
  const { ours, outline, line } = await inRounds(
    { ours: arm('ours'), outline: arm('outline'), line: arm('line') },
    rounds,
  );
  const about = { size: `stroke of ${points} points`, unit: 'ms' };
  const figure = (
    against: string,
    mine: readonly number[],
    limit: readonly number[],
    target: Target,
  ): Figure => compare({ ...about, what: 'pen event to pixel', against, ours: mine, limit, target });
  return [
    figure('the whole outline anew', ours.mean, outline.mean, points > 1000 ? { atMost: 0.2 } : null),
    figure('a bare line', ours.mean, line.mean, null),
    figure(
      'p90 / one frame at 60 Hz',
      ours.p90,
      ours.p90.map(() => frameMs),
      { atMost: 1 },
    ),
  ];
}
