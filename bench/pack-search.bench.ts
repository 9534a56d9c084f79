import { performance } from 'node:perf_hooks';
import { PackIndex } from '../src/shared/domain/search/pack-index.ts';
import { documentVersionId, type DocumentVersionId } from '../src/shared/records/ids.ts';
import { foldMarks } from '../src/shared/std/vietnamese-text.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';

/** What a person may wait for, in milliseconds. */
const patienceMs = 50;
/** Rare and frequent words, with and without marks, and what is not there. */
const queries = ['nghi quyet', 'Nghị quyết số', 'an', 'uy ban nhan dan tinh', 'khong co o dau het'];

/**
 * The slowest of several searches through a pack, with all hits counted, ranked and cut out: the index against the time
 * a person may wait, and against folding every page anew with each search. Taking the pack in is told beside it.
 */
export const packSearch: Bench = {
  name: 'pack-search',
  async run({ quick, say }) {
    const figures: Figure[] = [];
    for (const pages of quick ? [500] : [500, 2_000]) {
      // oxlint-disable-next-line no-await-in-loop
      figures.push(...(await atSize(pages, quick ? 3 : 15, say)));
    }
    return figures;
  },
};

async function atSize(
  pages: number,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const pack = makePack(pages);
  const order = [...pack.keys()];
  const index = new PackIndex();
  const begun = performance.now();
  for (const [versionId, text] of pack) index.put(versionId, text);
  say(`${pages} pages taken in within ${Math.round(performance.now() - begun)} ms`);
  const all = [...pack.values()].flat();
  const { indexed, folding } = await inRounds(
    {
      indexed: async () => ({ ms: slowest((query) => index.search(query, order, 50).length) }),
      folding: async () => ({ ms: slowest((query) => foldAndFind(all, query)) }),
    },
    rounds,
  );
  const shared = { size: `${pages} pages`, unit: 'ms', ours: indexed.ms };
  return [
    compare({
      ...shared,
      what: 'slowest search in the pack',
      limit: indexed.ms.map(() => patienceMs),
      against: 'what a person waits',
      target: { atMost: 1 },
    }),
    compare({
      ...shared,
      what: 'slowest search in the pack',
      limit: folding.ms,
      against: 'folding with each search',
      target: null,
    }),
  ];
}

function slowest(search: (query: string) => number): number {
  let most = 0;
  for (const query of queries) {
    const from = performance.now();
    search(query);
    most = Math.max(most, performance.now() - from);
  }
  return most;
}

function foldAndFind(pages: readonly string[], query: string): number {
  const wanted = foldMarks(query);
  return pages.filter((page) => foldMarks(page).includes(wanted)).length;
}

/** Documents of 100 pages of office prose, 2,500 letters a page, the same every time. */
function makePack(pages: number): ReadonlyMap<DocumentVersionId, readonly string[]> {
  const words =
    'ủy ban nhân dân tỉnh nghị quyết số về việc phê duyệt chủ trương đầu tư dự án an ninh quốc phòng ngân sách kinh phí điều chỉnh quy hoạch đất đai kết luận hội đồng căn cứ luật tổ chức chính quyền địa phương tờ trình báo cáo thẩm tra giải trình tiếp thu ý kiến của các đồng chí 2026 12/NQ-HĐND'.split(
      ' ',
    );
  let seed = 1;
  const next = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return words[seed % words.length] ?? '';
  };
  const pack = new Map<DocumentVersionId, readonly string[]>();
  for (let from = 0; from < pages; from += 100) {
    const text = Array.from({ length: Math.min(100, pages - from) }, () =>
      Array.from({ length: 520 }, next).join(' '),
    );
    pack.set(documentVersionId.parse(`v${from}`), text);
  }
  return pack;
}
