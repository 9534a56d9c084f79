import type { FromSearchWorker } from './search-messages.ts';
import type { SearchWorker } from './pack-search.ts';

/** Starts the worker that holds the text of the pack. */
export function startSearchWorker(onMessage: (message: FromSearchWorker) => void): SearchWorker {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
    type: 'module',
    name: 'search',
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearchWorker>) => onMessage(data));
  return {
    post: (message) =>
      worker.postMessage(message, message.type === 'put' ? [message.text.buffer as ArrayBuffer] : []),
    close: () => worker.terminate(),
  };
}
