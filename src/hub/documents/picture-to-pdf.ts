import { createCanvas, loadImage } from '@napi-rs/canvas';
import { PDFDocument, type PDFImage } from '@cantoo/pdf-lib';
import { fileKind } from './file-kind.ts';
import { Refused } from './intake-refusal.ts';
import { pictureSize } from './picture-size.ts';

/** A4 in points. */
const paper = { short: 595.28, long: 841.89 };
const margin = 28;
/** Beyond this a picture is drawn smaller: 4,000 pixels are 340 dpi on A4. */
const longestKept = 4000;
/** Pixels of a picture as it arrives; what a camera makes today has 50 to 100 million. */
const mostArriving = 120_000_000;

/**
 * Makes a PDF of one A4 page of a picture, upright or across by its shape.
 *
 * @throws Refused for what is no picture, or one too large to be opened
 */
export async function pictureToPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const kind = fileKind(bytes);
  const size = pictureSize(bytes);
  if (kind?.family !== 'picture' || size === null) throw new Refused('document/broken');
  if (size.width * size.height > mostArriving) throw new Refused('document/bomb');
  const pdf = await PDFDocument.create();
  const image = await embed(pdf, bytes, kind.name === 'jpeg' && size.isUpright && isSmall(size));
  const isAcross = image.width > image.height;
  const [width, height] = isAcross ? [paper.long, paper.short] : [paper.short, paper.long];
  const scale = Math.min((width - 2 * margin) / image.width, (height - 2 * margin) / image.height);
  const shown = { width: image.width * scale, height: image.height * scale };
  pdf
    .addPage([width, height])
    .drawImage(image, { x: (width - shown.width) / 2, y: (height - shown.height) / 2, ...shown });
  return await pdf.save();
}

function isSmall({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.max(width, height) <= longestKept;
}

/** A JPEG that stands upright is taken as it is; everything else is drawn once, on white. */
async function embed(pdf: PDFDocument, bytes: Uint8Array, isTakenAsIs: boolean): Promise<PDFImage> {
  try {
    return await (isTakenAsIs ? pdf.embedJpg(bytes) : pdf.embedJpg(await redrawn(bytes)));
  } catch {
    throw new Refused('document/broken');
  }
}

async function redrawn(bytes: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(Buffer.from(bytes));
  const scale = Math.min(1, longestKept / Math.max(image.width, image.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await canvas.encode('jpeg', 92);
}
