import { describe, expect, it } from 'vitest';
import { findAll, foldPhrase } from './find-in-text.ts';

const found = (text: string, typed: string): string[] =>
  findAll(text, foldPhrase(typed)).map(({ start, end }) => text.slice(start, end));

describe('finding words in a page', () => {
  it.each(['NFC', 'NFD'] as const)(
    '`nghi quyet` finds "Nghị quyết" in %s, and the words as they stand',
    (form) => {
      const text = 'Căn cứ Nghị quyết số 01, NGHỊ QUYẾT này'.normalize(form);
      expect(found(text, 'nghi quyet').map((words) => words.normalize('NFC'))).toEqual([
        'Nghị quyết',
        'NGHỊ QUYẾT',
      ]);
      expect(found(text, 'Nghị quyết'.normalize('NFD'))).toHaveLength(2);
    },
  );

  it('finds đ by d, and letters whatever their case', () => {
    expect(found('Đại biểu được bầu', 'dai bieu duoc')).toEqual(['Đại biểu được']);
  });

  it('does not mind how lines are broken, nor spaces around what was typed', () => {
    expect(found('Hội đồng\n  nhân dân', ' hoi dong nhan ')).toEqual(['Hội đồng\n  nhân']);
  });

  it('finds nothing for nothing, and hits never overlap', () => {
    expect(found('aaaa', '  ')).toEqual([]);
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(found('Quyết định', 'nghị')).toEqual([]);
  });

  it('keeps a mark that stands after its letter with the letter', () => {
    const text = 'Điều lệ\u0323 '.normalize('NFD');
    expect(found(text, 'dieu le').map((words) => words.normalize('NFC'))).toEqual([
      'Điều lệ\u0323'.normalize('NFC'),
    ]);
  });
});
