/** The size of a picture as its header claims it, before anything decodes it. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** False when the camera says that it was held otherwise (EXIF orientation). */
  readonly isUpright: boolean;
}

/** Reads the header of a PNG, JPEG or WebP; null when there is none. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return upright(view.getUint32(16), view.getUint32(20));
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    return webpSize(view);
  } catch (error) {
    // A header that ends before its numbers.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function upright(width: number, height: number): PictureSize {
  return { width, height, isUpright: true };
}

function jpegSize(view: DataView): PictureSize | null {
  let isUpright = true;
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    // Frames carry the size; the three codes between them are tables (ITU T.81, B.1.1.3).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), isUpright };
    }
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966)
      isUpright = exifOrientation(view, at + 10) === 1;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function exifOrientation(view: DataView, tiff: number): number {
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  const count = view.getUint16(directory, isLittle);
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle);
  }
  return 1;
}

function webpSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null;
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return upright(1 + threeBytes(view, 24), 1 + threeBytes(view, 27));
    case 0x5650384c: {
      // VP8L
      const bits = view.getUint32(21, true);
      return upright(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }
    case 0x56503820: // VP8 and a blank
      return upright(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
