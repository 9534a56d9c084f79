import { describe, expect, it } from 'vitest';
import { compareNames, isHiddenName, titleOfFile, titleOfFolder } from './file-names.ts';

describe('order of names', () => {
  it('counts numbers as people do', () => {
    const names = ['10. Kết luận', '2. Đầu tư', '1. Kinh tế', '03 - Cán bộ'];
    expect(names.toSorted(compareNames)).toEqual(['1. Kinh tế', '2. Đầu tư', '03 - Cán bộ', '10. Kết luận']);
    expect(['Phụ lục 10', 'Phụ lục 9', 'Phụ lục 1'].toSorted(compareNames)).toEqual([
      'Phụ lục 1',
      'Phụ lục 9',
      'Phụ lục 10',
    ]);
  });

  it('orders Vietnamese letters as the alphabet does', () => {
    expect(['Đầu tư', 'Dân vận', 'Ưu đãi', 'Uỷ ban', 'Ăn', 'An'].toSorted(compareNames)).toEqual([
      'An',
      'Ăn',
      'Dân vận',
      'Đầu tư',
      'Uỷ ban',
      'Ưu đãi',
    ]);
  });

  it('gives the same order for names composed and decomposed', () => {
    expect(compareNames('Tờ trình', 'Tờ trình'.normalize('NFD'))).toBe(0);
    expect(compareNames('a.pdf', 'A.pdf')).not.toBe(0);
  });
});

describe('titles from names', () => {
  it.each([
    ['1. Kinh tế', 'Kinh tế'],
    ['02 - Đầu tư công', 'Đầu tư công'],
    ['02 Đầu tư công', 'Đầu tư công'],
    ['3) Công tác cán bộ', 'Công tác cán bộ'],
    ['ND4 Tài liệu mật', 'Tài liệu mật'],
    ['Nội dung 5: Kết luận', 'Kết luận'],
    ['1.2 Quy hoạch', 'Quy hoạch'],
    ['Nội dung 3', 'Nội dung 3'],
    ['9 tháng đầu năm', '9 tháng đầu năm'],
    ['07.10.2026 Họp thường kỳ', '07.10.2026 Họp thường kỳ'],
    ['2026', '2026'],
    ['chuyen_doi_so', 'Chuyen doi so'],
    ['01', '01'],
  ])('folder "%s" becomes "%s"', (name, title) => {
    expect(titleOfFolder(name)).toBe(title);
  });

  it.each([
    ['02_bao-cao_tong-hop.pdf', 'Bao cao tong hop'],
    ['du-thao-nghi-quyet.PDF', 'Du thao nghi quyet'],
    ['Tờ trình - bản cuối.pdf', 'Tờ trình – bản cuối'],
    ['49-2026-ND-CP.pdf', '49-2026-ND-CP'],
    ['199-ndcp.signed.pdf', '199-ndcp'],
    ['45-TTr-TU_ve_chuyen_doi_so.pdf', '45-TTr-TU ve chuyen doi so'],
    ['Bao cao (2).pdf', 'Bao cao'],
    ['Kế hoạch - Copy.pdf', 'Kế hoạch'],
    ['to-trinh_signed.pdf', 'To trinh'],
    ['1.pdf', '1'],
  ])('file "%s" becomes "%s"', (name, title) => {
    expect(titleOfFile(name)).toBe(title);
  });

  it('composes names that macOS decomposed', () => {
    expect(titleOfFile('Báo cáo tổng hợp.pdf'.normalize('NFD'))).toBe('Báo cáo tổng hợp');
    expect(titleOfFolder('2. Đầu tư công'.normalize('NFD'))).toBe('Đầu tư công');
  });
});

describe('names that nobody means', () => {
  it.each(['.DS_Store', '._to trinh.pdf', '~$bao cao.docx', 'Thumbs.db', 'desktop.ini', '__MACOSX'])(
    '%s',
    (name) => {
      expect(isHiddenName(name)).toBe(true);
    },
  );

  it('leaves all others', () => {
    expect(isHiddenName('Tờ trình.pdf')).toBe(false);
    expect(isHiddenName('__dự thảo')).toBe(false);
  });
});
