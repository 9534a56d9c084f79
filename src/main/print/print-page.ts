/** Pages to be printed have a host of their own, which nothing but the print window can reach. */
export const printOrigin = 'app://print';

/** The sheet keeps this edge free, in millimetres: few printers reach further, and the last line names the person. */
const edgeMm = 5;

const style = `@page{margin:${edgeMm}mm}html,body{margin:0}img{display:block;width:100%;height:100vh;object-fit:contain;break-after:page}img:last-child{break-after:auto}`;

/** Neither scripts nor anything from elsewhere: pictures and one style sheet. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The page that holds all pictures, one to a sheet. Its title is what the printer's queue shows: no paper is named. */
function document(count: number): string {
  const pictures = Array.from({ length: count }, (_, at) => `<img src="${at + 1}.jpg" alt="">`).join('');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nghị Sự</title><link rel="stylesheet" href="print.css">${pictures}</html>`;
}

/**
 * Answers for the pages of one print under `<printOrigin>/<token>/`; null for whatever else is asked.
 *
 * @param token unguessable, new for every print
 */
export function servePrint(token: string, pages: readonly Uint8Array[], address: string): Response | null {
  const folder = `${printOrigin}/${token}/`;
  if (!address.startsWith(folder)) return null;
  const name = address.slice(folder.length);
  if (name === '') return answer(document(pages.length), 'text/html; charset=utf-8');
  if (name === 'print.css') return answer(style, 'text/css; charset=utf-8');
  const [, digits = ''] = /^([1-9][0-9]{0,3})\.jpg$/.exec(name) ?? [];
  const picture = pages[Number(digits) - 1];
  return picture === undefined ? null : answer(Buffer.from(picture), 'image/jpeg');
}

function answer(body: string | Buffer<ArrayBuffer>, type: string): Response {
  return new Response(body, { headers: { ...headers, 'content-type': type } });
}
