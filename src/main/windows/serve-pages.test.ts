import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageServer } from './serve-pages.ts';

describe('the program’s own scheme', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'serve-pages-'));
    mkdirSync(join(folder, 'renderer'));
    writeFileSync(join(folder, 'renderer', 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'package.json'), '{"secret":1}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const ask = (address: string, method = 'GET') =>
    createPageServer(join(folder, 'renderer'))(new Request(address, { method }));

  it('sends the policy with every answer, also with one that is not there', async () => {
    for (const address of ['app://nghisu/seat/A07', 'app://nghisu/none.js']) {
      // oxlint-disable-next-line no-await-in-loop
      const { headers } = await ask(address);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    'app://nghisu/..%2fpackage.json',
    'app://nghisu/..%5cpackage.json',
    'app://nghisu/%2e%2e%2fpackage.json',
  ])('serves nothing outside its folder: %s', async (address) => {
    const response = await ask(address);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('answers GET alone', async () => {
    expect((await ask('app://nghisu/index.html')).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await ask('app://nghisu/index.html', method)).status).toBe(404);
    }
  });
});
