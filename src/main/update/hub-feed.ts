import { updateRefusals, type UpdateRefusalCode } from '../../shared/refusals/update-refusals.ts';
import type { FetchAtHub } from '../hub-link/hub-door.ts';
import { UpdateRefused, type FeedStream, type ReleaseFeed } from './release-feed.ts';

/** A release at the hub, below `/v1/updates/files/<version>/`. `fetchAsDevice` sends the device's token along. */
export function createHubFeed(version: string, fetchAsDevice: FetchAtHub): ReleaseFeed {
  const get = async (name: string, init: RequestInit): Promise<Response> => {
    const path = `/v1/updates/files/${encodeURIComponent(version)}/${encodeURIComponent(name)}`;
    try {
      return await fetchAsDevice(path, init);
    } catch (cause) {
      throw new UpdateRefused('update/unreachable', { cause });
    }
  };
  return {
    async read(name, mostBytes) {
      const response = await get(name, {});
      if (response.status === 404) return null;
      if (!response.ok) throw new UpdateRefused(await codeOf(response));
      const bytes = await collect(piecesOf(response), mostBytes);
      return bytes;
    },
    async open(name, offset, signal): Promise<FeedStream> {
      const headers = offset === 0 ? {} : { range: `bytes=${offset}-` };
      const response = await get(name, { headers, signal });
      if (response.status === 404) throw new UpdateRefused('update/incomplete');
      if (!response.ok) throw new UpdateRefused(await codeOf(response));
      const isPart = response.headers.get('content-range')?.startsWith(`bytes ${offset}-`) === true;
      return { offset: response.status === 206 && isPart ? offset : 0, pieces: piecesOf(response) };
    },
  };
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of response.body ?? []) yield piece;
  } catch (cause) {
    throw new UpdateRefused('update/unreachable', { cause });
  }
}

async function collect(pieces: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array | null> {
  const taken: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) return null;
    taken.push(piece);
  }
  return Buffer.concat(taken);
}

/** Only the codes of updates are taken over; everything else is weather. */
async function codeOf(response: Response): Promise<UpdateRefusalCode> {
  const body: unknown = await response.json().catch(() => null);
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  return typeof code === 'string' && isUpdateCode(code) ? code : 'update/unreachable';
}

function isUpdateCode(code: string): code is UpdateRefusalCode {
  return Object.hasOwn(updateRefusals, code);
}
