import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostSeats, readMac, readSeatList, type ExpectedSeat } from './seat-list.ts';

const linesOf = (text: string): number[] => {
  const read = readSeatList(text);
  return read.ok ? [] : read.reason.map(({ line }) => line);
};
const seatsOf = (text: string): readonly ExpectedSeat[] => {
  const read = readSeatList(text);
  if (!read.ok) throw new Error(read.reason.map(({ en }) => en).join(' '));
  return read.value;
};
const table = 'name,seat,role,mac\nMáy A01,A01,seat,aa:bb:cc:00:00:01\nBàn chủ tọa,,chair,\n';
const expected = [
  { line: 2, name: 'Máy A01', seat: 'A01', surface: 'seat', mac: 'aa:bb:cc:00:00:01' },
  { line: 3, name: 'Bàn chủ tọa', seat: null, surface: 'chair', mac: null },
];

describe('the list of seats', () => {
  it('[PAIR-5] is read with an English or a Vietnamese header, whatever stands between the fields', () => {
    expect(seatsOf(table)).toEqual(expected);
    for (const [separator, newline] of [
      [';', '\r\n'],
      ['\t', '\n'],
      [',', '\r'],
    ] as const) {
      const written = `\uFEFFTên máy,Vị trí,Vai trò,Địa chỉ MAC\nMáy A01,a01,Đại biểu,AA-BB-CC-00-00-01\nBàn chủ tọa,,Chủ tọa,\n`;
      expect(seatsOf(written.replaceAll(',', separator).replaceAll('\n', newline))).toEqual(expected);
    }
  });

  it('[PAIR-5] is read with columns in any order, decomposed marks and the line that spreadsheets put first', () => {
    const written = 'sep=;\nVị trí;MAC;Tên\nA01;aabb.cc00.0001;Máy A01\n'.normalize('NFD');
    expect(seatsOf(written)).toEqual([{ ...expected[0], line: 3 }]);
    expect(seatsOf('seat\nA01\n\n\nA02').map(({ seat, line }) => [seat, line])).toEqual([
      ['A01', 2],
      ['A02', 5],
    ]);
  });

  it('[PAIR-5] is read back as it was written, with quotes and line breaks inside names', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'Ế', '"', ',', ';', ' ', '\n', '7'),
      minLength: 1,
      maxLength: 20,
    });
    const row = fc.record({ name: name.map((text) => `x${text}x`), number: fc.integer({ min: 1, max: 99 }) });
    const rows = fc.uniqueArray(row, { selector: ({ number }) => number, minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';'), fc.boolean(), (all, separator, hasMark) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const body = all.map(({ name: text, number }) =>
          [quoted(text), `B${number}`, 'seat'].join(separator),
        );
        const text = [['name', 'seat', 'role'].join(separator), ...body].join('\r\n');
        const read = seatsOf(`${hasMark ? '\uFEFF' : ''}${text}`);
        expect(read.map((one) => [one.name, one.seat])).toEqual(
          all.map((one) => [one.name, `B${one.number}`]),
        );
      }),
    );
  });

  it('[PAIR-5] refuses whatever it does not understand, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = readSeatList(`name,seat,role,mac\n${text}`);
        const sound = read.ok
          ? read.value.every(({ seat, surface }) => (seat !== null) === (surface === 'seat'))
          : read.reason.length > 0;
        expect(sound).toBe(true);
      }),
    );
  });

  it.each([
    ['an empty file', '', [1]],
    ['only a header', 'name,seat,role,mac\n', [1]],
    ['no header', 'A01,A01,seat,\n', [1]],
    ['another column', 'name,seat,colour\nx,A01,red\n', [1]],
    ['a column twice', 'seat,vị trí\nA01,A01\n', [1]],
    ['bytes that are not UTF-8', 'name,seat\nM\uFFFDy,A01\n', [1]],
    ['an open quote', 'name,seat\n"Máy,A01\nB,A02\n', [2]],
    ['no such seat', 'name,seat\nx,A01\ny,A1234\nz,7\n', [3, 4]],
    ['no such role', 'seat,role\nA01,guest\n', [2]],
    ['a delegate without a seat', 'name,seat,role\nx,,seat\n', [2]],
    ['a chairperson with one', 'seat,role\nA01,chair\n', [2]],
    ['no such address', 'seat,mac\nA01,aa:bb:cc\nA02,ff:ff:ff:ff:ff:ff\nA03,00:00:00:00:00:00\n', [2, 3, 4]],
    ['a seat twice', 'seat\nA01\nA02\na01\n', [4]],
    ['an address twice', 'seat,mac\nA01,aa-bb-cc-00-00-01\nA02,aabbcc000001\n', [3]],
    ['a field too many', 'seat,role\nA01,seat,more\n', [2]],
    ['a name that is too long', `name,seat\n${'x'.repeat(65)},A01\n`, [2]],
    ['too many', `seat\n${'A01\n'.repeat(mostSeats + 1)}`, [mostSeats + 2]],
  ])('[PAIR-5] names the lines: %s', (_what, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
    const read = readSeatList(text);
    for (const { line, vi } of read.ok ? [] : read.reason)
      expect(vi).toMatch(new RegExp(`^Dòng ${line}: .*\\.$`));
  });
});

it('an address of a network card has one spelling', () => {
  for (const text of ['AA:BB:CC:00:00:01', 'aa-bb-cc-00-00-01', 'aabb.cc00.0001', 'AABBCC000001'])
    expect(readMac(text)).toBe('aa:bb:cc:00:00:01');
  for (const text of ['', 'aa:bb-cc:00:00:01', 'aabbcc00000', 'gg:bb:cc:00:00:01', '01:00:5e:00:00:01'])
    expect(readMac(text)).toBeNull();
});
