import type { DrawnCopy } from './drawn-copy.ts';
import { pictureOf } from './sheet-size.ts';

/** Letters keep clean edges, and a page of text stays below a megabyte. */
const quality = 0.9;

/** Draws a page as the JPEG picture of an upright sheet. */
export async function drawSheet(copy: DrawnCopy, page: number): Promise<Uint8Array> {
  const { width, height, isTurned } = pictureOf(await copy.sizeOf(page));
  const canvas = canvasOf(width, height);
  await copy.draw(page, canvas);
  const picture = await jpegOf(isTurned ? turned(canvas) : canvas);
  return new Uint8Array(await picture.arrayBuffer());
}

function turned(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const upright = canvasOf(canvas.height, canvas.width);
  const context = upright.getContext('2d', { alpha: false });
  if (context === null) throw new Error('there is no memory for a page');
  context.translate(0, upright.height);
  context.rotate(-Math.PI / 2);
  context.drawImage(canvas, 0, 0);
  return upright;
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('a page could not be drawn')) : resolve(blob)),
      'image/jpeg',
      quality,
    );
  });
}
