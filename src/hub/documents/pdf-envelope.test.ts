import { describe, expect, it } from 'vitest';
import { checkPdfEnvelope } from './pdf-envelope.ts';
import { appendRevision, cut, makePdf, spoil } from './pdf-samples.ts';

const maxBytes = 1_000_000;
const check = (bytes: Uint8Array): string | null => checkPdfEnvelope(bytes, maxBytes);
const join = (...parts: (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('the outside of a PDF', () => {
  it('passes whole files, with a cross-reference table or stream', async () => {
    expect(check(await makePdf({ compact: false }))).toBeNull();
    expect(check(await makePdf({ compact: true }))).toBeNull();
  });

  it.each([{ compact: false }, { compact: true }])(
    'refuses a file cut at any byte ($compact)',
    async (sample) => {
      const whole = await makePdf(sample);
      const end = textOf(whole).lastIndexOf('%%EOF') + '%%EOF'.length;
      for (let length = 8; length < end; length += 1) {
        expect(check(cut(whole, length)), `cut to ${length} of ${whole.length}`).toBe('document/truncated');
      }
      expect(check(cut(whole, 0))).toBe('document/empty');
      expect(check(cut(whole, 4))).toBe('document/not-pdf');
    },
  );

  it('refuses a second revision cut at any byte, in place of showing the first', async () => {
    const first = await makePdf({ compact: false });
    const both = appendRevision(first, 'Bản ký số');
    expect(check(both)).toBeNull();
    const end = textOf(both).lastIndexOf('%%EOF') + '%%EOF'.length;
    const updateBegins = first.length + 2;
    for (let length = updateBegins; length < end; length += 1) {
      expect(check(cut(both, length)), `cut to ${length}`).toBe('document/truncated');
    }
  });

  it('refuses a file that lost bytes in the middle', async () => {
    const whole = await makePdf({ compact: false });
    expect(check(join(whole.slice(0, 300), whole.slice(340)))).toBe('document/truncated');
  });

  it('refuses a download that left its place on the disk empty', async () => {
    const whole = await makePdf();
    expect(check(join(whole.slice(0, 500), new Uint8Array(300_000)))).toBe('document/truncated');
    expect(check(new Uint8Array(300_000))).toBe('document/not-pdf');
  });

  it('passes junk before the header, and padding and foreign junk after the end', async () => {
    const whole = await makePdf({ compact: false });
    expect(check(join('\r\n\r\n', whole))).toBeNull();
    expect(check(join(whole, '\n\n', new Uint8Array(4096)))).toBeNull();
    expect(check(join(whole, '<!-- served by a gateway -->'))).toBeNull();
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Không tìm thấy tệp</body></html>'],
    ['a zip archive', 'PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml'],
    ['an image', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'],
    ['a text that speaks of PDF too late', `${' '.repeat(2000)}%PDF-1.7`],
  ])('refuses %s under the name of a PDF', (_, content) => {
    expect(check(Buffer.from(content, 'latin1'))).toBe('document/not-pdf');
  });

  it('refuses an empty file and one longer than allowed', async () => {
    expect(check(new Uint8Array(0))).toBe('document/empty');
    const pdf = await makePdf();
    expect(checkPdfEnvelope(pdf, pdf.length - 1)).toBe('document/too-large');
    expect(checkPdfEnvelope(pdf, pdf.length)).toBeNull();
  });

  it('refuses a file locked with a password or only against printing', async () => {
    expect(check(await makePdf({ userPassword: 'mật khẩu' }))).toBe('document/encrypted');
    expect(check(await makePdf({ ownerPassword: 'chủ', compact: false }))).toBe('document/encrypted');
    expect(check(await makePdf({ ownerPassword: 'chủ', compact: true }))).toBe('document/encrypted');
  });

  it('does not take the word in a text for encryption', async () => {
    expect(check(await makePdf({ title: '/Encrypt 5 0 R' }))).toBeNull();
  });

  it('refuses a pointer that leads outside the file or to something else', async () => {
    const pdf = await makePdf({ compact: false });
    const pointer = /startxref\s+(\d+)/.exec(textOf(pdf))?.[1] ?? '';
    expect(check(spoil(pdf, `\n${pointer}\n`, `\n${'9'.repeat(pointer.length)}\n`))).toBe(
      'document/truncated',
    );
    expect(check(spoil(pdf, `\n${pointer}\n`, `\n${'0'.repeat(pointer.length)}\n`))).toBe(
      'document/truncated',
    );
  });

  it('reads a view of a larger buffer, not the buffer', async () => {
    const pdf = await makePdf();
    const inside = join('x'.repeat(5000), pdf, 'y'.repeat(5000));
    expect(check(inside.subarray(5000, 5000 + pdf.length))).toBeNull();
  });
});
