import { describe, expect, it } from 'vitest';
import { addDocumentQuery } from '../protocol/http.ts';
import { LinkDown } from '../bridge/bridge.ts';
import type { Sha256 } from '../records/ids.ts';
import { createHubHttp, type HubPiece, type HubTransport } from './hub-http.ts';

describe('the requests of a terminal', () => {
  const tokens = { deviceToken: 'd', sessionToken: 's' };
  const transport = (asked: unknown[], text: string): HubTransport => ({
    async ask({ method, path, headers }) {
      asked.push(`${method} ${path}`, headers);
      return { status: 200, text };
    },
    fetchPiece: () => Promise.reject(new Error('nothing is read here')),
    async upload({ path, headers }) {
      asked.push(path, headers);
      return { status: 201, text };
    },
  });

  it('say any file name in the address, and leave out a title that was not given', async () => {
    const asked: unknown[] = [];
    const http = createHubHttp(transport(asked, '{"documentId":"d1","versionId":"v1","pages":3}'));
    const fileName = 'Tờ trình & 1+1\uD800.pdf';
    const query = addDocumentQuery.parse({ meetingId: 'm', itemId: 'i', category: 'main', fileName });
    await http.addDocument(tokens, { query, pdf: new Uint8Array(1), onProgress: () => undefined });
    const { searchParams } = new URL(String(asked[0]), 'http://hub.test');
    expect(Object.fromEntries(searchParams)).toEqual({ ...query, fileName: 'Tờ trình & 1+1\uFFFD.pdf' });
  });

  it('speak for the device alone before anybody is signed in', async () => {
    const asked: unknown[] = [];
    await createHubHttp(transport(asked, '{"participants":[]}')).signInChoices(tokens);
    expect(asked).toEqual(['GET /v1/participants', { authorization: 'Bearer d' }]);
  });
});

describe('a piece of a file past the vault', () => {
  const name = 'ab'.repeat(32) as Sha256;
  const range = { sha256: name, begin: 4, end: 6 };
  const tokens = { deviceToken: 'd', sessionToken: 's' };
  const asked: unknown[] = [];
  const http = (answer: () => Promise<HubPiece>) =>
    createHubHttp({
      ask: () => Promise.reject(new Error('nothing is asked here')),
      upload: () => Promise.reject(new Error('nothing is uploaded here')),
      fetchPiece(request) {
        asked.push(request);
        return answer();
      },
    });

  it('is asked for by its very bytes, in the name of whoever is signed in', async () => {
    const bytes = new Uint8Array([7, 8]);
    const reader = http(() => Promise.resolve({ status: 206, text: '', bytes }));
    expect(await reader.readBlob(tokens, range)).toEqual({ ok: true, value: bytes });
    expect(asked).toMatchObject([
      {
        path: `/v1/blobs/${name}`,
        headers: { authorization: 'Bearer d', 'x-session-token': 's', range: 'bytes=4-5' },
      },
    ]);
  });

  it('is refused in the words of the hub', async () => {
    const body = { code: 'blob/unknown', vi: 'Không có tệp này.', en: 'There is no such file.' };
    const reader = http(() => Promise.resolve({ status: 404, text: JSON.stringify(body), bytes: null }));
    expect(await reader.readBlob(tokens, range)).toEqual({ ok: false, reason: body });
  });

  it('does not come with silence, nor with an answer that no hub gives', async () => {
    const silent = http(() => Promise.reject(new TypeError('no network')));
    await expect(silent.readBlob(tokens, range)).rejects.toThrow(LinkDown);
    const stranger = http(() => Promise.resolve({ status: 200, text: '<html>', bytes: null }));
    await expect(stranger.readBlob(tokens, range)).rejects.toThrow(LinkDown);
  });
});

describe('the log for whoever recounts it', () => {
  const tokens = { deviceToken: 'd', sessionToken: 's' };
  const end = { head: { seq: 7, hash: 'ab'.repeat(32) }, signature: 'cd'.repeat(64) };
  const whole = `{"format":"nghisu-log/1"}\n${JSON.stringify(end)}\n`;
  const exportOf = (status: number, text: string) =>
    createHubHttp({
      ask: ({ method, path, headers }) =>
        `${method} ${path} ${headers['x-session-token']}` === 'GET /v1/log s'
          ? Promise.resolve({ status, text })
          : Promise.reject(new Error('something else is asked')),
      upload: () => Promise.reject(new Error('nothing is uploaded here')),
      fetchPiece: () => Promise.reject(new Error('nothing is read here')),
    }).exportLog(tokens);

  it('[VOTE-18] comes as it is, with the place of its last entry', async () => {
    expect(await exportOf(200, whole)).toEqual({ ok: true, value: { text: whole, seq: 7 } });
  });

  it('[VOTE-18] does not come when it was cut off before its signature, whatever the status', async () => {
    for (const length of [0, 20, 26, whole.length - 1]) {
      // oxlint-disable-next-line no-await-in-loop
      await expect(exportOf(200, whole.slice(0, length))).rejects.toThrow(LinkDown);
    }
    await expect(exportOf(502, whole)).rejects.toThrow(LinkDown);
  });

  it('is refused in the words of the hub', async () => {
    const body = { code: 'access/not-allowed', vi: 'Không được phép.', en: 'Not allowed.' };
    expect(await exportOf(403, JSON.stringify(body))).toEqual({ ok: false, reason: body });
  });
});
