/** A drawn page in grey, row by row, 0 black to 255 white. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** A part of a page, as shares of its width and height from the top left. */
export interface PageRegion {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Edge of a square in which two pictures are compared, in pixels. At 96 dpi a letter of a text fills about one. */
const tile = 6;
/** Mean difference of a square from which on it counts as changed; the smoothing of edges stays well below it. */
const changedFrom = 18;

/** Grey of the pixels of a canvas, on white paper. */
export function grayOf(rgba: ArrayLike<number>, width: number, height: number): GrayPicture {
  const gray = new Uint8Array(width * height);
  for (let at = 0; at < gray.length; at += 1) {
    const [red, green, blue, alpha] = [rgba[4 * at], rgba[4 * at + 1], rgba[4 * at + 2], rgba[4 * at + 3]];
    const light = 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0);
    gray[at] = Math.round(255 - ((255 - light) * (alpha ?? 0)) / 255);
  }
  return { width, height, gray };
}

/**
 * Where two pictures of a page differ by more than the smoothing of edges does. Pages of different size differ all over.
 */
export function changedRegions(a: GrayPicture, b: GrayPicture): PageRegion[] {
  if (a.width !== b.width || a.height !== b.height) return [{ left: 0, top: 0, width: 1, height: 1 }];
  const [first, second] = [softened(a), softened(b)];
  const columns = Math.ceil(a.width / tile);
  const regions: PageRegion[] = [];
  for (let index = 0; index < columns * Math.ceil(a.height / tile); index += 1) {
    const box = boxAt((index % columns) * tile, Math.floor(index / columns) * tile, a);
    if (meanDifference(first, second, box, a.width) < changedFrom) continue;
    regions.push({
      left: box.left / a.width,
      top: box.top / a.height,
      width: (box.right - box.left) / a.width,
      height: (box.bottom - box.top) / a.height,
    });
  }
  return regions;
}

/** True where no part of the pictures differs by more than the smoothing of edges. */
export function looksSame(a: GrayPicture, b: GrayPicture): boolean {
  return changedRegions(a, b).length === 0;
}

/** How much two pages look alike, from 0 to 1, by where their ink is; for telling a page written on from another page. */
export function pictureLikeness(a: GrayPicture, b: GrayPicture): number {
  const [first, second] = [inkGrid(a), inkGrid(b)];
  const [meanA, meanB] = [mean(first), mean(second)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [at, ink] of first.entries()) {
    const [da, db] = [ink - meanA, (second[at] ?? 0) - meanB];
    both += da * db;
    onlyA += da * da;
    onlyB += db * db;
  }
  if (onlyA === 0 || onlyB === 0) return onlyA === onlyB ? 1 : 0;
  return Math.max(0, both / Math.sqrt(onlyA * onlyB));
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxAt(left: number, top: number, { width, height }: GrayPicture): Box {
  return { left, top, right: Math.min(width, left + tile), bottom: Math.min(height, top + tile) };
}

function meanDifference(a: Uint8Array, b: Uint8Array, box: Box, width: number): number {
  let sum = 0;
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let at = y * width + box.left; at < y * width + box.right; at += 1) {
      sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
    }
  }
  return sum / ((box.right - box.left) * (box.bottom - box.top));
}

/** Each pixel with its neighbours, first along the rows, then down. */
function softened({ width, height, gray }: GrayPicture): Uint8Array {
  const along = new Uint8Array(gray.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x > 0 ? at - 1 : at;
      const right = x < width - 1 ? at + 1 : at;
      along[at] = ((gray[left] ?? 0) + 2 * (gray[at] ?? 0) + (gray[right] ?? 0)) >> 2;
    }
  }
  const soft = new Uint8Array(gray.length);
  for (let at = 0; at < gray.length; at += 1) {
    const above = at >= width ? at - width : at;
    const below = at < gray.length - width ? at + width : at;
    soft[at] = ((along[above] ?? 0) + 2 * (along[at] ?? 0) + (along[below] ?? 0)) >> 2;
  }
  return soft;
}

const gridColumns = 48;
const gridRows = 64;

/** How much ink lies in each field of a coarse grid. */
function inkGrid({ width, height, gray }: GrayPicture): Float32Array {
  const ink = new Float32Array(gridColumns * gridRows);
  for (let at = 0; at < gray.length; at += 1) {
    const column = Math.floor(((at % width) * gridColumns) / width);
    const row = Math.floor((Math.floor(at / width) * gridRows) / height);
    const field = row * gridColumns + column;
    ink[field] = (ink[field] ?? 0) + 255 - (gray[at] ?? 255);
  }
  return ink;
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const one of values) sum += one;
  return sum / values.length;
}
