/** The part of a body that is to be sent: bytes `[begin, end)`, all of it, or one that is not there. */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly begin: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

const whole: ByteRange = { kind: 'whole' };

/**
 * Reads a `Range` header for a body of `length` bytes (RFC 9110, 14.2). One range is understood; several, or text that
 * is no range, are ignored and the whole body is sent, as the RFC allows.
 */
export function parseRange(header: string | undefined, length: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') return suffix(Number(last), length);
  const begin = Number(first);
  if (last !== '' && Number(last) < begin) return whole;
  if (begin >= length) return { kind: 'unsatisfiable' };
  return { kind: 'part', begin, end: last === '' ? length : Math.min(Number(last) + 1, length) };
}

function suffix(count: number, length: number): ByteRange {
  if (count === 0 || length === 0) return { kind: 'unsatisfiable' };
  return { kind: 'part', begin: Math.max(0, length - count), end: length };
}
