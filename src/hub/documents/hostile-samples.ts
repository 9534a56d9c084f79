/** PDFs made for tests that carry more than pages. */
import { PDFArray, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { makePdf } from './pdf-samples.ts';

/** What a hostile PDF carries. */
export interface Cargo {
  readonly script?: boolean;
  readonly launch?: boolean;
  readonly embeddedFile?: boolean;
  readonly xfa?: 'beside pages' | 'in place of pages';
  readonly media?: boolean;
}

/** The words that betray each kind of cargo in the bytes of a file without object streams. */
export const telltale = 'app.alert';

/** A PDF of `pages` pages with the given cargo, its objects in the open. */
export async function makeHostilePdf(cargo: Cargo, pages = 2): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await makePdf({ pages }), { updateMetadata: false });
  const { context, catalog } = pdf;
  const page = pdf.getPage(0);
  const annotations: ReturnType<typeof context.register>[] = [];
  const annotate = (subtype: string, more: Record<string, unknown>): void => {
    const members = { Type: 'Annot', Subtype: subtype, Rect: [0, 0, 50, 50], ...more };
    annotations.push(context.register(context.obj(members as never)));
  };
  if (cargo.script) {
    const script = { Type: 'Action', S: 'JavaScript', JS: PDFString.of(`${telltale}("xin chào")`) };
    catalog.set(PDFName.of('OpenAction'), context.register(context.obj(script)));
    page.node.set(PDFName.of('AA'), context.obj({ O: context.obj(script) }));
    const tree = context.obj({ Names: [PDFString.of('a'), context.register(context.obj(script))] });
    catalog.set(PDFName.of('Names'), context.obj({ JavaScript: context.register(tree) }));
  }
  if (cargo.launch) {
    annotate('Link', { A: context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }) });
  }
  if (cargo.embeddedFile) {
    await pdf.attach(new TextEncoder().encode('MZ hidden program'), 'bao-cao.exe', {
      mimeType: 'application/exe',
    });
  }
  if (cargo.xfa !== undefined) {
    const form = context.obj({ Fields: [], XFA: PDFString.of('<xdp/>') });
    catalog.set(PDFName.of('AcroForm'), form);
    if (cargo.xfa === 'in place of pages') catalog.set(PDFName.of('NeedsRendering'), context.obj(true));
  }
  if (cargo.media) annotate('RichMedia', {});
  if (annotations.length > 0) page.node.set(PDFName.of('Annots'), PDFArray.withContext(context));
  for (const each of annotations) page.node.addAnnot(each);
  return await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** A PDF whose only page has these sides in points. */
export async function makeWidePdf(width: number, height: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([width, height]);
  return await pdf.save();
}

/** A PDF of `pages` empty pages. */
export async function makeLongPdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) pdf.addPage([595, 842]);
  return await pdf.save();
}
