import type { Sha256 } from '../../shared/records/ids.ts';
import { BlobRefused, type BlobStream } from '../../shared/vault/vault-ports.ts';

/** A connection over which nothing has come for so long counts as broken, in milliseconds. */
const silenceMs = 10_000;

/** With these the hub says for sure that it will not give the blob. */
const finalStatuses: readonly number[] = [401, 403, 404, 416];

export interface BlobRequest {
  /** The hub's base address. */
  readonly hub: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sha256: Sha256;
  /** The first byte wanted. */
  readonly offset: number;
}

/** Asks the hub for a blob from an offset on; see `VaultPorts.fetch`. */
export async function fetchBlob({ hub, headers, sha256, offset }: BlobRequest): Promise<BlobStream> {
  const controller = new AbortController();
  const silence = new Silence(() => controller.abort(new Error('the hub has fallen silent')));
  const range = { range: `bytes=${offset}-`, 'if-range': `"${sha256}"` };
  try {
    const response = await fetch(new URL(`/v1/blobs/${sha256}`, hub), {
      headers: offset === 0 ? headers : { ...headers, ...range },
      redirect: 'error',
      signal: controller.signal,
    });
    if (finalStatuses.includes(response.status)) throw new BlobRefused(`the hub answers ${response.status}`);
    if (!response.ok || response.body === null) throw new Error(`the hub answers ${response.status}`);
    const cancel = (): void => {
      silence.end();
      controller.abort();
    };
    // A hub that answers with the whole is taken at its word: what was already here is skipped.
    const skip = response.status === 206 ? 0 : offset;
    return { next: piecesOf(response.body.getReader(), silence, skip), cancel };
  } catch (reason) {
    silence.end();
    controller.abort();
    throw reason;
  }
}

function piecesOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  silence: Silence,
  bytesToSkip: number,
): () => Promise<Uint8Array | null> {
  let toSkip = bytesToSkip;
  return async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read();
      silence.broken();
      if (done) {
        silence.end();
        return null;
      }
      const skipped = Math.min(toSkip, value.length);
      toSkip -= skipped;
      if (skipped < value.length) return value.subarray(skipped);
    }
  };
}

/** Calls `tooLong` when nothing has been heard for {@link silenceMs}. */
class Silence {
  readonly #tooLong: () => void;
  #timer: NodeJS.Timeout;

  constructor(tooLong: () => void) {
    this.#tooLong = tooLong;
    this.#timer = setTimeout(tooLong, silenceMs);
  }

  broken(): void {
    this.end();
    this.#timer = setTimeout(this.#tooLong, silenceMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
