/** How a document is brought to pdf.js. */
export type HowToOpen =
  | { readonly way: 'whole' }
  /**
   * In stretches of at least `rangeBytes`; `isPacked` when the entries of all pages lie together, as far as one can see
   * from outside. When opening has taken more than `mostBytes`, they do not, and the whole is the better way.
   */
  | {
      readonly way: 'ranges';
      readonly rangeBytes: number;
      readonly isPacked: boolean;
      readonly mostBytes: number;
    };

/** Below this, moving everything at once is faster than asking for parts one after the other. */
const wholeBelowBytes = 4 * 1024 * 1024;

/** A document that is not packed is still opened whole below this; above it, memory matters more than time. */
const unpackedWholeBelowBytes = 96 * 1024 * 1024;

/** A chunk of the vault: less than this is never opened of it, so asking for less only means asking again. */
const packedRangeBytes = 256 * 1024;

/** Opening visits the entry of each page beside its picture: a quarter of a chunk is a quarter moved for that. */
const unpackedRangeBytes = 64 * 1024;

/** The share of a packed document that opening it takes; there are tables beside the entries of pages. */
const packedShare = 0.2;

/** So much of the end holds the pointer to the table of objects; readers look no further. */
const tailBytes = 1024;

/**
 * Decides by size and by how the objects of a document are listed. pdf.js visits the entry of every page before it
 * shows the first. Where entries are packed together (a table that is a stream of its own, PDF 1.5, ISO 32000-1
 * 7.5.8), that takes a few stretches; where they lie about, each beside its picture, it takes nearly the whole file.
 */
export async function howToOpen(
  bytes: number,
  read: (begin: number, end: number) => Promise<Uint8Array | null>,
): Promise<HowToOpen> {
  if (bytes < wholeBelowBytes) return { way: 'whole' };
  const isSmallEnough = bytes < unpackedWholeBelowBytes;
  if (await isPacked(bytes, read)) {
    const mostBytes = isSmallEnough ? bytes * packedShare : Number.POSITIVE_INFINITY;
    return { way: 'ranges', rangeBytes: packedRangeBytes, isPacked: true, mostBytes };
  }
  if (isSmallEnough) return { way: 'whole' };
  const mostBytes = Number.POSITIVE_INFINITY;
  return { way: 'ranges', rangeBytes: unpackedRangeBytes, isPacked: false, mostBytes };
}

async function isPacked(
  bytes: number,
  read: (begin: number, end: number) => Promise<Uint8Array | null>,
): Promise<boolean> {
  const tail = latin(await read(bytes - tailBytes, bytes));
  const at = Number(/startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(at) || at >= bytes) return false;
  return /^\s*\d+\s+\d+\s+obj\b/.test(latin(await read(at, Math.min(bytes, at + 32))));
}

function latin(bytes: Uint8Array | null): string {
  return bytes === null ? '' : String.fromCharCode(...bytes);
}
