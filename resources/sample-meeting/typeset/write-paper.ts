import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { Canvas } from './canvas.ts';
import { embedFaces, type FaceName, type Faces } from './faces.ts';
import type { Page, PageSize } from './lay-out.ts';

/** A paper to be written: its facts, and how its pages are laid out once its fonts can measure. */
export interface Paper {
  readonly title: string;
  /** Who issued it. */
  readonly author: string;
  /** Day of issue. */
  readonly date: Date;
  readonly size: PageSize;
  pages(faces: Faces): readonly Page[];
}

/** Writes a paper as a PDF. The same paper gives the same bytes. */
export async function writePaper(
  paper: Paper,
  fonts: Readonly<Record<FaceName, Uint8Array>>,
): Promise<Uint8Array> {
  const pdf = await startPdf(paper);
  const faces = await embedFaces(pdf, fonts);
  paper.pages(faces).forEach((marks, index) => {
    const canvas = new Canvas(paper.size.width, paper.size.height, faces);
    if (index > 0) drawPageNumber(canvas, index + 1, paper.size);
    for (const mark of marks) mark(canvas);
    const page = pdf.addPage([paper.size.width, paper.size.height]);
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(canvas.content)));
    for (const face of Object.values(faces))
      page.node.setFontDictionary(PDFName.of(face.name), face.font.ref);
  });
  return pdf.save();
}

/** Makes an empty document with the facts of a paper. */
export async function startPdf(paper: Pick<Paper, 'title' | 'author' | 'date'>): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(paper.title, { showInWindowTitleBar: true });
  pdf.setAuthor(paper.author);
  pdf.setProducer('Nghị Sự');
  pdf.setCreationDate(paper.date);
  pdf.setModificationDate(paper.date);
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of('vi'));
  return pdf;
}

/** Centred in the top margin, from the second page on, as the rules of both families want. */
function drawPageNumber(canvas: Canvas, number: number, size: PageSize): void {
  canvas.text(String(number), {
    x: (size.left + canvas.width - size.right) / 2,
    y: size.top - 20,
    size: 13,
    align: 'center',
  });
}
