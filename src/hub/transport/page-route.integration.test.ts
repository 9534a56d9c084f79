import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { readPageFiles } from './page-files.ts';

const folder = temporaryFolder();
const script = `console.log("${'phòng họp '.repeat(500)}");`;
let hub: SeededHub;
beforeAll(async () => {
  const built = join(folder.path, 'built');
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<!doctype html><title>Nghị Sự</title>');
  writeFileSync(join(built, 'assets', 'seat-DkX3_9aZ.js'), script);
  writeFileSync(join(built, 'assets', 'plain.js'), 'const x = 1;');
  writeFileSync(join(built, 'secret.env'), 'KEY=needle');
  writeFileSync(join(folder.path, 'outside.json'), '{"needle":true}');
  hub = await startSeededHub(join(folder.path, 'data'), { pages: readPageFiles(built) });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

/** A request whose path is sent as it is; `fetch` would tidy it. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(hub.url);
    const asked = request({ hostname, port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

describe('the interface that a hub serves', () => {
  it.each(['/', '/chair', '/clerk', '/screen', '/seat', '/seat/A07', '/seat/A07?x=1', '/index.html'])(
    '%s is its page',
    async (path) => {
      const { status, headers, body } = await get(path);
      expect([status, body.toString()]).toEqual([200, '<!doctype html><title>Nghị Sự</title>']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  it('may run its own scripts and reach this hub, and nothing else', async () => {
    const { headers } = await get('/chair');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^' ]+';/);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('keeps for ever what changes its name with its content, and asks about the rest', async () => {
    const hashed = await get('/assets/seat-DkX3_9aZ.js');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const plain = await get('/assets/plain.js');
    expect(plain.headers['cache-control']).toBe('no-cache');
    const etag = String(plain.headers['etag']);
    expect((await get('/assets/plain.js', { 'if-none-match': etag })).status).toBe(304);
  });

  it('is sent small to who can read it so', async () => {
    const small = await get('/assets/seat-DkX3_9aZ.js', { 'accept-encoding': 'br, gzip' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.body.length).toBeLessThan(script.length / 5);
    expect(gunzipSync(small.body).toString()).toBe(script);
    const large = await get('/assets/seat-DkX3_9aZ.js', { 'accept-encoding': 'gzip;q=0' });
    expect([large.headers['content-encoding'], large.body.toString()]).toEqual([undefined, script]);
  });

  it('can be asked about without being sent', async () => {
    const { status, headers, body } = await get('/chair', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '41', 0]);
  });

  it.each([
    '/secret.env',
    '/../outside.json',
    '/assets/../../outside.json',
    '/..%2foutside.json',
    '/assets/..%5c..%5coutside.json',
    '//outside.json',
    '/seat/../../outside.json',
    '/seat/a07',
    '/data/log.sqlite',
    '/%00',
    '/%',
    '/chair/',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).toContain('"code":"command/');
    expect(body.toString()).not.toContain('needle');
  });

  it('is read and not written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get('/chair', {}, method)).status).toBe(404);
  });
});

describe('a hub without an interface', () => {
  it('says so with a refusal', async () => {
    const own = temporaryFolder();
    const bare = await startSeededHub(own.path);
    const response = await fetch(`${bare.url}/chair`);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'command/unknown' }]);
    await bare.stop();
    own.remove();
  });
});

describe('bad input over HTTP', () => {
  const post = async (path: string, body: string, type = 'application/json'): Promise<[number, unknown]> => {
    const response = await fetch(hub.url + path, { method: 'POST', headers: { 'content-type': type }, body });
    return [response.status, await response.json()];
  };

  it.each(['{', '', 'null', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', '\u0000'])(
    '%j is refused with a code',
    async (body) =>
      expect(await post('/v1/devices', body)).toMatchObject([400, { code: 'command/malformed' }]),
  );

  it('what is no JSON is refused with a code', async () => {
    expect(await post('/v1/devices', '<xml/>', 'text/xml')).toMatchObject([
      400,
      { code: 'command/malformed' },
    ]);
    expect(await post('/v1/devices', 'a=1', 'application/x-www-form-urlencoded')).toMatchObject([400, {}]);
  });

  it('1 MB is refused with a code', async () => {
    const body = JSON.stringify({ roomCode: 'x'.repeat(1_000_000) });
    expect(await post('/v1/devices', body)).toMatchObject([413, { code: 'command/too-large' }]);
  });

  it('what nobody knows is refused with a code', async () => {
    expect(await post('/v1/everything', '{}')).toMatchObject([404, { code: 'command/unknown' }]);
  });

  it('and the hub is as well as before', async () => {
    const response = await fetch(`${hub.url}/health`);
    expect(await response.json()).toMatchObject({
      status: 'ok',
      roomId: 'room-seeded',
      protocol: 1,
      epoch: 1,
      version: '0.0.0',
    });
    expect(hub.faults).toEqual([]);
  });
});
