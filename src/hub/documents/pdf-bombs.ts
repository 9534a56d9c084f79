import { createInflate, inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { Refused } from './intake-refusal.ts';
import { mostInflated, mostObjects, mostPixels } from './pdf-limits.ts';

/** Deflate makes at most this much of a byte. */
const mostDeflateRatio = 1032;
/** A filter on a filter has no use; one on a small stream is an oddity of old producers. */
const mostNested = 16 * 1024 * 1024;

/**
 * Refuses a file with so many objects that reading it is itself the attack. Counts in the raw bytes, before any
 * engine has made something of them.
 */
export function refuseTooManyObjects(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4)) {
    count += 1;
    if (count > mostObjects) throw new Refused('document/bomb');
  }
}

/**
 * Refuses a file in which one stream inflates to more than a seat can hold, or a picture has more pixels.
 * Pictures are drawn to their declared size whatever they inflate to; everything else is measured.
 */
export async function refuseBombs(pdf: PDFDocument): Promise<void> {
  const objects = pdf.context.enumerateIndirectObjects();
  if (objects.length > mostObjects) throw new Refused('document/bomb');
  for (const [, object] of objects) {
    if (!(object instanceof PDFRawStream)) continue;
    if (isPicture(object)) refusePicture(object);
    else if ((await inflatedLength(object)) > mostInflated) throw new Refused('document/bomb');
  }
}

/** True for a stream that is a picture. */
export function isPicture(stream: PDFRawStream): boolean {
  return stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
}

function refusePicture(stream: PDFRawStream): void {
  const side = (member: string): number => {
    const value = stream.dict.lookup(PDFName.of(member));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  if (side('Width') * side('Height') > mostPixels) throw new Refused('document/bomb');
}

async function inflatedLength(stream: PDFRawStream): Promise<number> {
  const filters = filtersOf(stream);
  const deflates = filters.filter((filter) => filter === 'FlateDecode' || filter === 'Fl').length;
  let bytes: Uint8Array = stream.contents;
  if (deflates === 0 || filters[0]?.startsWith('Fl') !== true) return bytes.length;
  for (let left = deflates; left > 1; left -= 1) bytes = inflateSmall(bytes);
  return bytes.length * mostDeflateRatio <= mostInflated ? 0 : await measure(bytes);
}

function filtersOf(stream: PDFRawStream): readonly string[] {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const all = filter instanceof PDFArray ? filter.asArray() : [filter];
  return all.flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []));
}

function inflateSmall(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: mostNested });
  } catch {
    throw new Refused('document/bomb');
  }
}

/** Inflates without keeping anything, up to the limit. Bytes that are no deflate count for what came out before. */
async function measure(bytes: Uint8Array): Promise<number> {
  const inflate = createInflate();
  let length = 0;
  inflate.end(bytes);
  try {
    for await (const piece of inflate) {
      length += (piece as Buffer).length;
      if (length > mostInflated) break;
    }
  } catch {
    return length;
  }
  return length;
}
