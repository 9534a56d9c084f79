import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPdfInspector, type PdfInspector } from './inspect-pdf.ts';
import { cut, makePdf } from './pdf-samples.ts';
import { readMeetingFolder, type FolderPlan } from './read-folder.ts';

let inspector: PdfInspector;
let folder: string;
let pdf: Uint8Array;

beforeAll(async () => {
  inspector = createPdfInspector({ maxBytes: 100_000 });
  pdf = await makePdf({ pages: 1 });
});
afterAll(() => inspector.stop());
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nghisu-folder-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, bytes: Uint8Array | string = pdf): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

async function plan(): Promise<FolderPlan> {
  const read = await readMeetingFolder(folder, inspector);
  if (!read.ok) throw new Error(read.reason.code);
  return read.value;
}

const outline = (of: FolderPlan): unknown =>
  of.items.map((item) => [item.title, item.documents.map((each) => each.title)]);

describe('a meeting from a folder', () => {
  it('makes an item of each sub-folder, in natural order, with its papers', async () => {
    put('10. Kết luận/Dự thảo kết luận.pdf');
    put('1. Kinh tế/2_phu_luc.pdf');
    put('1. Kinh tế/1_bao_cao.pdf');
    put('1. Kinh tế/10_tham_khao.pdf');
    put('02 - Chuyển đổi số/45-TTr-TU.pdf');
    expect(outline(await plan())).toEqual([
      ['Kinh tế', ['Bao cao', 'Phu luc', 'Tham khao']],
      ['Chuyển đổi số', ['45-TTr-TU']],
      ['Kết luận', ['Dự thảo kết luận']],
    ]);
  });

  it('gathers loose papers in a first item where there are sub-folders', async () => {
    put('Giấy mời.pdf');
    put('1. Kinh tế/Báo cáo.pdf');
    expect(outline(await plan())).toEqual([
      ['Tài liệu chung', ['Giấy mời']],
      ['Kinh tế', ['Báo cáo']],
    ]);
  });

  it('makes an item of each loose paper where there is no sub-folder', async () => {
    put('2. Đầu tư công.pdf');
    put('1. Kinh tế.pdf');
    expect(outline(await plan())).toEqual([
      ['Kinh tế', ['Kinh tế']],
      ['Đầu tư công', ['Đầu tư công']],
    ]);
  });

  it('prefers the title in the PDF to the file name', async () => {
    put('a.pdf', await makePdf({ title: 'Tờ trình về đầu tư công' }));
    put('b_nghi_quyet.pdf', await makePdf({ title: 'Microsoft Word - b.docx' }));
    expect(outline(await plan())).toEqual([
      ['Tờ trình về đầu tư công', ['Tờ trình về đầu tư công']],
      ['B nghi quyet', ['B nghi quyet']],
    ]);
  });

  it('composes names that macOS decomposed, and still finds the files', async () => {
    put(`${'1. Đầu tư'.normalize('NFD')}/${'Tờ trình.pdf'.normalize('NFD')}`);
    const [item] = (await plan()).items;
    expect(item?.title).toBe('Đầu tư'.normalize('NFC'));
    expect(item?.documents[0]).toMatchObject({
      title: 'Tờ trình'.normalize('NFC'),
      pages: 1,
      bytes: pdf.length,
    });
    expect(item?.documents[0]?.fileName).toBe('Tờ trình.pdf'.normalize('NFC'));
    expect(await inspector.inspect(pdf)).toMatchObject({ sha256: item?.documents[0]?.sha256 });
  });

  it('takes papers of deeper folders after the item’s own', async () => {
    put('1. Kinh tế/Phụ lục/Biểu 1.pdf');
    put('1. Kinh tế/Báo cáo.pdf');
    expect(outline(await plan())).toEqual([['Kinh tế', ['Báo cáo', 'Biểu 1']]]);
  });

  it('keeps an item whose folder holds no papers', async () => {
    put('1. Kinh tế/Báo cáo.pdf');
    mkdirSync(join(folder, '4. Tài liệu mật'));
    expect(outline(await plan())).toEqual([
      ['Kinh tế', ['Báo cáo']],
      ['Tài liệu mật', []],
    ]);
  });

  it('lists what it refused, with the code, and goes on', async () => {
    put('1. Kinh tế/Báo cáo.pdf');
    put('1. Kinh tế/Bảng tính.xlsx', 'PK\u0003\u0004');
    put('1. Kinh tế/Cắt.pdf', cut(pdf, 900));
    put('1. Kinh tế/Khóa.pdf', await makePdf({ ownerPassword: 'x' }));
    put('1. Kinh tế/Lớn.pdf', new Uint8Array(100_001));
    put('1. Kinh tế/Rỗng.pdf', '');
    put('1. Kinh tế/Trang web.pdf', '<html></html>');
    const made = await plan();
    expect(outline(made)).toEqual([['Kinh tế', ['Báo cáo']]]);
    expect(made.refusedFiles).toEqual([
      { path: '1. Kinh tế/Bảng tính.xlsx', code: 'document/not-pdf' },
      { path: '1. Kinh tế/Cắt.pdf', code: 'document/truncated' },
      { path: '1. Kinh tế/Khóa.pdf', code: 'document/encrypted' },
      { path: '1. Kinh tế/Lớn.pdf', code: 'document/too-large' },
      { path: '1. Kinh tế/Rỗng.pdf', code: 'document/empty' },
      { path: '1. Kinh tế/Trang web.pdf', code: 'document/not-pdf' },
    ]);
  });

  it('passes over hidden files and folders without a word', async () => {
    put('.DS_Store', 'x');
    put('.git/config', 'x');
    put('__MACOSX/1. Kinh tế/._Báo cáo.pdf', 'x');
    put('1. Kinh tế/._Báo cáo.pdf', 'x');
    put('1. Kinh tế/~$Báo cáo.docx', 'x');
    put('1. Kinh tế/Báo cáo.pdf');
    const made = await plan();
    expect(outline(made)).toEqual([['Kinh tế', ['Báo cáo']]]);
    expect(made.refusedFiles).toEqual([]);
  });

  it('follows links only to files that lie in the folder', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'nghisu-elsewhere-'));
    try {
      writeFileSync(join(elsewhere, 'Mật.pdf'), pdf);
      put('1. Kinh tế/Báo cáo.pdf');
      symlinkSync(join(folder, '1. Kinh tế', 'Báo cáo.pdf'), join(folder, '1. Kinh tế', 'Lối tắt.pdf'));
      symlinkSync(join(elsewhere, 'Mật.pdf'), join(folder, '1. Kinh tế', 'Ra ngoài.pdf'));
      symlinkSync(elsewhere, join(folder, '2. Ra ngoài'));
      symlinkSync(folder, join(folder, '1. Kinh tế', 'Vòng tròn'));
      symlinkSync(join(elsewhere, 'không có'), join(folder, '1. Kinh tế', 'Đứt.pdf'));
      const made = await plan();
      expect(outline(made)).toEqual([['Kinh tế', ['Báo cáo', 'Lối tắt']]]);
      expect(made.refusedFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
        ['1. Kinh tế/Ra ngoài.pdf', '1. Kinh tế/Vòng tròn', '1. Kinh tế/Đứt.pdf', '2. Ra ngoài'].map(
          (path) => ({
            path,
            code: 'document/link-not-followed',
          }),
        ),
      );
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it('does not wait for a pipe', async ({ skip }) => {
    skip(process.platform === 'win32', 'named pipes are made with mkfifo');
    put('Báo cáo.pdf');
    execFileSync('mkfifo', [join(folder, 'ống.pdf')]);
    expect((await plan()).refusedFiles).toEqual([{ path: 'ống.pdf', code: 'document/not-pdf' }]);
  });

  it('refuses a folder that is not there, is a file, or holds no paper', async () => {
    put('Rỗng.pdf', '');
    mkdirSync(join(folder, '1. Kinh tế'));
    const refusalOf = async (path: string): Promise<unknown> => {
      const read = await readMeetingFolder(path, inspector);
      return read.ok ? 'a plan' : read.reason;
    };
    expect(await refusalOf(join(folder, 'nowhere'))).toEqual({ code: 'folder/not-found', refusedFiles: [] });
    expect(await refusalOf(join(folder, 'Rỗng.pdf'))).toEqual({ code: 'folder/not-found', refusedFiles: [] });
    expect(await refusalOf(folder)).toEqual({
      code: 'folder/without-documents',
      refusedFiles: [{ path: 'Rỗng.pdf', code: 'document/empty' }],
    });
  });
});
