import { randomFillSync } from 'node:crypto';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';

const a4 = [595, 842] as const;

/** A document of words alone. */
export async function makeText(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([...a4]);
    for (let line = 0; line < 45; line += 1) {
      const text = `${number}.${line} Report on the economic and social tasks of the year, and those of the next`;
      page.drawText(text, { x: 60, y: 780 - line * 16, size: 12, font });
    }
  }
  return await pdf.save();
}

/** A document of pictures alone, each of 120 KB that cannot be packed, each beside its page's entry as scanners do it. */
export async function makeScan(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [width, height] = [300, 400];
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([...a4]);
    const picture = pdf.context.stream(randomFillSync(new Uint8Array(width * height)), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    });
    page.node.setXObject(PDFName.of('Scan'), pdf.context.register(picture));
    const drawing = pdf.context.stream(`q ${a4[0]} 0 0 ${a4[1]} 0 0 cm /Scan Do Q`);
    page.node.set(PDFName.of('Contents'), pdf.context.register(drawing));
  }
  return await pdf.save({ useObjectStreams: false });
}
