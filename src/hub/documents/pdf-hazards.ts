/**
 * What a PDF may do beside showing pages, found and taken out of a copy of it.
 *
 * The whole graph of objects is walked, not only the places where such things belong: an action hides as well behind
 * a bookmark as behind a page. What remains is shown by an engine that runs nothing anyway (scripts, forms and links
 * are off on the seats); this is the second lock on the same door, and the one that holds when a copy is exported.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { hazards, type Hazard } from '../../shared/records/document-version.ts';
import { Refused } from './intake-refusal.ts';

/** Actions that leave the document, by what they are called to the secretary (ISO 32000-1, 12.6.4). */
const actions: ReadonlyMap<string, Hazard> = new Map([
  ['JavaScript', 'script'],
  ['Launch', 'action'],
  ['ImportData', 'action'],
  ['SubmitForm', 'action'],
  ['GoToR', 'action'],
  ['GoToE', 'action'],
  ['Rendition', 'media'],
  ['Movie', 'media'],
  ['Sound', 'media'],
  ['GoTo3DView', 'media'],
  ['RichMediaExecute', 'media'],
]);

/** Annotations that carry a file or play something. */
const annotations: ReadonlyMap<string, Hazard> = new Map([
  ['FileAttachment', 'embedded-file'],
  ['RichMedia', 'media'],
  ['Screen', 'media'],
  ['Movie', 'media'],
  ['Sound', 'media'],
  ['3D', 'media'],
]);

/** Members that are nothing but such content, wherever they stand. */
const members: ReadonlyMap<string, Hazard> = new Map([
  ['JS', 'script'],
  ['JavaScript', 'script'],
  ['AA', 'action'],
  ['EF', 'embedded-file'],
  ['RF', 'embedded-file'],
  ['AF', 'embedded-file'],
  ['EmbeddedFiles', 'embedded-file'],
  ['Collection', 'embedded-file'],
  ['XFA', 'xfa'],
  ['Renditions', 'media'],
]);

/**
 * Takes everything out of `pdf` that is not its pages, and whatever nothing refers to any more.
 *
 * @returns what was there, in the order of the table of hazards; empty for most files
 * @throws Refused for a form that has no pages but those its program would make
 */
export function takeOutHazards(pdf: PDFDocument): readonly Hazard[] {
  if (String(pdf.catalog.get(name('NeedsRendering'))) === 'true')
    throw new Refused('document/form-without-pages');
  const found = new Set<Hazard>();
  for (const node of everyContainer(pdf)) {
    if (node instanceof PDFArray) dropAnnotations(pdf, node, found);
    else cleanDictionary(node, found);
  }
  const opening = pdf.context.lookup(pdf.catalog.get(name('OpenAction')));
  // A destination is harmless; of an action that was emptied above nothing is left.
  if (opening instanceof PDFDict && !opening.has(name('S'))) pdf.catalog.delete(name('OpenAction'));
  if (found.size > 0) sweep(pdf);
  return hazards.filter((hazard) => found.has(hazard));
}

function cleanDictionary(node: PDFDict, found: Set<Hazard>): void {
  const action = actions.get(nameOf(node.get(name('S'))));
  const isStructure = node.has(name('K')) || node.has(name('P'));
  if (action !== undefined && !isStructure) {
    found.add(action);
    for (const key of node.keys()) node.delete(key);
    return;
  }
  // Fonts and colour spaces have resource names of their own choosing; these members are never among them.
  for (const [member, hazard] of members) {
    const key = name(member);
    if (!node.has(key) || isResource(node, member)) continue;
    found.add(hazard);
    node.delete(key);
  }
}

/** The alternative for "AF" or "JS" as the name of a font, a picture or a graphics state in a page's resources. */
function isResource(node: PDFDict, member: string): boolean {
  if (member === 'XFA' || member === 'EmbeddedFiles') return false;
  const value = node.context.lookup(node.get(name(member)));
  if (value instanceof PDFRawStream) return nameOf(value.dict.get(name('Subtype'))) !== '' && member !== 'JS';
  return (
    value instanceof PDFDict && ['Font', 'ExtGState', 'Pattern'].includes(nameOf(value.get(name('Type'))))
  );
}

/** Removes annotations of the kinds above from a list of them. */
function dropAnnotations(pdf: PDFDocument, list: PDFArray, found: Set<Hazard>): void {
  for (let at = list.size() - 1; at >= 0; at -= 1) {
    const item = pdf.context.lookup(list.get(at));
    if (!(item instanceof PDFDict) || !item.has(name('Rect'))) continue;
    const hazard = annotations.get(nameOf(item.get(name('Subtype'))));
    if (hazard === undefined) continue;
    found.add(hazard);
    list.remove(at);
  }
}

/** Every dictionary and every list of the file, also those that lie in others. */
function* everyContainer(pdf: PDFDocument): Generator<PDFDict | PDFArray> {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) yield* containersIn(object);
}

function* containersIn(object: PDFObject): Generator<PDFDict | PDFArray> {
  const open = [object];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = next instanceof PDFRawStream ? next.dict : next;
    if (!(node instanceof PDFDict) && !(node instanceof PDFArray)) continue;
    yield node;
    open.push(...(node instanceof PDFDict ? node.values() : node.asArray()));
  }
}

/** Deletes the objects that the catalog and the information do not lead to. */
function sweep(pdf: PDFDocument): void {
  const { Root: root, Info: info } = pdf.context.trailerInfo;
  const open: PDFObject[] = [root, info].filter((each) => each !== undefined);
  const reached = new Set<PDFRef>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      const object = pdf.context.lookup(next);
      if (object !== undefined) open.push(object);
    } else if (next instanceof PDFRawStream) open.push(next.dict);
    else if (next instanceof PDFDict) open.push(...next.values());
    else if (next instanceof PDFArray) open.push(...next.asArray());
  }
  for (const [reference] of pdf.context.enumerateIndirectObjects()) {
    if (!reached.has(reference)) pdf.context.delete(reference);
  }
}

function name(text: string): PDFName {
  return PDFName.of(text);
}

/** The text of a name; empty for everything else. */
function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}
