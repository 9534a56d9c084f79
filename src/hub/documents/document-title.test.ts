import { describe, expect, it } from 'vitest';
import { usableTitle } from './document-title.ts';

describe('titles that files carry', () => {
  it('keeps a title, in NFC and with tidy spaces', () => {
    const decomposed = 'Tờ trình về  đầu tư công'.normalize('NFD');
    expect(usableTitle([`  ${decomposed}\r\n`])).toBe('Tờ trình về đầu tư công');
    expect(usableTitle(['Báo cáo\u0000\u200b số 5'])).toBe('Báo cáo số 5');
  });

  it('takes the first candidate that says something', () => {
    expect(usableTitle(['untitled', 'Nghị quyết về chuyển đổi số'])).toBe('Nghị quyết về chuyển đổi số');
    expect(usableTitle([undefined, null, 7, ['x'], 'Kế hoạch năm 2027'])).toBe('Kế hoạch năm 2027');
  });

  it.each([
    'Microsoft Word - bao cao 9 thang.docx',
    'Microsoft PowerPoint - trinh bay',
    'PowerPoint Presentation',
    'Untitled',
    'untitled.cdr',
    'Không có tiêu đề',
    'Tài liệu 1',
    'Document1',
    'scan0012',
    'Scanned 3',
    'to-trinh-final.pdf',
    'C:\\Users\\vanthu\\Desktop\\to trinh',
    'http://example.invalid/to-trinh',
    '2026-06-10 (1)',
    '49/2026',
    '-',
    '',
    '   ',
    'B¸o c¸o t×nh h×nh kinh tÕ',
    'Baùo caùo tình hình ñaàu tö coâng naêm',
    'T\uFFFD tr\uFFFDnh',
  ])('drops "%s", which names no paper', (title) => {
    expect(usableTitle([title])).toBeNull();
  });

  it.each([
    'Microsoft và chuyển đổi số',
    'Tài liệu hướng dẫn bỏ phiếu kín',
    'Scan hồ sơ đất đai tại các xã',
    'Quy hoạch 5.000 km² vùng ven biển',
  ])('keeps "%s", which only looks like it', (title) => {
    expect(usableTitle([title])).toBe(title);
  });

  it('shortens what no list could show', () => {
    expect(usableTitle(['Báo cáo '.repeat(200)])?.length).toBeLessThanOrEqual(300);
  });
});
