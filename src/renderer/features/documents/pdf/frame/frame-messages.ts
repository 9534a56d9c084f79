import { z } from 'zod';
import type { OutlineEntry } from '../pdf-document.ts';

/**
 * What the window and the frame that holds pdf.js say to each other. Both ends parse whatever comes: the frame runs on
 * bytes that strangers have written, so nothing it says is taken on trust.
 */

/** A number that names a question or a document; never used twice on one port. */
const number = z.int().nonnegative();
const page = z.int().positive();
/** Sides of a drawing in device pixels; no canvas is larger. */
const side = z.int().min(1).max(32_767);
const bytes = z.instanceof(Uint8Array);

/** A question about a document, or the order to open one. */
export const question = z.discriminatedUnion('kind', [
  /** `data` holds all bytes; where it is null they are asked for in stretches of at least `rangeBytes`. */
  z.object({ kind: z.literal('open'), length: z.int().positive(), data: bytes.nullable(), rangeBytes: page }),
  z.object({ kind: z.literal('size'), page }),
  z.object({ kind: z.literal('draw'), page, width: side, height: side }),
  z.object({ kind: z.literal('text'), page }),
  z.object({ kind: z.literal('words'), page }),
  z.object({ kind: z.literal('outline') }),
]);
export type Question = z.infer<typeof question>;

export const toFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ask'), call: number, document: number, question }),
  z.object({ type: z.literal('cancel'), call: number }),
  z.object({ type: z.literal('forget'), document: number, page }),
  z.object({ type: z.literal('close'), document: number }),
  /** What a `need` has been answered with; null when there is none and will be none. */
  z.object({ type: z.literal('supply'), need: number, bytes: bytes.nullable() }),
]);
export type ToFrame = z.infer<typeof toFrame>;

/** A file of pdf.js that it loads while it draws: a character map, one of the 14 fonts, a decoder. */
export const assetFolders = ['cmaps', 'standard_fonts', 'wasm'] as const;
const asset = z.object({
  folder: z.enum(assetFolders),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
});
export type Asset = z.infer<typeof asset>;

export const fromFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** What it is depends on the question; `answers` knows. */
  z.object({ type: z.literal('answer'), call: number, value: z.unknown() }),
  z.object({ type: z.literal('failed'), call: number, reason: z.string().max(2_000) }),
  z.object({ type: z.literal('need-bytes'), need: number, document: number, begin: number, end: number }),
  z.object({ type: z.literal('need-asset'), need: number, asset }),
]);
export type FromFrame = z.infer<typeof fromFrame>;

/** Numbers of one word in `PageText.places`: left, top, height, width, angle, marks. */
export const numbersPerWord = 6;
/** Bits of a word's marks. */
export const wordMarks = { endsLine: 1, isMono: 2, isSerif: 4 } as const;
/** A page has at most so many words; pdf.js cuts there as well. */
const mostWords = 100_000;

/**
 * Where the words of a page lie. Each has six numbers: left and top as shares of the page's width and height, height
 * in points, the factor by which the letters are stretched, the angle in radians, and its marks.
 */
export const pageText = z
  .object({ words: z.array(z.string()).max(mostWords), places: z.instanceof(Float32Array) })
  .refine(({ words, places }) => places.length === words.length * numbersPerWord);
export type PageText = z.infer<typeof pageText>;

const outlineEntry: z.ZodType<OutlineEntry> = z.object({
  title: z.string(),
  page: page.nullable(),
  get children() {
    return z.array(outlineEntry);
  },
});

/** Pages are at most so long in CSS pixels: 100 metres. */
const length = z.number().positive().max(400_000);

/** What each question is answered with. */
export const answers = {
  open: z.object({ pages: z.int().min(1).max(1_000_000) }),
  size: z.object({ width: length, height: length }),
  draw: z.custom<ImageBitmap>((value) => typeof ImageBitmap !== 'undefined' && value instanceof ImageBitmap),
  text: pageText,
  words: z.string().max(4_000_000),
  outline: z.array(outlineEntry),
} as const;
export type Answers = { readonly [Kind in keyof typeof answers]: z.infer<(typeof answers)[Kind]> };
