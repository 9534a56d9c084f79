import type { Sha256 } from '../../../../shared/records/ids.ts';
import { BlobRefused, type BlobStream } from '../../../../shared/vault/vault-ports.ts';

/** A connection over which nothing has come for so long counts as broken, in milliseconds. */
const silenceMs = 10_000;

/** The hub knows for sure that it will not give the blob. */
const finalStatuses = [401, 403, 404, 416];

/** Asks the hub at `origin` for a blob from `offset` on; see `VaultPorts.fetch`. */
export async function fetchBlob(
  origin: string,
  headers: Readonly<Record<string, string>>,
  sha256: Sha256,
  offset: number,
): Promise<BlobStream> {
  const controller = new AbortController();
  const patience = createPatience(() => controller.abort(new Error('the hub has fallen silent')));
  try {
    const range = { range: `bytes=${offset}-`, 'if-range': `"${sha256}"` };
    const response = await fetch(new URL(`/v1/blobs/${sha256}`, origin), {
      headers: offset === 0 ? headers : { ...headers, ...range },
      cache: 'no-store',
      signal: controller.signal,
    });
    if (finalStatuses.includes(response.status)) throw new BlobRefused(`the hub answers ${response.status}`);
    if (!response.ok || response.body === null) throw new Error(`the hub answers ${response.status}`);
    // A hub that answers with the whole is taken at its word: what was already here is skipped.
    const skip = response.status === 206 ? 0 : offset;
    return streamOf(response.body.getReader(), { skip, patience, abort: () => controller.abort() });
  } catch (reason) {
    patience.end();
    throw reason;
  }
}

interface Patience {
  renew(): void;
  end(): void;
}

function createPatience(lose: () => void): Patience {
  let timer = setTimeout(lose, silenceMs);
  return {
    renew() {
      clearTimeout(timer);
      timer = setTimeout(lose, silenceMs);
    },
    end: () => clearTimeout(timer),
  };
}

function streamOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { skip, patience, abort }: { skip: number; readonly patience: Patience; abort(): void },
): BlobStream {
  return {
    async next() {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop
        const { done, value } = await reader.read();
        patience.renew();
        if (done) {
          patience.end();
          return null;
        }
        const skipped = Math.min(skip, value.length);
        skip -= skipped;
        if (skipped < value.length) return value.subarray(skipped);
      }
    },
    cancel() {
      patience.end();
      abort();
    },
  };
}
