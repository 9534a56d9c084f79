import { describe, expect, it } from 'vitest';
import { addDocumentQuery } from '../protocol/http.ts';
import { createHubHttp, type HubTransport } from './hub-http.ts';

describe('the requests of a terminal', () => {
  const tokens = { deviceToken: 'd', sessionToken: 's' };
  const transport = (asked: unknown[], text: string): HubTransport => ({
    async ask({ method, path, headers }) {
      asked.push(`${method} ${path}`, headers);
      return { status: 200, text };
    },
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
