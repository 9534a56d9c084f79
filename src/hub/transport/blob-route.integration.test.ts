import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf, type Terminal } from '../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
let hub: SeededHub;
let seat: Terminal;
let whole: Buffer;
beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  seat = seededTerminal(hub, 'seat', { seat: 'A01' });
  whole = Buffer.from(await (await get()).arrayBuffer());
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const get = (headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> =>
  fetch(`${hub.url}/v1/blobs/${hub.paper.sha256}`, { ...init, headers: { ...headersOf(seat), ...headers } });

describe('the bytes of a document', () => {
  it('[INV-5] come whole, with the hash that names them', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe(`"${hub.paper.sha256}"`);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-length')).toBe(String(hub.paper.bytes));
    expect(createHash('sha256').update(whole).digest('hex')).toBe(hub.paper.sha256);
  });

  it('come in parts that make the whole', async () => {
    const parts: Buffer[] = [];
    const step = Math.ceil(whole.length / 7);
    for (let begin = 0; begin < whole.length; begin += step) {
      const response = await get({ range: `bytes=${begin}-${begin + step - 1}` });
      const end = Math.min(begin + step, whole.length);
      expect(response.status).toBe(206);
      expect(response.headers.get('content-range')).toBe(`bytes ${begin}-${end - 1}/${whole.length}`);
      expect(response.headers.get('content-length')).toBe(String(end - begin));
      parts.push(Buffer.from(await response.arrayBuffer()));
    }
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
  });

  it('can be asked for from the end', async () => {
    const response = await get({ range: 'bytes=-100' });
    expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(-100))).toBe(true);
  });

  it('are not there beyond the end', async () => {
    const response = await get({ range: `bytes=${whole.length}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${whole.length}`);
    expect(await response.text()).toBe('');
  });

  it('come whole when If-Range names other bytes, in part when it names these', async () => {
    expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
    expect((await get({ range: 'bytes=0-9', 'if-range': `"${hub.paper.sha256}"` })).status).toBe(206);
  });

  it('are not sent again to who has them', async () => {
    const response = await get({ 'if-none-match': `"x", W/"${hub.paper.sha256}"` });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  it('can be asked about without being sent', async () => {
    const response = await get({ range: 'bytes=0-9' }, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      206,
      '10',
      '',
    ]);
  });

  it('are bytes for a viewer of PDFs and nothing else', async () => {
    const response = await get();
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('who may read a document', () => {
  const ask = async (
    terminal: Terminal | null,
    name: string = hub.paper.sha256,
  ): Promise<[number, unknown]> => {
    const headers = terminal === null ? {} : headersOf(terminal);
    const response = await fetch(`${hub.url}/v1/blobs/${name}`, { headers });
    return [response.status, response.ok ? null : await response.json()];
  };

  it('[INV-6] no device, no bytes', async () => {
    expect(await ask(null)).toMatchObject([401, { code: 'access/unknown-device' }]);
    expect(await ask({ ...seat, deviceToken: 'guessed' })).toMatchObject([
      401,
      { code: 'access/unknown-device' },
    ]);
  });

  it('a session that has ended takes nothing from a seat, and gives nothing to a console', async () => {
    expect(await ask({ ...seat, sessionToken: 'ended' })).toEqual([200, null]);
    const clerk = seededTerminal(hub, 'clerk');
    expect(await ask({ ...clerk, sessionToken: 'ended' })).toMatchObject([404, { code: 'blob/unknown' }]);
  });

  it('[INV-11] not the room screen, and not a console before somebody has signed in', async () => {
    expect(await ask(seededTerminal(hub, 'screen'))).toMatchObject([404, { code: 'blob/unknown' }]);
    expect(await ask(seededTerminal(hub, 'clerk'))).toMatchObject([404, { code: 'blob/unknown' }]);
    expect(await ask(seededTerminal(hub, 'clerk', { person: 'p-clerk' }))).toEqual([200, null]);
  });

  it.each(['0'.repeat(64), 'x', '..%2f..%2flog.sqlite', 'A'.repeat(64)])(
    'there is nothing called %s',
    async (name) => {
      expect(await ask(seat, name)).toMatchObject([404, { code: 'blob/unknown' }]);
    },
  );

  it('[INV-6] bytes on the disk that no document names stay where they are', async () => {
    const secret = Buffer.from('a file that no document names');
    const name = createHash('sha256').update(secret).digest('hex');
    writeFileSync(join(folder.path, 'blobs', hub.paper.sha256.slice(0, 2), name), secret);
    expect(await ask(seat, name)).toMatchObject([404, { code: 'blob/unknown' }]);
  });
});

describe('a reader who goes away', () => {
  it('leaves the hub serving the others', async () => {
    for (let gone = 0; gone < 20; gone += 1) {
      await new Promise<void>((resolve) => {
        const request = httpRequest(`${hub.url}/v1/blobs/${hub.paper.sha256}`, { headers: headersOf(seat) });
        request.on('response', (response) => {
          response.destroy();
          resolve();
        });
        request.end();
      });
    }
    expect((await get()).status).toBe(200);
    expect(hub.faults).toEqual([]);
  });
});
