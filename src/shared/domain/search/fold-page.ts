/**
 * Text as it is searched: composed, lower case, without marks, every run of white space one space. Folding never makes
 * a text longer, so that a place found in the folded text leads back to the text as it is written.
 */
export interface FoldedText {
  /** As written, but composed (NFC), with ligatures spelt out and white space as single spaces. */
  readonly shown: string;
  /** What is searched. */
  readonly folded: string;
  /** For every unit of `folded` its place in `shown`; null where the two run side by side. */
  readonly places: Uint32Array | null;
}

/** Folds one text after another. Each folder remembers what it found out about a letter. */
export type FoldText = (text: string) => FoldedText;

const dropped = 0xffff;
const marks = /\p{Mn}/gu;
/** Marks that stand alone, and joiners. */
const unseen = /^[\p{Mn}\u200C\u200D]$/u;
/** Soft hyphen, zero-width space, word joiner, byte order mark. */
const nothing = /[\u00AD\u200B\u2060\uFEFF]/g;
const ligatures = /[\uFB00-\uFB06]/g;
/** What a keyboard writes for the signs of a typesetter. */
const plainSigns: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'd',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** Creates a folder; the letters it has met cost it 128 KiB. */
export function createFolder(): FoldText {
  const known = new Uint16Array(0x10000);
  const fold = (unit: number): number => {
    const seen = known[unit] ?? 0;
    if (seen !== 0) return seen;
    const folded = foldUnit(String.fromCharCode(unit));
    known[unit] = folded;
    return folded;
  };
  return (text) => {
    const shown = clean(text);
    const units = new Uint16Array(shown.length);
    const places = new Uint32Array(shown.length);
    let length = 0;
    for (let at = 0; at < shown.length; at += 1) {
      const unit = fold(shown.charCodeAt(at));
      if (unit === dropped) continue;
      units[length] = unit;
      places[length] = at;
      length += 1;
    }
    const isAbreast = length === shown.length;
    return {
      shown,
      folded: textOf(units.subarray(0, length)),
      places: isAbreast ? null : places.slice(0, length),
    };
  };
}

/** The place in `shown` where the unit at `at` of `folded` stands; the end of the one for the end of the other. */
export function placeIn({ shown, places }: FoldedText, at: number): number {
  return places === null ? Math.min(at, shown.length) : (places[at] ?? shown.length);
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(ligatures, (sign) => sign.normalize('NFKC'))
    .replace(nothing, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What one unit of text folds to: another unit, or {@link dropped}. */
function foldUnit(letter: string): number {
  if (unseen.test(letter)) return dropped;
  const plain = plainSigns[letter] ?? letter.normalize('NFD').replace(marks, '').toLowerCase();
  return (plain.length === 1 ? plain : letter).charCodeAt(0) || dropped;
}

function textOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return pieces.join('');
}
