import { performance } from 'node:perf_hooks';
import { PDFDocument } from '@cantoo/pdf-lib';
import { comparePages } from '../src/hub/documents/compare/compare-pages.ts';
import { openPdfPages } from '../src/hub/documents/compare/pdf-pages.ts';
import { looksSame } from '../src/shared/domain/versions/picture-difference.ts';
import { must } from '../src/shared/std/must.ts';
import { makeText } from './browser/make-pdf.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';

/**
 * Setting a replacement against the text before it, with a page put in near the front: by words first, as the hub does
 * it, against drawing every page of both and comparing them number by number, which gets most of them wrong besides.
 */
export const pageCompare: Bench = {
  name: 'page-compare',
  async run({ quick, say }) {
    const figures: Figure[] = [];
    for (const pages of quick ? [20] : [60, 200]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(await atSize(pages, quick ? 2 : 5, say));
    }
    return figures;
  },
};

async function atSize(pages: number, rounds: number, say: (line: string) => void): Promise<Figure> {
  const old = await makeText(pages);
  const now = await withPagePutIn(old);
  let wrong = 0;
  const { words, pictures } = await inRounds(
    {
      words: async () => {
        const begun = performance.now();
        const origins = await onBoth(old, now, (a, b) => comparePages(a, b));
        must(origins.filter(({ changed }) => changed).length === 1, 'one page was put in');
        return { ms: performance.now() - begun };
      },
      pictures: async () => {
        const begun = performance.now();
        wrong = await onBoth(old, now, drawAll);
        return { ms: performance.now() - begun };
      },
    },
    rounds,
  );
  say(`drawing all and going by numbers calls ${wrong} of ${pages} pages changed that are not`);
  return compare({
    what: 'comparison of a replacement',
    size: `${pages} pages`,
    unit: 'ms',
    ours: words.ms,
    limit: pictures.ms,
    against: 'drawing every page of both',
    target: { atMost: 0.5 },
  });
}

type Pages = Awaited<ReturnType<typeof openPdfPages>>;

async function onBoth<Value>(
  old: Uint8Array,
  now: Uint8Array,
  use: (old: Pages, now: Pages) => Promise<Value>,
): Promise<Value> {
  const a = await openPdfPages(old.slice());
  const b = await openPdfPages(now.slice());
  try {
    return await use(a, b);
  } finally {
    await a.close();
    await b.close();
  }
}

/** How many pages look another way than the page of the same number. */
async function drawAll(old: Pages, now: Pages): Promise<number> {
  let changed = 0;
  for (let page = 1; page <= old.pages; page += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (!looksSame(await old.picture(page), await now.picture(page))) changed += 1;
  }
  return changed;
}

async function withPagePutIn(old: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(old);
  pdf.insertPage(3, [595, 842]).drawText('A page that was not there before', { x: 60, y: 700, size: 14 });
  return await pdf.save();
}
