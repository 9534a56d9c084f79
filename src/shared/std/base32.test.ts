import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base32FromHex, checkCode, hexFromBase32 } from './base32.ts';

it('reads a hash as eight characters that nobody misreads', () => {
  expect(checkCode('00'.repeat(32))).toBe('0000-0000');
  expect(checkCode('ff'.repeat(32))).toBe('ZZZZ-ZZZZ');
  expect(checkCode('0123456789abcdef')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

it('counts what is missing as zeros', () => {
  expect(base32FromHex('', 3)).toBe('000');
  expect(base32FromHex('f', 4)).toBe('Y000');
});

it('is read back digit by digit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), maxLength: 40 }),
      (hex) => {
        const letters = base32FromHex(hex, Math.ceil((hex.length * 4) / 5));
        expect(hexFromBase32(letters, hex.length)).toBe(hex);
      },
    ),
  );
});
