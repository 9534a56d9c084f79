import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, it } from 'vitest';
import { makeViewCopy } from './view-copy.ts';

const pages = 60;
let scan: Uint8Array;
let copy: Uint8Array;
beforeAll(async () => {
  scan = await makeScan();
  copy = (await makeViewCopy(scan, pages)).bytes ?? scan;
}, 120_000);

it.each([64, 256])(
  '[FILE-1] in pieces of %i KiB the first page of a scan needs a tenth of the bytes, and few of all',
  async (kibibytes) => {
    const [ofRecord, ofCopy] = [
      await readForFirstPage(scan, kibibytes),
      await readForFirstPage(copy, kibibytes),
    ];
    console.log(`first page of a scan of ${scan.length} bytes: record ${ofRecord}, view copy ${ofCopy}`);
    expect(ofCopy).toBeLessThan(ofRecord / 10);
    expect(ofCopy).toBeLessThan(scan.length * 0.08);
  },
);

/** Bytes that the engine asks for, a piece at a time, before it has the operators of page 1. */
async function readForFirstPage(bytes: Uint8Array, kibibytes: number): Promise<number> {
  let read = 0;
  class Counting extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      read += end - begin;
      setImmediate(() => this.onDataRange(begin, bytes.slice(begin, end)));
    }
  }
  const loading = getDocument({
    range: new Counting(bytes.length, null),
    rangeChunkSize: kibibytes * 1024,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
  });
  const page = await (await loading.promise).getPage(1);
  await page.getOperatorList();
  await loading.destroy();
  return read;
}

/** A scan as its producer leaves it: the dictionary of each page beside its picture. */
async function makeScan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  let state = 1;
  for (let number = 1; number <= pages; number += 1) {
    const canvas = createCanvas(1000, 1400);
    const context = canvas.getContext('2d');
    const paper = context.createImageData(1000, 1400);
    for (let at = 0; at < paper.data.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      paper.data[at] = at % 4 === 3 ? 255 : 200 + (state >>> 27);
    }
    context.putImageData(paper, 0, 0);
    const picture = await pdf.embedJpg(await canvas.encode('jpeg', 70));
    await picture.embed();
    pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
    await pdf.flush();
  }
  return await pdf.save({ useObjectStreams: false });
}
