import { LinkDown, type HubBridge } from '../../../shared/bridge/bridge.ts';
import { httpRefusal } from '../../../shared/protocol/http.ts';
import { ok, refused } from '../../../shared/std/result.ts';

/** The hub has so long for a piece of a file, in milliseconds. */
const patienceMs = 60_000;

/** Reads pieces of files straight from the hub at `origin`, past the vault. */
export function readBlobFrom(
  origin: string,
  headers: () => Readonly<Record<string, string>>,
): NonNullable<HubBridge['readBlob']> {
  return async (sha256, begin, end) => {
    const response = await fetch(new URL(`/v1/blobs/${sha256}`, origin), {
      headers: { ...headers(), range: `bytes=${begin}-${end - 1}` },
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch((reason: unknown) => {
      throw new LinkDown('the hub does not answer', { cause: reason });
    });
    if (response.status === 206) return ok(new Uint8Array(await response.arrayBuffer()));
    const refusal = httpRefusal.safeParse(await response.json().catch(() => null));
    if (refusal.success) return refused(refusal.data);
    throw new LinkDown(`status ${response.status} for a piece of a file`);
  };
}
