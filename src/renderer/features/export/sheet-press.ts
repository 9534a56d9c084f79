import type { DrawnCopy } from './drawn-copy.ts';
import { pictureOf } from './sheet-size.ts';

/** Letters keep clean edges, and a page of text stays below a megabyte. */
const quality = 0.9;

/**
 * Draws pages as JPEG pictures of upright sheets, one after the other on the same two canvases: a sheet takes 35 MB,
 * and the browser is in no hurry to free a canvas that is only forgotten.
 */
export class SheetPress {
  readonly #copy: DrawnCopy;
  readonly #drawing = document.createElement('canvas');
  readonly #turned = document.createElement('canvas');

  constructor(copy: DrawnCopy) {
    this.#copy = copy;
  }

  /** The picture of a page, from 1 on; not to be asked again before it has come. */
  async picture(page: number): Promise<Uint8Array> {
    const { width, height, isTurned } = pictureOf(await this.#copy.sizeOf(page));
    Object.assign(this.#drawing, { width, height });
    await this.#copy.draw(page, this.#drawing);
    const picture = await jpegOf(isTurned ? this.#turn() : this.#drawing);
    return new Uint8Array(await picture.arrayBuffer());
  }

  /** Frees the canvases and the copy. */
  close(): void {
    this.#copy.close();
    for (const canvas of [this.#drawing, this.#turned]) Object.assign(canvas, { width: 0, height: 0 });
    this.#drawing.getContext('bitmaprenderer')?.transferFromImageBitmap(null);
  }

  #turn(): HTMLCanvasElement {
    const { width, height } = this.#drawing;
    Object.assign(this.#turned, { width: height, height: width });
    const context = this.#turned.getContext('2d', { alpha: false });
    if (context === null) throw new Error('there is no memory for a page');
    context.translate(0, width);
    context.rotate(-Math.PI / 2);
    context.drawImage(this.#drawing, 0, 0);
    return this.#turned;
  }
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
