import {
  PDFArray,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { colorOf, shapeOf, type NoteShape } from './note-shapes.ts';
import { pageSpaceOf } from './page-space.ts';
import type { NoteWords, PlacedNote } from './placed-note.ts';

/** Flags of an annotation: printed with the page; a sign is not turned or made larger with it either. */
const printed = 4;
const upright = printed | 8 | 16;

/**
 * Writes notes into a PDF as annotations that other readers understand: ink, highlights with their lines, text notes,
 * each with author, words, colour and a drawing of its own. The bytes of the PDF stay as they are and the notes are
 * appended behind them, so that a signature of the text remains one of the text.
 *
 * @param notes in the order in which they are drawn; pages that the PDF has not got are left out
 * @param onProgress told the share done, from 0 to 1
 */
export async function annotatePdf(
  pdf: Uint8Array,
  notes: readonly PlacedNote[],
  words: NoteWords,
  onProgress: (share: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true });
  const snapshot = document.takeSnapshot();
  onProgress(0.5);
  const pages = document.getPages();
  const { context } = document;
  for (const [number, ofPage] of Map.groupBy(notes, ({ page }) => page)) {
    const page = pages[number - 1];
    if (page === undefined) continue;
    const space = pageSpaceOf(page);
    const refs = ofPage.map((note) =>
      context.register(dictOf(page, note, words, shapeOf(note.annotation, space))),
    );
    snapshot.markRefForSave(addTo(page, refs));
  }
  onProgress(0.8);
  const added = await document.saveIncremental(snapshot);
  const whole = new Uint8Array(pdf.length + added.length);
  whole.set(pdf);
  whole.set(added, pdf.length);
  onProgress(1);
  return whole;
}

/** Adds annotations to a page; returns the object that has to be written anew. */
function addTo(page: PDFPage, refs: readonly PDFRef[]): PDFRef {
  const name = PDFName.of('Annots');
  const list = page.node.get(name);
  const array = page.node.context.lookup(list);
  if (array instanceof PDFArray) for (const ref of refs) array.push(ref);
  else page.node.set(name, page.node.context.obj([...refs]));
  const isApart = array instanceof PDFArray && list !== array;
  return isApart ? (page.node.context.getObjectRef(array) ?? page.ref) : page.ref;
}

function dictOf(page: PDFPage, note: PlacedNote, words: NoteWords, shape: NoteShape): PDFDict {
  const { context } = page.node;
  const { annotation } = note;
  const said = contentsOf(note, words);
  const dict = context.obj({
    Type: 'Annot',
    Subtype: shape.subtype,
    P: page.ref,
    Rect: [...shape.rect],
    C: [...colorOf(annotation)],
    CA: shape.opacity,
    F: shape.subtype === 'Text' ? upright : printed,
    NM: PDFString.of(annotation.id.replace(/[^\w.-]/g, '-')),
    T: PDFHexString.fromText(words.author),
    AP: { N: appearanceOf(context, shape) },
  });
  if (said !== '') dict.set(PDFName.of('Contents'), PDFHexString.fromText(said));
  for (const [key, value] of ownEntries(context, shape)) dict.set(PDFName.of(key), value);
  return dict;
}

function ownEntries(context: PDFContext, shape: NoteShape): readonly (readonly [string, PDFObject])[] {
  const entries: [string, PDFObject][] = [];
  if (shape.inkList !== null) {
    entries.push(['InkList', context.obj(shape.inkList.map((line) => line.flat().map(rounded)))]);
  }
  if (shape.quads !== null) entries.push(['QuadPoints', context.obj(shape.quads.flat().map(rounded))]);
  if (shape.lineWidth !== null) entries.push(['BS', context.obj({ W: rounded(shape.lineWidth), S: 'S' })]);
  if (shape.icon !== null) entries.push(['Name', PDFName.of(shape.icon)]);
  return entries;
}

/** The words of a note; a highlight without any says what it marks. */
function contentsOf({ annotation, standing }: PlacedNote, words: NoteWords): string {
  const own =
    annotation.text !== '' || annotation.kind !== 'highlight' ? annotation.text : annotation.excerpt;
  const said = annotation.kind === 'bookmark' && own === '' ? words.bookmark : own;
  const review = standing === 'review' ? words.review : '';
  return [review, said].filter((part) => part !== '').join('\n');
}

/** What every reader shows, in the page's own space: the box of the drawing is the box of the annotation. */
function appearanceOf(context: PDFContext, shape: NoteShape): PDFRef {
  const state = {
    Type: 'ExtGState',
    CA: shape.opacity,
    ca: shape.opacity,
    BM: shape.shinesThrough ? 'Multiply' : 'Normal',
  };
  const stream = context.flateStream(`/GS gs ${shape.drawing}`, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [...shape.rect],
    Resources: { ExtGState: { GS: state } },
  });
  return context.register(stream);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
