import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { markerOpacity } from '../../../shared/domain/annotations/annotation-colors.ts';
import { annotatePdf } from './annotate-pdf.ts';
import {
  highlightNote,
  inkNote,
  samplePdf,
  sampleWords,
  textNote,
  type SamplePage,
} from './testing/sample-pdf.ts';

/** Readers from Debian that share no line with what writes the export or draws the seats: mupdf, poppler, qpdf. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function skipWithout(context: TestContext, tool: string, packageName: string): void {
  const isAbsent = spawnSync(tool, ['--version']).error !== undefined;
  if (isAbsent) console.warn(`skipped: ${tool} is not installed (apt-get install ${packageName})`);
  context.skip(isAbsent, `${tool} is not installed (apt-get install ${packageName})`);
}

const turns: readonly SamplePage[] = [
  {},
  { turn: 90 },
  { turn: 180, crop: [30, 40, 500, 700] },
  { turn: 270, crop: [60, 20, 400, 800] },
];

/** Every kind of note, on every page. */
async function exported(isNewer: boolean): Promise<string> {
  const notes = turns.flatMap((_, at) => [
    inkNote(at + 1, [
      [20, 30],
      [60, 30],
      [60, 90],
    ]),
    highlightNote(at + 1, 'Nghị quyết', { x: 50, y: 160, width: 200, height: 14 }),
    textNote(at + 1, 'Đề nghị làm rõ số liệu'),
  ]);
  const file = join(folder, `exported-${isNewer}.pdf`);
  writeFileSync(file, await annotatePdf(await samplePdf(turns, isNewer), notes, sampleWords));
  return file;
}

interface MutoolAnnotation {
  readonly page: number;
  readonly type: string;
  readonly text: string;
  readonly author: string;
  readonly color: readonly number[];
  /** In points from the top left of the page as it is shown, which is what page units are. */
  readonly place: unknown;
}

const listing = `
  var document = new PDFDocument(scriptArgs[0]);
  for (var i = 0; i < document.countPages(); ++i) {
    document.loadPage(i).getAnnotations().forEach(function (annotation) {
      var type = annotation.getType();
      var place = { Ink: 'getInkList', Highlight: 'getQuadPoints', Text: 'getRect' }[type];
      print(JSON.stringify({
        page: i + 1, type: type, text: annotation.getContents(), author: annotation.getAuthor(),
        color: annotation.getColor(), place: annotation[place](),
      }));
    });
  }`;

const places: Readonly<Record<string, unknown>> = {
  Ink: [
    [
      [20, 30],
      [60, 30],
      [60, 90],
    ],
  ],
  Highlight: [[50, 160, 250, 160, 50, 174, 250, 174]],
};
/** Readers keep a sign upright from this corner of its box on, so the box itself lies on one of its four sides. */
const signBoxes = [
  [288, 188, 312, 212],
  [264, 188, 288, 212],
  [264, 164, 288, 188],
  [288, 164, 312, 188],
];
const colors: Readonly<Record<string, readonly number[]>> = {
  Ink: [178, 28, 28],
  Highlight: [255, 214, 51],
  Text: [23, 78, 166],
};
const texts: Readonly<Record<string, string>> = {
  Ink: '',
  Highlight: 'Nghị quyết',
  Text: 'Đề nghị làm rõ số liệu',
};

describe.each([false, true])('an export in other readers (object streams: %s)', (isNewer) => {
  it('is listed by mupdf with page, place, colour, words and author, whatever turn and crop box', async (context) => {
    skipWithout(context, 'mutool', 'mupdf-tools');
    const script = join(folder, 'list.js');
    writeFileSync(script, listing);
    const out = execFileSync('mutool', ['run', script, await exported(isNewer)], { encoding: 'utf8' });
    const read = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as MutoolAnnotation);
    const types = ['Ink', 'Highlight', 'Text'];
    const expected = turns.flatMap((_, at) =>
      types.map((type) => ({
        page: at + 1,
        type,
        place: type === 'Text' ? signBoxes[at] : places[type],
        text: texts[type],
        author: 'Nguyễn Thị Hòa',
        color: (colors[type] ?? []).map((part) => expect.closeTo(part / 255, 3)),
      })),
    );
    expect(read).toEqual(expected);
  });

  it('is drawn by poppler in its colours at its places', async (context) => {
    skipWithout(context, 'pdftoppm', 'poppler-utils');
    const prefix = join(folder, `drawn-${isNewer}`);
    execFileSync('pdftoppm', ['-r', '72', '-cropbox', await exported(isNewer), prefix]);
    for (const at of turns.keys()) {
      const pixel = readPicture(readFileSync(`${prefix}-${at + 1}.ppm`));
      expect(pixel(60, 60)).toEqual(colors['Ink']);
      expect(pixel(60, 120)).toEqual([255, 255, 255]);
      // A marker lets the paper through.
      const [red, green, blue] = pixel(150, 167);
      expect([red, green]).toEqual([255, expect.closeTo(255 - markerOpacity * (255 - 214), -1)]);
      expect(blue).toBeLessThan(180);
      expect(pixel(293, 191)).toEqual(colors['Text']);
    }
  });

  it('is sound to qpdf', async (context) => {
    skipWithout(context, 'qpdf', 'qpdf');
    const said = execFileSync('qpdf', ['--check', await exported(isNewer)], { encoding: 'utf8' });
    expect(said).toContain('No syntax or stream encoding errors found');
  });
});

/** The pixels of a binary PPM: red, green and blue of a place from the top left. */
function readPicture(ppm: Buffer): (x: number, y: number) => readonly number[] {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('not a picture');
  const width = Number(head[1]);
  return (x, y) => [...ppm.subarray(head[0].length + (y * width + x) * 3).subarray(0, 3)];
}
