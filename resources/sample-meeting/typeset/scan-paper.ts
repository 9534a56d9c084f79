/**
 * Turns a paper into what an office scanner makes of its print: one black-and-white picture a page, a little askew,
 * with specks and without text. Needs pdftoppm (poppler-utils), and only here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { seededRandom, type Random } from '../../../src/shared/std/random.ts';
import { startPdf, type Paper } from './write-paper.ts';

const dotsPerInch = 200;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, 0 black to 255 white. */
  readonly dots: Uint8Array;
}

/** Scans a printed paper. The same print gives the same scan. */
export async function scanPaper(paper: Paper, printed: Uint8Array): Promise<Uint8Array> {
  const pdf = await startPdf(paper);
  const random = seededRandom(200);
  for (const picture of picturesOf(printed)) {
    const { width, height } = picture;
    const image = PDFRawStream.of(
      pdf.context.obj({
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 1,
        Filter: 'FlateDecode',
        DecodeParms: { Predictor: 15, Colors: 1, BitsPerComponent: 1, Columns: width },
      }),
      packDots(scanned(picture, random), width, height),
    );
    const [pageWidth, pageHeight] = [width, height].map((dots) => (dots / dotsPerInch) * 72) as [
      number,
      number,
    ];
    const page = pdf.addPage([pageWidth, pageHeight]);
    page.node.setXObject(PDFName.of('Scan'), pdf.context.register(image));
    const content = `q ${pageWidth.toFixed(2)} 0 0 ${pageHeight.toFixed(2)} 0 0 cm /Scan Do Q`;
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(content)));
  }
  return pdf.save();
}

function picturesOf(printed: Uint8Array): Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'nghisu-scan-'));
  try {
    writeFileSync(join(folder, 'printed.pdf'), printed);
    execFileSync('pdftoppm', [
      '-r',
      String(dotsPerInch),
      '-gray',
      join(folder, 'printed.pdf'),
      join(folder, 'page'),
    ]);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort();
    return files.map((name) => readGrayMap(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads a portable grey map of one byte a dot ("P5"). */
function readGrayMap(file: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!header) throw new Error('not a grey map');
  const [width, height] = [Number(header[1]), Number(header[2])];
  return { width, height, dots: file.subarray(header[0].length) };
}

/** Turns the page a little, adds specks, a shadow at the edge and the holes of the file, and decides black or white. */
function scanned({ width, height, dots }: Picture, random: Random): Uint8Array {
  const angle = (random() - 0.5) * 0.014;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const bits = new Uint8Array(width * height);
  const holes = [height * 0.36, height * 0.64];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const from =
        Math.round(dy * cos - dx * sin + height / 2) * width + Math.round(dx * cos + dy * sin + width / 2);
      const threshold = 150 + (random() - 0.5) * 50;
      bits[y * width + x] = (dots[from] ?? 255) < threshold ? 0 : 1;
    }
  }
  blot(
    bits,
    { width, height },
    Array.from({ length: 60 }, () => [random() * width, random() * height, 0.6 + random()] as const),
  );
  blot(
    bits,
    { width, height },
    holes.map((y) => [90, y + random() * 6, 21] as const),
  );
  return bits;
}

/** Blackens round spots: x, y and radius in dots. */
function blot(
  bits: Uint8Array,
  size: { readonly width: number; readonly height: number },
  spots: readonly (readonly [number, number, number])[],
): void {
  for (const [middleX, middleY, radius] of spots) {
    const isInside = (x: number, y: number): boolean =>
      (x - middleX) ** 2 + (y - middleY) ** 2 <= radius ** 2;
    const columns = around(middleX, radius, size.width);
    for (const y of around(middleY, radius, size.height)) {
      for (const x of columns.filter((column) => isInside(column, y))) bits[y * size.width + x] = 0;
    }
  }
}

/** The whole numbers no further than `reach` from a place, from 0 and below `end`. */
function around(place: number, reach: number, end: number): readonly number[] {
  const first = Math.max(0, Math.floor(place - reach));
  const last = Math.min(end, place + reach);
  return Array.from({ length: Math.max(0, Math.ceil(last - first)) }, (_, at) => first + at);
}

/** Packs eight dots a byte, each row as its difference from the row above (PNG's filter 2), deflated. */
function packDots(bits: Uint8Array, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8);
  const rows = new Uint8Array((stride + 1) * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(stride);
    for (let x = 0; x < width; x += 1) {
      if (bits[y * width + x]) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
    }
    rows[y * (stride + 1)] = 2;
    row.forEach((value, index) => (rows[y * (stride + 1) + 1 + index] = value - (above[index] ?? 0)));
    above = row;
  }
  return deflateSync(rows, { level: 9 });
}
