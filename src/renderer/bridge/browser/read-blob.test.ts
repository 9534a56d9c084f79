import { expect, it, vi } from 'vitest';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { Sha256 } from '../../../shared/records/ids.ts';
import { readBlobFrom } from './read-blob.ts';

const sha256 = 'ab'.repeat(32) as Sha256;
const headers = { authorization: 'Bearer token' };

function answering(answer: () => Promise<Response>) {
  const ask = vi.fn<typeof fetch>(answer);
  vi.stubGlobal('fetch', ask);
  return { ask, read: readBlobFrom('http://hub:7', () => headers) };
}

it('asks the hub for the very bytes, in the name of this terminal', async () => {
  const { ask, read } = answering(async () => new Response(new Uint8Array([7, 8]), { status: 206 }));
  expect(await read(sha256, 4, 6)).toEqual({ ok: true, value: new Uint8Array([7, 8]) });
  const [address, init] = ask.mock.calls[0] ?? [];
  expect(address).toEqual(new URL(`http://hub:7/v1/blobs/${sha256}`));
  expect(init?.headers).toEqual({ ...headers, range: 'bytes=4-5' });
});

it('gives the refusal of the hub on', async () => {
  const body = { code: 'blob/unknown', vi: 'Không có tệp này.', en: 'There is no such file.' };
  const { read } = answering(async () => Response.json(body, { status: 404 }));
  expect(await read(sha256, 0, 2)).toEqual({ ok: false, reason: body });
});

it('takes silence, and an answer that no hub gives, for weather', async () => {
  const silent = answering(async () => Promise.reject(new TypeError('no network')));
  await expect(silent.read(sha256, 0, 2)).rejects.toThrow(LinkDown);
  const stranger = answering(async () => new Response('<html>', { status: 200 }));
  await expect(stranger.read(sha256, 0, 2)).rejects.toThrow(LinkDown);
});
