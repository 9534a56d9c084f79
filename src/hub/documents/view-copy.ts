/**
 * The copy of a PDF that terminals hold and draw.
 *
 * The file itself stays the record: a signature covers its bytes. A copy is made only where it pays or where something
 * has to be taken out. It pays for scans: in most of them every page's dictionary lies beside that page's picture, so
 * that opening the file reads nearly all of it; with the dictionaries packed together in object streams the first page
 * needs 26 to 35 times fewer bytes (docs/adr/0014).
 */
import {
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFStreamWriter,
} from '@cantoo/pdf-lib';
import type { Hazard } from '../../shared/records/document-version.ts';
import { Refused } from './intake-refusal.ts';
import { isPicture, refuseBombs } from './pdf-bombs.ts';
import { takeOutHazards } from './pdf-hazards.ts';

/** Below this a terminal reads the whole file at once anyway. */
const leastWorth = 1024 * 1024;
/** A page needs three or four. */
const objectsPerStream = 100;
/** Of the bytes of a scan that are pictures. */
const scanShare = 0.6;

export interface ViewCopy {
  /** Null when the file itself serves as well. */
  readonly bytes: Uint8Array | null;
  readonly removed: readonly Hazard[];
  /** Of the file's bytes, how many are pictures; from 0 to 1. */
  readonly pictureShare: number;
}

/**
 * Checks the objects of a file and makes the copy, if one is called for.
 *
 * @throws Refused for a file that is a bomb, or whose objects cannot be looked at one by one
 */
export async function makeViewCopy(bytes: Uint8Array, pages: number): Promise<ViewCopy> {
  const pdf = await load(bytes);
  await refuseBombs(pdf);
  const share = pictureShare(pdf, bytes);
  const isScan = bytes.length >= leastWorth && share >= scanShare && hasLoosePages(bytes, pages);
  const removed = takeOutHazards(pdf);
  if (removed.length === 0 && !isScan) return { bytes: null, removed, pictureShare: share };
  const copy = await packed(pdf);
  return { bytes: copy, removed, pictureShare: share };
}

/**
 * Writes the file with as much as possible in object streams. The library leaves pages out of them; as dictionaries
 * like any other they are not.
 */
async function packed(pdf: PDFDocument): Promise<Uint8Array> {
  const { context } = pdf;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFPageLeaf) && !(object instanceof PDFPageTree)) continue;
    context.assign(reference, PDFDict.fromMapWithContext(new Map(object.entries()), context));
  }
  return await PDFStreamWriter.forContext(context, Infinity, true, objectsPerStream).serializeToBuffer();
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  } catch {
    throw new Refused('document/broken');
  }
}

function pictureShare(pdf: PDFDocument, bytes: Uint8Array): number {
  let pictures = 0;
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && isPicture(object)) pictures += object.contents.length;
  }
  return pictures / bytes.length;
}

/** Whether most page dictionaries lie open in the file, each where its producer left it. */
function hasLoosePages(bytes: Uint8Array, pages: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let loose = 0;
  for (let at = file.indexOf('/Page'); at >= 0; at = file.indexOf('/Page', at + 5)) {
    const isPage = /^\/Page[^A-Za-z]/.test(file.toString('latin1', at, at + 6));
    if (isPage) loose += 1;
  }
  return loose * 2 >= pages;
}
