/**
 * Browsers keep `ImageDecoder` from pages without an origin, and pdf.js, missing it, decodes JPEG by itself, ten times
 * slower. `createImageBitmap` calls the same decoder and is there. To be removed when browsers stop keeping it back.
 */
interface Wanted {
  readonly data: BufferSource;
  readonly type: string;
  readonly desiredWidth?: number;
  readonly desiredHeight?: number;
}

class BitmapDecoder {
  readonly #wanted: Wanted;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  static isTypeSupported(type: string): Promise<boolean> {
    return Promise.resolve(type === 'image/jpeg' || type === 'image/bmp');
  }

  async decode(): Promise<{ readonly image: ImageBitmap }> {
    const { data, type, desiredWidth, desiredHeight } = this.#wanted;
    const size =
      desiredWidth === undefined || desiredHeight === undefined
        ? {}
        : { resizeWidth: desiredWidth, resizeHeight: desiredHeight };
    // A PDF says by itself how a picture is turned.
    const image = await createImageBitmap(new Blob([data], { type }), { imageOrientation: 'none', ...size });
    // The names under which a decoded frame gives its size.
    const sizes = { displayWidth: { value: image.width }, displayHeight: { value: image.height } };
    return { image: Object.defineProperties(image, sizes) };
  }

  close(): void {
    return;
  }
}

if (!('ImageDecoder' in globalThis)) Object.assign(globalThis, { ImageDecoder: BitmapDecoder });
