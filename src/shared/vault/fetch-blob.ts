import type { Sha256 } from '../records/ids.ts';
import type { Stop } from '../std/signal.ts';
import type { Timers } from '../std/timers.ts';
import { BlobRefused, type BlobStream } from './vault-ports.ts';

/** A connection over which nothing has come for so long counts as broken, in milliseconds. */
const silenceMs = 10_000;

/** With these the hub says for sure that it will not give the blob. */
const finalStatuses: readonly number[] = [401, 403, 404, 416];

export interface BlobRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly sha256: Sha256;
  /** The first byte wanted. */
  readonly offset: number;
}

/** The part of a response of `fetch` that a blob is read from. */
export interface DownloadResponse {
  readonly status: number;
  readonly body: { getReader(): DownloadReader } | null;
}

interface DownloadReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

export interface Download {
  /** Rejects for weather, and with the reason of `abort`; so does reading its body. */
  readonly response: Promise<DownloadResponse>;
  /** Calling it twice is harmless. */
  abort(reason?: Error): void;
}

/** Starts a GET at the hub; `path` is absolute there. */
export type OpenDownload = (path: string, headers: Readonly<Record<string, string>>) => Download;

export interface FetchBlobPorts {
  readonly open: OpenDownload;
  readonly timers: Timers;
}

/** Asks the hub for a blob from an offset on; see `VaultPorts.fetch`. */
export async function fetchBlob(
  { headers, sha256, offset }: BlobRequest,
  { open, timers }: FetchBlobPorts,
): Promise<BlobStream> {
  const range = { range: `bytes=${offset}-`, 'if-range': `"${sha256}"` };
  const download = open(`/v1/blobs/${sha256}`, offset === 0 ? headers : { ...headers, ...range });
  const silence = new Silence(timers, () => download.abort(new Error('the hub has fallen silent')));
  try {
    const { status, body } = await download.response;
    if (finalStatuses.includes(status)) throw new BlobRefused(`the hub answers ${status}`);
    if (status < 200 || status > 299 || body === null) throw new Error(`the hub answers ${status}`);
    const cancel = (): void => {
      silence.end();
      download.abort();
    };
    // A hub that answers with the whole is taken at its word: what was already here is skipped.
    const skip = status === 206 ? 0 : offset;
    return { next: piecesOf(body.getReader(), silence, skip), cancel };
  } catch (reason) {
    silence.end();
    download.abort();
    throw reason;
  }
}

function piecesOf(
  reader: DownloadReader,
  silence: Silence,
  bytesToSkip: number,
): () => Promise<Uint8Array | null> {
  let toSkip = bytesToSkip;
  return async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read();
      silence.broken();
      if (done || value === undefined) {
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
  readonly #timers: Timers;
  readonly #tooLong: () => void;
  #stop: Stop;

  constructor(timers: Timers, tooLong: () => void) {
    this.#timers = timers;
    this.#tooLong = tooLong;
    this.#stop = timers.after(silenceMs, tooLong);
  }

  broken(): void {
    this.end();
    this.#stop = this.#timers.after(silenceMs, this.#tooLong);
  }

  end(): void {
    this.#stop();
  }
}
