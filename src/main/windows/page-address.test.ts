import { describe, expect, it } from 'vitest';
import { seatLabel } from '../../shared/records/ids.ts';
import { headersOf, pageAddress, pageFileAt, pageHeaders } from './page-address.ts';

describe('addresses of the program’s own pages', () => {
  it('serve the one page under the address of every surface', () => {
    const places = [
      { surface: 'seat', seat: seatLabel.parse('A07') },
      { surface: 'chair', seat: null },
      { surface: 'clerk', seat: null },
      { surface: 'screen', seat: null },
    ] as const;
    for (const place of places) expect(pageFileAt(pageAddress(place))?.path).toBe('index.html');
  });

  it('serve built files by their path, whatever is asked behind it', () => {
    expect(pageFileAt('app://nghisu/assets/index-BxY3_a-1.js?v=1#x')).toEqual({
      path: 'assets/index-BxY3_a-1.js',
      type: 'text/javascript; charset=utf-8',
    });
    expect(pageFileAt('app://nghisu/pdfjs/cmaps/UniJIS-UTF16-H.bcmap')?.path).toBe(
      'pdfjs/cmaps/UniJIS-UTF16-H.bcmap',
    );
  });

  it.each([
    'app://nghisu/assets/..%2f..%2fpackage.json',
    'app://nghisu/assets/..%5c..%5cx.js',
    'app://nghisu/..%5c..%5csecret.json',
    'app://nghisu/%2fetc%2fpasswd.json',
    'app://nghisu//etc/hosts.json',
    'app://nghisu/C:/windows/win.json',
    'app://nghisu/assets/.hidden.js',
    'app://nghisu/assets/x.js%00.png',
    'app://nghisu/assets/x%ff.js',
    'app://nghisu/assets/x.sqlite',
    'app://nghisu/assets/x.constructor',
    'app://nghisu/assets/',
    'app://elsewhere/index.html',
    'app://nghisu:80/index.html',
    'https://nghisu/index.html',
    'file:///index.html',
    'no address',
  ])('do not serve %s', (address) => {
    expect(pageFileAt(address)).toBeNull();
  });

  it('stay below the folder when the address parser itself goes up', () => {
    expect(pageFileAt('app://nghisu/../../etc/hosts.json')?.path).toBe('etc/hosts.json');
    expect(pageFileAt('app://nghisu/a/%2e%2e/%2e%2e/hosts.json')?.path).toBe('hosts.json');
  });

  it('keep a page from printing where the machine must not, and change nothing else', () => {
    expect(headersOf({ mayPrint: true })).toBe(pageHeaders);
    const policy = headersOf({ mayPrint: false })['content-security-policy'] ?? '';
    expect(policy.startsWith(`${pageHeaders['content-security-policy']}; sandbox `)).toBe(true);
    expect(policy).not.toContain('allow-modals');
  });

  it('let a page reach nothing but the program itself', () => {
    const policy = pageHeaders['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });
});
