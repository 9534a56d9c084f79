import type { GiveUp } from '../../shared/std/give-up.ts';
import type { HubAnswer, HubTransport } from '../../shared/terminal/hub-http.ts';
import type { OpenDownload } from '../../shared/vault/fetch-blob.ts';
import type { FetchAtHub } from './hub-door.ts';

/** An upload is converted and inspected before it is answered; in milliseconds. */
const uploadMs = 600_000;
const uploadPieceBytes = 256 * 1024;

/** Requests to a hub through its door. None follows a redirect with the device's token. */
export function createHubTransport(fetchAtHub: FetchAtHub): HubTransport {
  const ask = async (
    path: string,
    init: RequestInit,
    patienceMs: number,
    givenUp?: GiveUp,
  ): Promise<Response> => {
    const late = AbortSignal.timeout(patienceMs);
    const controller = new AbortController();
    givenUp?.addEventListener('abort', () => controller.abort(), { once: true });
    const signal = AbortSignal.any([late, controller.signal]);
    return fetchAtHub(path, { ...init, redirect: 'error', signal });
  };
  return {
    ask: async ({ path, patienceMs, ...init }) => textOf(await ask(path, init, patienceMs)),
    async fetchPiece({ path, patienceMs, ...init }) {
      const response = await ask(path, init, patienceMs);
      if (response.status !== 206) return { ...(await textOf(response)), bytes: null };
      return { status: 206, text: '', bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    async upload({ path, headers, body, onProgress, signal }) {
      const pieces = inPieces(body, onProgress);
      const init = { method: 'POST', headers, body: pieces, duplex: 'half' } as const;
      return textOf(await ask(path, init, uploadMs, signal));
    },
  };
}

async function textOf(response: Response): Promise<HubAnswer> {
  return { status: response.status, text: await response.text() };
}

/** As {@link createHubTransport}, for documents. */
export function downloadsFrom(fetchAtHub: FetchAtHub): OpenDownload {
  return (path, headers) => {
    const controller = new AbortController();
    const { signal } = controller;
    return {
      response: fetchAtHub(path, { headers, redirect: 'error', signal }),
      abort: (reason) => controller.abort(reason),
    };
  };
}

function inPieces(
  bytes: Uint8Array,
  onProgress: (sent: number, total: number) => void,
): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent === bytes.length) return controller.close();
      const piece = bytes.subarray(sent, sent + uploadPieceBytes);
      controller.enqueue(piece);
      sent += piece.length;
      onProgress(sent, bytes.length);
    },
  });
}
