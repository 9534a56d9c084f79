import { windowPolicy } from '../../shared/protocol/window-policy.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';

/** The program's own scheme and host; nothing else answers there, and nothing there comes from the network. */
export const pageScheme = 'app';
export const pageOrigin = 'app://nghisu';

/** Sent with every file. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': windowPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/**
 * What a sandboxed page keeps: everything that ours do but dialogs, of which the print window is one (HTML, 7.1.5:
 * without `allow-modals` a page's `print()` does nothing, nor that of a frame in it).
 */
const withoutDialogs = 'sandbox allow-scripts allow-same-origin allow-forms allow-downloads';

/** The headers of every file; on a machine that must not open a print window a page cannot open one by itself either. */
export function headersOf({ mayPrint }: { readonly mayPrint: boolean }): Readonly<Record<string, string>> {
  if (mayPrint) return pageHeaders;
  const policy = `${pageHeaders['content-security-policy']}; ${withoutDialogs}`;
  return { ...pageHeaders, 'content-security-policy': policy };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  icc: 'application/vnd.iccprofile',
};

/** Each surface has an address of its own under which the one page is served. */
const surfacePath = /^(?:admin|chair|clerk|screen|seat\/[A-Z]{1,2}[0-9]{1,2})?$/;

/** How a page begins to look; what is null or empty is left to the page. */
export interface StartingLook {
  readonly language: 'vi' | 'en' | null;
  readonly largeText: boolean | null;
  /** Minutes without a touch after which a seat locks itself; 0 for never. */
  readonly idleLockMinutes: number | null;
  /** What nobody at the machine may change for longer than this window is open. */
  readonly fixed: ReadonlyArray<'language' | 'largeText'>;
}

/** Nothing is wished. */
export const anyLook: StartingLook = { language: null, largeText: null, idleLockMinutes: null, fixed: [] };

/** The address of a terminal's page. */
export function pageAddress({ surface, seat }: TerminalPlace, look = anyLook): string {
  const wishes = new URLSearchParams();
  if (look.language !== null) wishes.set('language', look.language);
  if (look.largeText !== null) wishes.set('largeText', String(look.largeText));
  if (look.idleLockMinutes !== null) wishes.set('idleLock', String(look.idleLockMinutes));
  if (look.fixed.length > 0) wishes.set('fixed', look.fixed.join(' '));
  const query = wishes.size === 0 ? '' : `?${wishes.toString()}`;
  return `${pageOrigin}/${seat === null ? surface : `${surface}/${seat}`}${query}`;
}

/** A file of the built interface, by its path below the interface's folder. */
export interface PageFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file that an address means; null for whatever is not plainly one of ours. Only whole names of letters, digits,
 * `.`, `_` and `-` are taken, so that no spelling of `..`, of a drive or of a separator leaves the folder.
 */
export function pageFileAt(address: string): PageFile | null {
  const path = decodedPath(address);
  if (path === null) return null;
  if (surfacePath.test(path)) return { path: 'index.html', type: types['html'] ?? '' };
  const names = path.split('/');
  if (!names.every((name) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name))) return null;
  const ending = names.at(-1)?.split('.').at(-1) ?? '';
  const type = Object.hasOwn(types, ending) ? types[ending] : undefined;
  return type === undefined ? null : { path, type };
}

/** The path without its leading slash; null when the address is not of {@link pageOrigin} or is not well formed. */
function decodedPath(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || `${url.protocol}//${url.host}` !== pageOrigin) return null;
  try {
    return decodeURIComponent(url.pathname).slice(1);
  } catch {
    return null;
  }
}
