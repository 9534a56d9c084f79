import { openPage, type OpenPage } from './browser/open-page.ts';
import { copyDecoders, namedPaper, servePapers, type Paper } from './browser/serve-papers.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { makeViewCopy } from '../src/hub/documents/view-copy.ts';
import { present } from '../src/shared/std/must.ts';
import { makeScan, makeText } from './browser/make-pdf.ts';

const pages = 200;

/** The first page of a long document out of the sealed vault, against opening all of it first and showing it then. */
export const firstPage: Bench = {
  name: 'first-page',
  async run({ folder, quick }) {
    const scan = await makeScan(pages);
    const papers = [
      paper('text', await makeText(pages)),
      paper('scan as added', scan),
      {
        ...paper(
          'scan as seats hold it',
          present((await makeViewCopy(scan, pages)).bytes, 'a copy of a scan'),
        ),
        isView: true,
      },
    ];
    const page = await openPage(folder, servePapers(papers));
    copyDecoders(folder);
    try {
      const figures: Figure[] = [];
      for (const each of papers) {
        // oxlint-disable-next-line no-await-in-loop
        figures.push(...(await measurePaper(page, each, quick ? 1 : 5)));
      }
      return figures;
    } finally {
      await page.stop();
    }
  },
};

async function measurePaper(
  page: OpenPage,
  { size, bytes, sha256, isView = false }: Paper & { readonly isView?: boolean },
  rounds: number,
): Promise<readonly Figure[]> {
  await page.measure('hold', sha256, bytes.length);
  const { vault, all } = await inRounds(
    {
      vault: () => page.measure('firstPageFromVault', sha256, bytes.length),
      all: () => page.measure('firstPageAfterAll', sha256, bytes.length),
    },
    rounds,
  );
  const first = compare({
    ...{ what: `first page of ${pages}, from the vault`, size, unit: 'ms' },
    against: 'all opened, then pdf.js',
    target: isView ? { atMost: 1 } : null,
    ours: vault.ms,
    limit: all.ms,
  });
  const share = compare({
    ...{ what: 'opened before the first page', size, unit: 'MB', against: 'the whole document' },
    target: isView ? { atMost: 0.05 } : null,
    ours: vault.megabytes,
    limit: all.megabytes,
  });
  return [first, share];
}

function paper(name: string, bytes: Uint8Array): Paper {
  return namedPaper(`${name}, ${(bytes.length / 1e6).toFixed(1)} MB`, bytes);
}
