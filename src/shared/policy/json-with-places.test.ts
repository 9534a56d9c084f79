import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, readJson, valueOf } from './json-with-places.ts';

describe('JSON with places', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readJson(text);
        expect(read.ok && JSON.stringify(valueOf(read.value))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('refuses exactly what JSON.parse refuses', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '01',
      'true',
      'nul',
      '\\',
      ' ',
      '\n',
      '.5',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        expect(readJson(text).ok).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows where every value stands', () => {
    const text = '{\r\n  "a": [1,\n    "ế"],\r  "b": null}';
    const read = readJson(text);
    if (!read.ok || read.value.kind !== 'object') throw new Error('not read');
    const places = read.value.members.map(({ keyAt, value }) => [
      placeOf(text, keyAt),
      placeOf(text, value.at),
    ]);
    expect(places).toEqual([
      [
        { line: 2, column: 3 },
        { line: 2, column: 8 },
      ],
      [
        { line: 4, column: 3 },
        { line: 4, column: 8 },
      ],
    ]);
  });

  it.each([
    ['', 1, 1, 'may have been cut'],
    ['{"a": tr', 1, 7, 'a value belongs here'],
    ['{"a": true', 1, 11, 'may have been cut'],
    ['{"a": "xy', 1, 7, 'may have been cut'],
    ['{\n "a": 1\n "b": 2}', 3, 2, 'a comma'],
    ['{"a": 1,}', 1, 9, 'a comma too many'],
    ['[1, 2,\n]', 2, 1, 'a comma too many'],
    ['{"a" 1}', 1, 6, 'a colon'],
    ['{a: 1}', 1, 2, 'the name of a setting'],
    ['{"a": \'x\'}', 1, 7, 'straight double quotes'],
    ['{"a": “x”}', 1, 7, 'straight double quotes'],
    ['{"a": "x\ny"}', 1, 7, 'not closed on this line'],
    ['{"a": "C:\\Nghi"}', 1, 7, '\\\\'],
    ['// first\n{}', 1, 1, 'no comments'],
    ['{} {}', 1, 4, 'more after the end'],
    ['{"a": True}', 1, 7, 'a value belongs here'],
    ['{"a": 01}', 1, 7, 'a value belongs here'],
    ['['.repeat(40) + ']'.repeat(40), 1, 34, 'nested too deeply'],
  ])('%j: line %i, column %i', (text, line, column, sentence) => {
    const read = readJson(text);
    if (read.ok) throw new Error('read');
    expect(placeOf(text, read.reason.at)).toEqual({ line, column });
    expect(read.reason.sentence.en).toContain(sentence);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
