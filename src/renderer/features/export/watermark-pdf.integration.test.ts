import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePdf } from './testing/sample-pdf.ts';
import { watermarkPdf, type WatermarkFonts } from './watermark-pdf.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-watermark-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fontFile(half: string): Uint8Array {
  const name = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${half}-500-normal.woff`;
  return new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(name))));
}

const fonts: WatermarkFonts = { latin: fontFile('latin'), vietnamese: fontFile('vietnamese') };
const text = 'Nguyễn Thị Hòa – A07 – 08:03 23/11/2026 – Đỗ Ưu Ợ';

describe('watermarkPdf', () => {
  it('writes name, seat and time on every page, as words that poppler reads', async (context) => {
    const isAbsent = spawnSync('pdftotext', ['-v']).error !== undefined;
    if (isAbsent) console.warn('skipped: pdftotext is not installed (apt-get install poppler-utils)');
    context.skip(isAbsent, 'pdftotext is not installed (apt-get install poppler-utils)');
    const turns = [{}, { turn: 90 as const }, { turn: 270 as const, crop: [60, 20, 400, 800] as const }];
    const shares: number[] = [];
    const file = join(folder, 'marked.pdf');
    writeFileSync(
      file,
      await watermarkPdf(await samplePdf(turns), `${text} 王`, fonts, (share) => shares.push(share)),
    );
    for (const page of ['1', '2', '3']) {
      const read = execFileSync('pdftotext', ['-f', page, '-l', page, '-raw', file, '-'], {
        encoding: 'utf8',
      });
      expect(read.normalize('NFC').replace(/\s+/g, ' ')).toContain(text);
    }
    expect(shares.at(-1)).toBe(1);
  });
});
