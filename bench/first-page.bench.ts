import { createHash } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage, type OpenPage } from './browser/open-page.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { makeScan, makeText } from './browser/make-pdf.ts';

const pages = 200;

interface Paper {
  readonly size: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The first page of a long document out of the sealed vault, against pdf.js on bytes that lie in memory already. */
export const firstPage: Bench = {
  name: 'first-page',
  async run({ folder, quick }) {
    const papers = [paper('text', await makeText(pages)), paper('scan', await makeScan(pages))];
    const page = await openPage(folder, blobRoute(papers));
    copyDecoders(join(folder, 'page'));
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

/** Documents as the hub serves them, from any byte on. */
function blobRoute(
  papers: readonly Paper[],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const found = papers.find(({ sha256 }) => request.url === `/v1/blobs/${sha256}`);
    if (found === undefined) return false;
    const { bytes } = found;
    const begin = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const range = { 'content-range': `bytes ${begin}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(request.headers.range === undefined ? 200 : 206, {
      'content-length': bytes.length - begin,
      ...(request.headers.range === undefined ? {} : range),
    });
    response.end(bytes.subarray(begin));
    return true;
  };
}

/** What pdf.js fetches by address while it draws. */
function copyDecoders(built: string): void {
  const source = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  mkdirSync(join(built, 'pdfjs'), { recursive: true });
  for (const folder of ['wasm', 'standard_fonts', 'cmaps', 'iccs'])
    cpSync(join(source, folder), join(built, 'pdfjs', folder), { recursive: true });
}
