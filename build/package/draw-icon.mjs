import { crc32, deflateSync } from 'node:zlib';

/*
 * The mark: a rounded square in the product's red, and on it a room seen from above: a half circle of seats before the
 * table of the chair. Drawn by distance functions, so that every size is sharp and no tool is needed.
 */

const red = /** @type {const} */ ([155, 28, 28]);
const paper = /** @type {const} */ ([251, 250, 247]);

/** Samples across and down each pixel. */
const samples = 4;

/**
 * @param {number} size in pixels
 * @returns {Buffer} a PNG with transparent corners
 */
export function drawIcon(size) {
  const rows = Buffer.alloc((size * 4 + 1) * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      rows.set(pixel(x, y, size), y * (size * 4 + 1) + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

/**
 * Several sizes in one icon of Windows, each as PNG.
 *
 * @param {number[]} sizes at most 256
 */
export function drawIco(sizes) {
  const pictures = sizes.map(drawIcon);
  const directory = Buffer.alloc(6 + 16 * sizes.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(sizes.length, 4);
  let offset = directory.length;
  for (const [at, size] of sizes.entries()) {
    const entry = 6 + 16 * at;
    const bytes = pictures[at]?.length ?? 0;
    directory.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], entry);
    directory.writeUInt32LE(bytes, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += bytes;
  }
  return Buffer.concat([directory, ...pictures]);
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function pixel(x, y, size) {
  let square = 0;
  let mark = 0;
  for (let at = 0; at < samples * samples; at += 1) {
    const u = (x + ((at % samples) + 0.5) / samples) / size;
    const v = (y + (Math.floor(at / samples) + 0.5) / samples) / size;
    if (!isInSquare(u, v)) continue;
    square += 1;
    if (isInMark(u, v)) mark += 1;
  }
  const whole = samples * samples;
  const share = square === 0 ? 0 : mark / square;
  const mixed = red.map((channel, at) => Math.round(channel + ((paper[at] ?? 0) - channel) * share));
  return [...mixed, Math.round((255 * square) / whole)];
}

/**
 * @param {number} u
 * @param {number} v
 */
function isInSquare(u, v) {
  return roundedBox(u - 0.5, v - 0.5, { halfWidth: 0.47, halfHeight: 0.47, radius: 0.11 }) <= 0;
}

/**
 * @param {number} u
 * @param {number} v
 */
function isInMark(u, v) {
  const table = { halfWidth: 0.155, halfHeight: 0.052, radius: 0.052 };
  if (roundedBox(u - 0.5, v - 0.705, table) <= 0) return true;
  for (let seat = 0; seat < 5; seat += 1) {
    const angle = Math.PI + (Math.PI * seat) / 4;
    if (Math.hypot(u - 0.5 - 0.29 * Math.cos(angle), v - 0.6 - 0.31 * Math.sin(angle)) <= 0.068) return true;
  }
  return false;
}

/**
 * Signed distance to a box with round corners around the origin.
 *
 * @param {number} u
 * @param {number} v
 * @param {{ halfWidth: number, halfHeight: number, radius: number }} box
 */
function roundedBox(u, v, { halfWidth, halfHeight, radius }) {
  const x = Math.abs(u) - halfWidth + radius;
  const y = Math.abs(v) - halfHeight + radius;
  return Math.min(Math.max(x, y), 0) + Math.hypot(Math.max(x, 0), Math.max(y, 0)) - radius;
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
