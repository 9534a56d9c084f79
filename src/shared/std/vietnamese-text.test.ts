import { expect, it } from 'vitest';
import { compareByGivenName, foldMarks, givenName } from './vietnamese-text.ts';

it('finds "Nghị quyết" by "nghi quyet", in NFC and NFD', () => {
  for (const form of ['NFC', 'NFD'] as const) {
    expect(foldMarks('Nghị quyết về Đầu tư'.normalize(form))).toBe('nghi quyet ve dau tu');
  }
});

it('sorts by the given name, which comes last', () => {
  const names = [
    'Trần Văn Minh',
    'Vũ Hồng Sơn',
    'Đỗ Thị Lan',
    'Nguyễn Thị Hòa',
    'Lê Văn Đức',
    'Phạm Văn Dũng',
  ];
  expect(names.toSorted(compareByGivenName).map(givenName)).toEqual([
    'Dũng',
    'Đức',
    'Hòa',
    'Lan',
    'Minh',
    'Sơn',
  ]);
});
