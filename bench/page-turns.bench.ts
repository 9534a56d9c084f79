import { makePaper, paperKinds, type PaperKind } from './browser/make-papers.ts';
import { openPage, type OpenPage } from './browser/open-page.ts';
import { copyDecoders, namedPaper, servePapers, type Paper } from './browser/serve-papers.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { median, percentile } from './measure/spread.ts';
import type { TurnArm } from './pages/measures.ts';

/** Pages never seen before: neighbours first, then far apart. */
const turnsOf = (pages: number): readonly number[] =>
  [2, 3, 4, 5, 0.3, 0.5, 0.7, 0.9].map((at) => (at < 1 ? Math.floor(pages * at) + 2 : at));

/** Turning to pages at 1.5×: when asked for and drawn ahead, against pdf.js as it comes and PDFium as WebAssembly. */
export const pageTurns: Bench = {
  name: 'page-turns',
  async run({ folder, quick }) {
    const pages = quick ? 12 : 40;
    const papers: (Paper & { readonly kind: PaperKind })[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for (const kind of paperKinds) papers.push({ kind, ...namedPaper(kind, await makePaper(kind, pages)) });
    const page = await openPage(folder, servePapers(papers));
    copyDecoders(folder);
    try {
      const figures: Figure[] = [];
      // oxlint-disable-next-line no-await-in-loop
      for (const paper of papers) figures.push(...(await measure(page, paper, { pages, quick })));
      return figures;
    } finally {
      await page.stop();
    }
  },
};

interface Extent {
  readonly pages: number;
  readonly quick: boolean;
}

async function measure(
  page: OpenPage,
  { kind, sha256 }: { kind: PaperKind; sha256: string },
  { pages, quick }: Extent,
) {
  const turns = turnsOf(pages).slice(0, quick ? 3 : undefined);
  const once = (arm: TurnArm) => async () => {
    const { ms, gaps } = await page.measure('turns', arm, sha256, turns);
    return { median: median(ms), p95: percentile(ms, 0.95), gap: Math.max(...gaps) };
  };
  const measured = await inRounds(
    { stock: once('stock'), ours: once('ours'), prepared: once('prepared'), pdfium: once('pdfium') },
    quick ? 1 : 3,
  );
  const { stock } = measured;
  const against = 'pdf.js on demand';
  const figure = (arm: TurnArm, of: 'median' | 'p95' | 'gap', atMost: number | null): Figure =>
    compare({
      ...{ what: `${words[of]}, ${names[arm]}`, size: kind, unit: 'ms', against },
      target: atMost === null ? null : { atMost },
      ours: measured[arm][of],
      limit: stock[of],
    });
  return [
    figure('prepared', 'median', 0.15),
    figure('prepared', 'p95', null),
    figure('ours', 'median', 1.1),
    figure('ours', 'p95', null),
    figure('ours', 'gap', 0.4),
    figure('pdfium', 'median', null),
  ];
}

const words = { median: 'page turn', p95: 'page turn p95', gap: 'longest stall in a turn' } as const;
const names: Readonly<Record<TurnArm, string>> = {
  stock: 'pdf.js',
  ours: 'on demand',
  prepared: 'drawn ahead',
  pdfium: 'PDFium',
};
