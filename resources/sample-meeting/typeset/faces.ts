import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { dirname, join } from 'node:path';
import { mergeFonts } from './merge-fonts.ts';

export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** A face of the text font, embedded in one document: it measures text and encodes it for the page. */
export interface Face {
  readonly name: FaceName;
  readonly font: PDFFont;
  /** Width of `text` in thousandths of the font size. */
  width(text: string): number;
  /** `text` as a hexadecimal string operand. */
  encode(text: string): string;
}

export type Faces = Readonly<Record<FaceName, Face>>;

const fileOf: Record<FaceName, string> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
  boldItalic: '700-italic',
};

const names = Object.keys(fileOf) as FaceName[];

/** The four fonts, made once for all documents: Tinos, metrically equal to Times New Roman. */
export function loadFonts(): Readonly<Record<FaceName, Uint8Array>> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/tinos/package.json')),
    'files',
  );
  const load = (name: FaceName): Uint8Array =>
    mergeFonts(
      join(folder, `tinos-latin-${fileOf[name]}.woff`),
      join(folder, `tinos-vietnamese-${fileOf[name]}.woff`),
    );
  return {
    regular: load('regular'),
    bold: load('bold'),
    italic: load('italic'),
    boldItalic: load('boldItalic'),
  };
}

/** Embeds the fonts in a document. They are small enough to go in whole: about 80 kB for all four. */
export async function embedFaces(
  pdf: PDFDocument,
  fonts: Readonly<Record<FaceName, Uint8Array>>,
): Promise<Faces> {
  pdf.registerFontkit(fontkit);
  const faces = new Map<FaceName, Face>();
  for (const name of names)
    faces.set(name, toFace(name, await pdf.embedFont(fonts[name], { customName: `Tinos-${name}` })));
  return Object.fromEntries(faces) as Record<FaceName, Face>;
}

function toFace(name: FaceName, font: PDFFont): Face {
  const widths = new Map<string, number>();
  const codes = new Map<string, string>();
  return {
    name,
    font,
    width(text) {
      const known = widths.get(text);
      if (known !== undefined) return known;
      const missing = [...text].find((character) => !hasGlyph(font, character));
      if (missing) throw new Error(`the font has no "${missing}" (in "${text}")`);
      const width = font.widthOfTextAtSize(text, 1000);
      widths.set(text, width);
      return width;
    },
    encode(text) {
      const code = codes.get(text) ?? font.encodeText(text).toString();
      codes.set(text, code);
      return code;
    },
  };
}

function hasGlyph(font: PDFFont, character: string): boolean {
  return font.getCharacterSet().includes(character.codePointAt(0) ?? 0);
}
