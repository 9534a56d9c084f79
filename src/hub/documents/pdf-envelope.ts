import type { IntakeRefusal } from './intake-refusal.ts';

/**
 * The outside of a PDF, read without a PDF engine.
 *
 * Engines repair what they can: a file cut in the middle opens, with pages missing or an older text in place of the
 * signed one. For a meeting that is worse than a refusal. So before an engine sees the bytes, the file must begin as
 * a PDF and end as one: a header, and at the end a pointer to a cross-reference section that is really there
 * (ISO 32000-1, 7.5.2 and 7.5.5; the windows of 1024 bytes are Acrobat's, Annex H of the same).
 */

const headerWindow = 1024;
/** Junk after the last marker that mail gateways and web servers add; more than this is not an end. */
const longestTail = 1024;
const endWindow = 4096;
/** Some signing tools pad a file with zeros to a block; a preallocated download that broke off has far more. */
const longestPadding = 64 * 1024;

/**
 * Says why the bytes cannot be a whole, open PDF, or null when their outside is in order.
 * Cheap (it reads the first KiB, the last few and the trailer) and safe on any input.
 */
export function checkPdfEnvelope(bytes: Uint8Array, maxBytes: number): IntakeRefusal | null {
  if (bytes.length === 0) return 'document/empty';
  if (bytes.length > maxBytes) return 'document/too-large';
  const header = textAt(bytes, 0, headerWindow).indexOf('%PDF-');
  if (header < 0) return 'document/not-pdf';
  const section = crossReferenceAt(bytes, header);
  if (section === null) return 'document/truncated';
  return declaresEncryption(bytes, section) ? 'document/encrypted' : null;
}

/** The position of the cross-reference section that the end of the file points to; null when either is missing. */
function crossReferenceAt(bytes: Uint8Array, header: number): number | null {
  const end = endOfContent(bytes);
  if (end === null) return null;
  const tail = textAt(bytes, Math.max(0, end - endWindow), end);
  const marker = tail.lastIndexOf('%%EOF');
  if (marker < 0) return null;
  const rest = tail.slice(marker + '%%EOF'.length);
  if (rest.length > longestTail || isCutUpdate(rest)) return null;
  const pointer = /startxref\s+(\d{1,12})\s+$/.exec(tail.slice(0, marker))?.[1];
  if (pointer === undefined) return null;
  const offset = Number(pointer);
  // Where junk stands before the header, some producers count from the header and some from the file's first byte.
  return [offset, offset + header].find((at) => beginsCrossReference(bytes, at)) ?? null;
}

/** Where the content ends when white space and padding are left off. */
function endOfContent(bytes: Uint8Array): number | null {
  const least = Math.max(0, bytes.length - longestPadding);
  let end = bytes.length;
  while (end > least && isBlank(bytes[end - 1])) end -= 1;
  return end > least || end === 0 ? end : null;
}

/**
 * An update that was cut off begins the way every update begins: with an object's number, a comment, or the words of
 * its cross-reference. Then an older revision would be shown in place of the last one.
 */
function isCutUpdate(rest: string): boolean {
  return /^\s*[\d%xts]/.test(rest);
}

function beginsCrossReference(bytes: Uint8Array, at: number): boolean {
  if (at >= bytes.length) return false;
  return /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(textAt(bytes, at, at + 64));
}

/** Looks for /Encrypt in the trailer, which is never compressed: also where the engine does not know the cipher. */
function declaresEncryption(bytes: Uint8Array, section: number): boolean {
  const trailer = trailerText(bytes, section);
  return /\/Encrypt(\s+\d+\s+\d+\s+R|\s*<<)/.test(trailer);
}

function trailerText(bytes: Uint8Array, section: number): string {
  const isTable = /^\s*xref\b/.test(textAt(bytes, section, section + 64));
  const from = isTable
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('trailer', section)
    : section;
  if (from < 0) return '';
  const text = textAt(bytes, from, from + endWindow);
  const end = text.search(/startxref|stream/);
  return end < 0 ? text : text.slice(0, end);
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    'latin1',
    from,
    Math.min(to, bytes.length),
  );
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 26 || byte === 32;
}
