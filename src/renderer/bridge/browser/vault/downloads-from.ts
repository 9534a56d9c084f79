import type { OpenDownload } from '../../../../shared/vault/fetch-blob.ts';

/** Downloads from the hub at `origin`. */
export function downloadsFrom(origin: string): OpenDownload {
  return (path, headers) => {
    const controller = new AbortController();
    const { signal } = controller;
    return {
      response: fetch(new URL(path, origin), { headers, cache: 'no-store', signal }),
      abort: (reason) => controller.abort(reason),
    };
  };
}
