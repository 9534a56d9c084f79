import { createHash } from 'node:crypto';
import { openPage, type OpenPage } from './browser/open-page.ts';
import { copyDecoders, servePapers, type Paper } from './browser/serve-papers.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { makeScan, makeText } from './browser/make-pdf.ts';

const pages = 200;

/** The first page of a long document out of the sealed vault, against pdf.js on bytes that lie in memory already. */
export const firstPage: Bench = {
  name: 'first-page',
  async run({ folder, quick }) {
    const papers = [paper('text', await makeText(pages)), paper('scan', await makeScan(pages))];
    const page = await openPage(folder, servePapers(papers));
    copyDecoders(folder);
    try {
      const figures: Figure[] = [];
      for (const each of papers) {
        // oxlint-disable-next-line no-await-in-loop
        figures.push(await measurePaper(page, each, quick ? 1 : 5));
      }
      return figures;
    } finally {
      await page.stop();
    }
  },
};

async function measurePaper(page: OpenPage, { size, bytes, sha256 }: Paper, rounds: number): Promise<Figure> {
  await page.measure('hold', sha256, bytes.length);
  const { vault, memory } = await inRounds(
    {
      vault: async () => ({ ms: await page.measure('firstPageFromVault', sha256, bytes.length) }),
      memory: async () => ({ ms: await page.measure('firstPageFromMemory', sha256) }),
    },
    rounds,
  );
  const against = 'pdf.js on bytes in memory';
  return compare({
    ...{ what: `first page of ${pages}, from the vault`, size, unit: 'ms', against, target: null },
    ours: vault.ms,
    limit: memory.ms,
  });
}

function paper(name: string, bytes: Uint8Array): Paper {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { size: `${name}, ${(bytes.length / 1e6).toFixed(1)} MB`, bytes, sha256 };
}
