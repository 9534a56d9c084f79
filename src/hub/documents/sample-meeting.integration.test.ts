import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfInspector, type PdfInspector } from './inspect-pdf.ts';
import { decideVerdict } from '../../shared/domain/majority.ts';
import { readBodyPresets, readSampleMeeting, type SampleMeeting } from './sample-meeting.ts';

const folder = resolve(import.meta.dirname, '../../../resources/sample-meeting');
const scanned = 'documents/3-4-bien-ban-khao-sat-hien-truong.pdf';

let pack: SampleMeeting;
let inspector: PdfInspector;
beforeAll(async () => {
  pack = await readSampleMeeting(folder);
  inspector = createPdfInspector();
});
afterAll(() => inspector.stop());

describe('the sample meeting', () => {
  it('is the acceptance meeting: 15 in office, 9 invited, a chair, a secretary and an IT officer', () => {
    const withRole = (role: string): string[] =>
      pack.people.filter((each) => each.roles.some((own) => own === role)).map((each) => each.fullName);
    expect(pack.body).toMatchObject({
      inOffice: 15,
      presence: { numerator: 2, denominator: 3 },
      decision: { base: 'in-office', threshold: 'more-than-half' },
    });
    expect(withRole('member')).toHaveLength(15);
    expect(withRole('invited')).toHaveLength(9);
    expect(withRole('chair')).toEqual(['Trần Văn Minh']);
    expect(withRole('clerk')).toEqual(['Lê Thu Hà']);
    expect(withRole('it')).toHaveLength(1);
    expect(pack.people.filter((each) => each.hasVote).map((each) => each.seat)).toEqual(
      Array.from({ length: 15 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('names those whom the scenario names, in their seats', () => {
    const nameAt = (seat: string): unknown => pack.people.find((each) => each.seat === seat)?.fullName;
    expect(['A01', 'A06', 'A07', 'A10', 'A13'].map(nameAt)).toEqual([
      'Trần Văn Minh',
      'Đỗ Thị Lan',
      'Nguyễn Thị Hòa',
      'Phạm Quốc Bảo',
      'Vũ Hồng Sơn',
    ]);
  });

  it('is written in NFC', async () => {
    for (const file of ['meeting.json', 'body-presets.json']) {
      const text = await readFile(join(folder, file), 'utf8');
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('has six items with eleven papers, and none for the one on paper', () => {
    expect(pack.items.map((item) => [item.papers, item.documents.length])).toEqual([
      ['electronic', 2],
      ['electronic', 3],
      ['electronic', 4],
      ['paper', 0],
      ['electronic', 1],
      ['electronic', 1],
    ]);
    expect(pack.items.map((item) => item.plannedMinutes)).toEqual([20, 40, 40, 15, 30, 10]);
  });

  it('[VOTE-5] decides 7 of 13 present by the rules of the body: not of 15 in office, but of those present', async () => {
    const presets = await readBodyPresets(folder);
    const verdictBy = (id: string) => {
      const preset = presets.find((each) => each.id === id);
      if (preset === undefined) throw new Error(`no preset ${id}`);
      return decideVerdict(preset.decision, 7, { inOffice: 15, present: 13 }).verdict;
    };
    expect(verdictBy('standing-committee')).toBe('not-passed');
    expect(verdictBy('working-meeting')).toBe('passed');
  });

  it('offers presets of bodies that each say where their rules come from', async () => {
    const presets = await readBodyPresets(folder);
    expect(presets.length).toBeGreaterThanOrEqual(5);
    for (const preset of presets) expect(preset.source).not.toBe('');
    for (const { id, decisions = [] } of presets)
      expect(new Set(decisions.map((kind) => kind.id)).size, id).toBe(decisions.length);
  });

  it.each([
    ['a PIN twice', '"714092"', '"260518"'],
    ['an unknown presenter', '"presenters": ["b02"]', '"presenters": ["b99"]'],
    ['a voter too many', '"inOffice": 15', '"inOffice": 14'],
    ['a seat twice', '"seat": "B09", "roles"', '"seat": "B08", "roles"'],
    ['a file outside the pack', 'documents/6-1-du-thao-ket-luan.pdf', '../../../etc/passwd'],
  ])('is refused with %s', async (_, find, replace) => {
    const copy = await mkdtemp(join(tmpdir(), 'nghisu-pack-'));
    try {
      const text = await readFile(join(folder, 'meeting.json'), 'utf8');
      expect(text).toContain(find);
      await cp(join(folder, 'body-presets.json'), join(copy, 'body-presets.json'));
      await writeFile(join(copy, 'meeting.json'), text.replace(find, replace));
      await expect(readSampleMeeting(copy)).rejects.toThrow();
    } finally {
      await rm(copy, { recursive: true });
    }
  });
});

describe('the papers of the sample meeting', () => {
  const files = readdirSync(join(folder, 'documents')).map((name) => `documents/${name}`);

  it('are those of the agenda, in at most 6 MB', () => {
    const listed = pack.items.flatMap((item) => item.documents.map((document) => document.file));
    expect(files.toSorted()).toEqual(listed.toSorted());
    expect(files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(6_000_000);
  });

  it.each(files)('%s passes intake with the pages and title of the agenda', async (file) => {
    const document = pack.items.flatMap((item) => item.documents).find((each) => each.file === file);
    const found = await inspector.inspect(readFileSync(join(folder, file)));
    // A scanner's title says nothing, so intake drops it.
    const title = file === scanned ? null : document?.title;
    expect(found).toMatchObject({ ok: true, pages: document?.pages, title });
  });

  it('carry Vietnamese text that can be found', async () => {
    const draft = await textOf('documents/2-1-du-thao-nghi-quyet-chuyen-doi-so.pdf');
    expect(draft).toBe(draft.normalize('NFC'));
    expect(draft.toLowerCase()).toContain('nghị quyết');
    expect(draft).toContain('Điều 56. Hiệu lực');
    expect(draft).toContain('phiếu đến sau khi khóa được lưu riêng');
  });

  it('keep the two families of form apart', async () => {
    const party = await textOf('documents/5-1-to-trinh-cong-tac-can-bo.pdf');
    expect(party).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(party).not.toContain('Độc lập - Tự do - Hạnh phúc');
    const state = await textOf('documents/3-1-to-trinh-dau-tu-cong.pdf');
    expect(state).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(state).not.toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  });

  it('have one without any text, as a scan', async () => {
    expect((await textOf(scanned)).trim()).toBe('');
  });
});

async function textOf(file: string): Promise<string> {
  const data = new Uint8Array(readFileSync(join(folder, file)));
  const loading = getDocument({ data, verbosity: VerbosityLevel.ERRORS });
  const pdf = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''),
    );
  }
  await loading.destroy();
  return pages.join('\n').replace(/ +/g, ' ');
}
