import type { HubAnswer, HubTransport, HubUpload } from '../../../shared/terminal/hub-http.ts';

/** Requests of a page to the hub at `origin`, which served it. */
export function createHubTransport(origin: string): HubTransport {
  return {
    async ask({ path, patienceMs, ...init }) {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(new URL(path, origin), { ...init, cache: 'no-store', signal });
      return { status: response.status, text: await response.text() };
    },
    async fetchPiece({ path, patienceMs, headers }) {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(new URL(path, origin), { headers, cache: 'no-store', signal });
      const { status } = response;
      if (status !== 206) return { status, text: await response.text(), bytes: null };
      return { status, text: '', bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    upload: (upload) => send(new URL(upload.path, origin), upload),
  };
}

/** By XMLHttpRequest, because `fetch` does not tell how much has been sent. */
function send(url: URL, { headers, body, onProgress, signal }: HubUpload): Promise<HubAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onabort = () => reject(new Error('the upload was given up'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.onerror = () => reject(new Error('the upload has failed'));
    request.send(body as Uint8Array<ArrayBuffer>);
  });
}
