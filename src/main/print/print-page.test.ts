import { describe, expect, it } from 'vitest';
import { printOrigin, servePrint } from './print-page.ts';

const token = 'a1b2';
const pages = [new Uint8Array([1]), new Uint8Array([2])];
const at = (path: string): Response | null => servePrint(token, pages, `${printOrigin}/${path}`);

describe('the page that is printed', () => {
  it('holds one picture to a sheet and names no paper', async () => {
    const html = (await at(`${token}/`)?.text()) ?? '';
    expect([...html.matchAll(/<img src="([^"]+)"/g)].map(([, name]) => name)).toEqual(['1.jpg', '2.jpg']);
    expect(html).toContain('<title>Nghị Sự</title>');
    const second = await at(`${token}/2.jpg`)?.arrayBuffer();
    expect([...new Uint8Array(second ?? new ArrayBuffer())]).toEqual([2]);
  });

  it('may run nothing, reach nobody and be kept nowhere', () => {
    for (const path of ['', 'print.css', '1.jpg']) {
      const headers = at(`${token}/${path}`)?.headers;
      expect(headers?.get('content-security-policy')).toMatch(
        /^default-src 'none'; img-src 'self'; style-src 'self';/,
      );
      expect(headers?.get('content-security-policy')).not.toMatch(/script|connect|unsafe|https?:|\*/);
      expect(headers?.get('cache-control')).toBe('no-store');
    }
  });

  it.each([
    '',
    'b2c3/',
    `${token}`,
    `${token}/0.jpg`,
    `${token}/3.jpg`,
    `${token}/01.jpg`,
    `${token}/1.png`,
    `${token}/../b2c3/1.jpg`,
    `${token}/__proto__`,
  ])('is not at %j', (path) => {
    expect(at(path)).toBeNull();
  });

  it('is not at the address of the program’s own pages', () => {
    expect(servePrint(token, pages, `app://nghisu/${token}/`)).toBeNull();
  });
});
