import { PackIndex } from '../../../shared/domain/search/pack-index.ts';
import { readPageTexts } from '../../../shared/domain/search/page-texts.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

/** The worker that holds the text of the pack: folding a long document would hold up the pages. */
const index = new PackIndex();

function send(message: FromSearchWorker): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<ToSearchWorker>) => {
  switch (data.type) {
    case 'put': {
      const pages = readPageTexts(data.text);
      if (pages !== null) index.put(data.versionId, pages);
      return send({ type: 'taken', versionId: data.versionId, hasText: pages !== null });
    }
    case 'drop':
      return index.drop(data.versionId);
    case 'search':
      return send({
        type: 'found',
        request: data.request,
        hits: index.search(data.query, data.order, data.limit),
      });
  }
});
