import { describe, expect, it } from 'vitest';
import { PackIndex } from '../../../shared/domain/search/pack-index.ts';
import { readPageTexts } from '../../../shared/domain/search/page-texts.ts';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import type { DocumentVersionId, Sha256 } from '../../../shared/records/ids.ts';
import { PackSearch, type SearchPaper } from './pack-search.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

const draft = 'draft' as DocumentVersionId;
const report = 'report' as DocumentVersionId;

/** The real index behind a worker that can be held still. */
function bench(texts: Readonly<Record<string, readonly string[] | 'unheld'>>) {
  const index = new PackIndex();
  const posted: ToSearchWorker[] = [];
  let tell: (message: FromSearchWorker) => void = () => undefined;
  let closed = 0;
  const search = new PackSearch({
    startWorker(onMessage) {
      tell = onMessage;
      return { post: (message) => void posted.push(message), close: () => void (closed += 1) };
    },
    async read({ sha256 }) {
      const pages = texts[sha256];
      return pages === undefined || pages === 'unheld'
        ? null
        : new TextEncoder().encode(JSON.stringify({ pages }));
    },
    onTrouble(reason) {
      throw reason;
    },
  });
  /** Lets the worker answer what it has been asked. */
  const settle = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (const message of posted.splice(0)) {
      if (message.type === 'put') {
        const pages = readPageTexts(message.text);
        if (pages !== null) index.put(message.versionId, pages);
        tell({ type: 'taken', versionId: message.versionId, hasText: pages !== null });
      } else if (message.type === 'drop') index.drop(message.versionId);
      else {
        const { request, query, order, limit } = message;
        tell({ type: 'found', request, hits: index.search(query, order, limit) });
      }
    }
    if (posted.length > 0) await settle();
  };
  return {
    search,
    index,
    posted,
    settle,
    tell: (message: FromSearchWorker) => tell(message),
    closed: () => closed,
  };
}

function paper(versionId: DocumentVersionId, text: string | null, isHere = true): SearchPaper {
  const blob: BlobReference | null = text === null ? null : { sha256: text as Sha256, bytes: 10 };
  return { versionId, title: versionId, text: blob, isHere };
}

describe('PackSearch', () => {
  it('takes in what is here and searches it; what comes later is found without typing again', async () => {
    const { search, settle } = bench({ a: ['Nghị quyết'], b: ['nghị quyết, Nghị quyết'] });
    search.run();
    search.follow([paper(draft, 'a'), paper(report, 'b', false)]);
    await settle();
    search.type('nghi quyet');
    await settle();
    expect(search.state.get().hits?.map(({ versionId, total }) => [versionId, total])).toEqual([[draft, 1]]);
    expect([...search.state.get().taken]).toEqual([draft]);
    search.follow([paper(draft, 'a'), paper(report, 'b')]);
    await settle();
    expect(search.state.get().hits?.map(({ versionId, total }) => [versionId, total])).toEqual([
      [draft, 1],
      [report, 2],
    ]);
  });

  it('forgets the words of a document that is no longer held, as after a recall', async () => {
    const { search, index, settle } = bench({ a: ['Nghị quyết'] });
    search.run();
    search.follow([paper(draft, 'a')]);
    search.type('nghi');
    await settle();
    expect(search.state.get().hits).toHaveLength(1);
    search.follow([]);
    await settle();
    expect(index.has(draft)).toBe(false);
    expect(search.state.get()).toMatchObject({ hits: [] });
    expect(search.state.get().taken.size).toBe(0);
  });

  it('takes in the other text when a version changes its blob', async () => {
    const { search, settle } = bench({ a: ['cũ'], b: ['mới'] });
    search.run();
    search.follow([paper(draft, 'a')]);
    await settle();
    search.follow([paper(draft, 'b')]);
    search.type('moi');
    await settle();
    expect(search.state.get().hits?.[0]?.hits[0]?.match).toBe('mới');
  });

  it('shows no answer to an earlier query', async () => {
    const { search, posted, tell } = bench({});
    search.run();
    search.follow([paper(draft, null)]);
    search.type('ng');
    const [earlier] = posted.splice(0).filter(({ type }) => type === 'search');
    search.type('nghi');
    if (earlier?.type !== 'search') throw new Error('nothing was asked');
    tell({ type: 'found', request: earlier.request, hits: [{ versionId: draft, total: 1, hits: [] }] });
    expect(search.state.get().hits).toBeNull();
  });

  it('asks again for a text that the vault did not hold after all, once it does', async () => {
    const texts: Record<string, readonly string[] | 'unheld'> = { a: 'unheld' };
    const { search, settle } = bench(texts);
    search.run();
    search.follow([paper(draft, 'a')]);
    await settle();
    expect(search.state.get().taken.size).toBe(0);
    texts['a'] = ['Nghị quyết'];
    search.follow([paper(draft, 'a', false)]);
    search.follow([paper(draft, 'a')]);
    await settle();
    expect(search.state.get().taken.has(draft)).toBe(true);
  });

  it('holds no words once it is stopped, and clears the list with the field', async () => {
    const { search, settle, closed } = bench({ a: ['Nghị quyết'] });
    const stop = search.run();
    search.follow([paper(draft, 'a')]);
    search.type('nghi');
    await settle();
    search.type('');
    expect(search.state.get().hits).toBeNull();
    stop();
    expect(closed()).toBe(1);
    expect(search.state.get().taken.size).toBe(0);
  });
});
