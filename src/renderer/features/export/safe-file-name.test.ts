import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

describe('safeFileName', () => {
  it('composes what was written in pieces and takes slashes out', () => {
    expect(safeFileName('Tờ trình số 12/TTr-UBND'.normalize('NFD'), '.pdf')).toBe(
      'Tờ trình số 12-TTr-UBND.pdf',
    );
  });

  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['CON', '-CON'],
    ['nul.txt', '-nul.txt'],
    ['Kết luận. ', 'Kết luận'],
    ['a\u202Egnp.exe', 'agnp.exe'],
    ['\u0000\n', 'tai-lieu'],
    ['', 'tai-lieu'],
  ])('makes %j into a name that leads nowhere', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('cuts a long title between two words', () => {
    const name = safeFileName(`${'nghị quyết '.repeat(20)}`, '.pdf');
    expect(name).toMatch(/^(nghị quyết )+nghị( quyết)?\.pdf$/);
    expect(name.length).toBeLessThanOrEqual(100);
  });

  it('is safe for any text', () => {
    const units = fc.oneof(
      fc.constantFrom('.', '/', '\\', ':', ' ', '\u0301', '\u202E'),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    );
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 300 }), fc.constantFrom('', '.pdf'), (name, ending) => {
        const safe = safeFileName(name, ending);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^\.|^$/u);
        expect(safe.normalize('NFC')).toBe(safe);
        expect(safe.isWellFormed()).toBe(true);
        expect(safe.length).toBeLessThanOrEqual(101);
        expect(safe.endsWith(ending)).toBe(true);
      }),
    );
  });
});
