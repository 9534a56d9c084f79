import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { grayOf } from '../../../shared/domain/versions/picture-difference.ts';
import type { PageReader, PageSketch } from './compare-pages.ts';

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type Operators = Awaited<ReturnType<Page['getOperatorList']>>;

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Points to pixels: 96 dpi, at which a letter can still be told from another. */
const scale = 96 / 72;
/** A page that would be drawn larger than this, in pixels along a side, is drawn smaller. */
const longestSide = 1400;

/** Opens a PDF for comparison; to be closed. Rejects when it cannot be read. */
export async function openPdfPages(bytes: Uint8Array): Promise<PageReader & { close(): Promise<void> }> {
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    cMapUrl: join(assets, 'cmaps/'),
    standardFontDataUrl: join(assets, 'standard_fonts/'),
    wasmUrl: join(assets, 'wasm/'),
    iccUrl: join(assets, 'iccs/'),
  });
  const pdf = await loading.promise;
  return {
    pages: pdf.numPages,
    async sketch(number) {
      const page = await pdf.getPage(number);
      try {
        return await sketchOf(page);
      } finally {
        page.cleanup();
      }
    },
    async picture(number) {
      const page = await pdf.getPage(number);
      try {
        return await pictureOf(page);
      } finally {
        page.cleanup();
      }
    },
    digest: ({ width, height, gray }) =>
      createHash('sha256').update(`${width}×${height}`).update(gray).digest('base64'),
    close: async () => await loading.destroy(),
  };
}

async function sketchOf(page: Page): Promise<PageSketch> {
  const { items } = await page.getTextContent();
  const text = items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    .join('')
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const operators = await page.getOperatorList();
  return { text, drawing: digestOf(page, operators), hasPictures: hasPictures(operators) };
}

async function pictureOf(page: Page) {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(scale, longestSide / Math.max(width, height)) });
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  );
  const context = canvas.getContext('2d');
  // pdf.js draws into this canvas in Node itself, but its types know only the one of a browser.
  const target = { canvas, canvasContext: context } as unknown as Pick<
    Parameters<Page['render']>[0],
    'canvas' | 'canvasContext'
  >;
  await page.render({ ...target, viewport, background: 'white' }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return grayOf(data, canvas.width, canvas.height);
}

const pictureOperators: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
]);

function hasPictures({ fnArray }: Operators): boolean {
  return fnArray.some((operator) => pictureOperators.has(operator));
}

/** Names that pdf.js gives to fonts, pictures and patterns; the same thing has another name in another file. */
const givenName = /^(?:g_d\d+_)?(?:img|f|p|pattern|mask|shading)[_\d]\S*$|^g_d\d+_\S+$/;

/** Stands for all that is drawn, with the given names replaced by the order in which they occur on the page. */
function digestOf(page: Page, { fnArray, argsArray }: Operators): string {
  const names = new Map<string, string>();
  const hash = createHash('sha256');
  const [left, bottom, right, top] = page.view;
  hash.update(`${(right ?? 0) - (left ?? 0)}×${(top ?? 0) - (bottom ?? 0)}@${page.rotate}`);
  const parts: string[] = [];
  for (const [index, operator] of fnArray.entries()) {
    parts.push(`\n${operator}`);
    write(argsArray[index], parts, names);
  }
  return hash.update(parts.join(' ')).digest('base64');
}

/** Writes an argument out. By hand, since a page of text has thousands of glyphs, each an object of many members. */
function write(value: unknown, parts: string[], names: Map<string, string>): void {
  if (typeof value === 'string') parts.push(givenName.test(value) ? ordinalOf(value, names) : value);
  else if (typeof value !== 'object' || value === null) parts.push(String(value));
  else if (Array.isArray(value)) for (const one of value as unknown[]) write(one, parts, names);
  else if (ArrayBuffer.isView(value)) parts.push((value as Float32Array).join());
  else if (isGlyph(value)) parts.push(value.fontChar, String(value.width), value.unicode);
  else for (const one of Object.values(value)) write(one, parts, names);
}

function ordinalOf(name: string, names: Map<string, string>): string {
  const known = names.get(name) ?? `#${names.size}`;
  names.set(name, known);
  return known;
}

interface Glyph {
  readonly fontChar: string;
  readonly unicode: string;
  readonly width: number;
}

function isGlyph(value: object): value is Glyph {
  return 'fontChar' in value && 'unicode' in value && 'width' in value;
}
