import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFDocument as PdfFile, PDFName } from '@cantoo/pdf-lib';
import { createCanvas, GlobalFonts, PDFDocument, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

/** Documents of the kinds that meetings are made of, drawn here, the same ones in every run. */
export const paperKinds = ['text', 'vietnamese', 'tables', 'slides', 'jpeg-scan', 'bit-scan'] as const;
export type PaperKind = (typeof paperKinds)[number];

const a4 = { width: 595, height: 842 };
const face = 'Tinos Latin, Tinos Vietnamese';

/** Makes a document of a kind with so many pages. Scans are as scanners write them: each picture beside its page. */
export async function makePaper(kind: PaperKind, pages: number): Promise<Uint8Array> {
  for (const [name, file] of [
    ['Tinos Latin', 'tinos-latin-400-normal.woff'],
    ['Tinos Vietnamese', 'tinos-vietnamese-400-normal.woff'],
  ] as const)
    GlobalFonts.register(
      readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/tinos/files/${file}`))),
      name,
    );
  switch (kind) {
    case 'text':
      return drawn(pages, a4, (context, page) => drawLines(context, page, english));
    case 'vietnamese':
      return drawn(pages, a4, (context, page) => drawLines(context, page, vietnamese));
    case 'tables':
      return drawn(pages, { width: a4.height, height: a4.width }, drawTable);
    case 'slides':
      return drawn(pages, { width: 960, height: 540 }, drawSlide);
    case 'jpeg-scan':
      return await scanned(pages, jpegOf);
    case 'bit-scan':
      return await scanned(pages, bitsOf);
  }
}

const english =
  'The committee has examined the report on economic and social tasks of the year and agrees in principle with its main findings, except for the paragraphs on public works';
const vietnamese =
  'Hội đồng nhân dân tỉnh đã thẩm tra báo cáo về tình hình thực hiện nhiệm vụ kinh tế – xã hội và cơ bản nhất trí với các nhận định, đánh giá được nêu trong báo cáo';

function drawn(
  pages: number,
  size: { readonly width: number; readonly height: number },
  draw: (context: SKRSContext2D, page: number) => void,
): Uint8Array {
  const pdf = new PDFDocument({ title: 'Benchmark' });
  for (let page = 1; page <= pages; page += 1) {
    // What the types call the context of a browser is the library's own.
    draw(pdf.beginPage(size.width, size.height) as unknown as SKRSContext2D, page);
    pdf.endPage();
  }
  return new Uint8Array(pdf.close());
}

function drawLines(context: SKRSContext2D, page: number, sentence: string, size = 12): void {
  context.font = `${size}px ${face}`;
  const words = sentence.split(' ');
  for (let line = 0; line < 46; line += 1) {
    const from = (line * 7 + page * 3) % words.length;
    const text = [...words.slice(from), ...words].slice(0, 15).join(' ');
    context.fillText(`${page}.${line + 1}  ${text}`, 60, 70 + line * 16, 480);
  }
}

function drawTable(context: SKRSContext2D, page: number): void {
  context.font = `8px ${face}`;
  context.lineWidth = 0.5;
  for (let row = 0; row < 36; row += 1) {
    for (let column = 0; column < 14; column += 1) {
      const [x, y] = [30 + column * 56, 40 + row * 14];
      context.strokeRect(x, y, 56, 14);
      const amount = ((page * 7919 + row * 104_729 + column * 1_299_709) % 9_999_999).toLocaleString('vi');
      context.fillText(column === 0 ? `Xã số ${page}/${row}` : amount, x + 3, y + 10, 50);
    }
  }
}

function drawSlide(context: SKRSContext2D, page: number): void {
  const ground = context.createLinearGradient(0, 0, 960, 540);
  ground.addColorStop(0, `hsl(${(page * 47) % 360} 60% 85%)`);
  ground.addColorStop(1, '#ffffff');
  context.fillStyle = ground;
  context.fillRect(0, 0, 960, 540);
  context.drawImage(photo(page), 520, 120, 380, 285);
  context.globalAlpha = 0.35;
  for (let at = 0; at < 8; at += 1) {
    context.fillStyle = `hsl(${(at * 40 + page * 13) % 360} 70% 50%)`;
    context.beginPath();
    context.arc(120 + at * 45, 380 + Math.sin(at + page) * 60, 50, 0, 7);
    context.fill();
  }
  context.globalAlpha = 1;
  context.fillStyle = '#123';
  context.font = `34px ${face}`;
  context.fillText(`Trang ${page}: kết quả thực hiện dự toán`, 50, 70);
  context.font = `20px ${face}`;
  for (let line = 0; line < 7; line += 1)
    context.fillText(`• ${vietnamese.slice(line * 9, line * 9 + 42)}`, 50, 130 + line * 34);
}

/** A picture with gradients and noise, as a camera gives it. */
function photo(seed: number): Canvas {
  const canvas = createCanvas(640, 480);
  const context = canvas.getContext('2d');
  const data = context.createImageData(640, 480);
  let noise = seed * 2_654_435_761;
  for (let at = 0; at < data.data.length; at += 4) {
    noise = (noise * 1_664_525 + 1_013_904_223) >>> 0;
    const grain = noise >>> 27;
    data.data[at] = ((at >> 2) % 640) / 3 + grain;
    data.data[at + 1] = at / 9_600 + grain;
    data.data[at + 2] = 128 + grain;
    data.data[at + 3] = 255;
  }
  context.putImageData(data, 0, 0);
  return canvas;
}

interface Picture {
  readonly entries: Readonly<Record<string, string | number>>;
  readonly bytes: Uint8Array;
}

/** Different pictures that scans take turns with, because making one costs more than drawing a page. */
const differentSheets = 6;

async function scanned(pages: number, pictureOf: (sheet: number) => Promise<Picture>): Promise<Uint8Array> {
  const pdf = await PdfFile.create();
  const pictures = await Promise.all(
    Array.from({ length: Math.min(pages, differentSheets) }, (_, sheet) => pictureOf(sheet)),
  );
  for (let number = 0; number < pages; number += 1) {
    const picture = pictures[number % pictures.length];
    if (picture === undefined) break;
    const page = pdf.addPage([a4.width, a4.height]);
    const entries = { Type: 'XObject', Subtype: 'Image', ...picture.entries };
    page.node.setXObject(
      PDFName.of('Scan'),
      pdf.context.register(pdf.context.stream(picture.bytes, entries)),
    );
    const drawing = pdf.context.stream(`q ${a4.width} 0 0 ${a4.height} 0 0 cm /Scan Do Q`);
    page.node.set(PDFName.of('Contents'), pdf.context.register(drawing));
  }
  return await pdf.save({ useObjectStreams: false });
}

/** 200 dots per inch, as offices scan. */
async function jpegOf(sheet: number): Promise<Picture> {
  const { canvas, width, height } = sheetOf(sheet, 200, 40);
  const bytes = new Uint8Array(await canvas.encode('jpeg', 60));
  const entries = {
    Width: width,
    Height: height,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  };
  return { bytes, entries };
}

/** 300 dots per inch, black and white. */
async function bitsOf(sheet: number): Promise<Picture> {
  const { canvas, width, height } = sheetOf(sheet, 300, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 4] ?? 0) > 127)
        bits[y * stride + (x >> 3)] = (bits[y * stride + (x >> 3)] ?? 0) | (128 >> (x & 7));
  const entries = {
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 1,
    Filter: 'FlateDecode',
  };
  return { bytes: new Uint8Array(deflateSync(bits)), entries };
}

/** A page of words with the grain of a scanner, a little askew. */
function sheetOf(sheet: number, dotsPerInch: number, grain: number) {
  const scale = dotsPerInch / 72;
  const [width, height] = [Math.round(a4.width * scale), Math.round(a4.height * scale)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.setTransform(scale, 0.004 * scale, -0.004 * scale, scale, 0, 0);
  context.fillStyle = '#111';
  drawLines(context, sheet + 1, vietnamese);
  if (grain === 0) return { canvas, width, height };
  const picture = context.getImageData(0, 0, width, height);
  let noise = sheet + 1;
  for (let at = 0; at < picture.data.length; at += 4) {
    noise = (noise * 1_664_525 + 1_013_904_223) >>> 0;
    const shade = Math.max(0, (picture.data[at] ?? 0) - (noise >>> 24) * (grain / 256));
    picture.data[at] = picture.data[at + 1] = picture.data[at + 2] = shade;
  }
  context.putImageData(picture, 0, 0);
  return { canvas, width, height };
}
