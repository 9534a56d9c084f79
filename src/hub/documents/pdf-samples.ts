/** PDFs made for tests: good ones, and ways to spoil them. */
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib';

export interface SamplePdf {
  readonly pages?: number;
  readonly title?: string;
  /** Only in XMP, as some producers do. */
  readonly xmpTitle?: string;
  readonly userPassword?: string;
  readonly ownerPassword?: string;
  /** False writes a classical cross-reference table in place of a stream. */
  readonly compact?: boolean;
}

/** Makes a small whole PDF. */
export async function makePdf(sample: SamplePdf = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= (sample.pages ?? 2); number += 1) {
    pdf
      .addPage([595, 842])
      .drawText(`Page ${number} of a paper for tests`, { x: 72, y: 700, size: 14, font });
  }
  if (sample.title !== undefined) pdf.setTitle(sample.title);
  if (sample.xmpTitle !== undefined) addXmpTitle(pdf, sample.xmpTitle);
  const { userPassword, ownerPassword } = sample;
  if (userPassword !== undefined || ownerPassword !== undefined) {
    pdf.encrypt({
      ...(userPassword && { userPassword }),
      ownerPassword: ownerPassword ?? 'owner',
      permissions: {},
    });
  }
  return pdf.save({ useObjectStreams: sample.compact ?? true, addDefaultPage: false });
}

function addXmpTitle(pdf: PDFDocument, title: string): void {
  const xmp =
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>' +
    `<rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>` +
    '</x:xmpmeta><?xpacket end="w"?>';
  const stream = pdf.context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}

/** Adds an incremental update (a second revision that only changes the title), as signing tools do. */
export function appendRevision(pdf: Uint8Array, title: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1] ?? '';
  const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const at = text.length + 1;
  const object = `${size} 0 obj\n<</Title ${PDFHexString.fromText(title).toString()}>>\nendobj\n`;
  const entry = `${String(at).padStart(10, '0')} 00000 n \n`;
  const section = `xref\n${size} 1\n${entry}trailer\n<</Size ${size + 1}/Root ${root}/Info ${size} 0 R/Prev ${previous}>>\n`;
  return Buffer.from(`${text}\n${object}${section}startxref\n${at + object.length}\n%%EOF\n`, 'latin1');
}

/** The first `length` bytes, as a broken download leaves them. */
export function cut(pdf: Uint8Array, length: number): Uint8Array {
  return pdf.slice(0, length);
}

/** Replaces every occurrence of a text of the same length. */
export function spoil(pdf: Uint8Array, find: string, replace: string): Uint8Array {
  if (find.length !== replace.length) throw new Error('a replacement that moves what follows');
  return Buffer.from(Buffer.from(pdf).toString('latin1').replaceAll(find, replace), 'latin1');
}
