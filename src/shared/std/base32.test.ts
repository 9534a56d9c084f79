import { expect, it } from 'vitest';
import { checkCode } from './base32.ts';

it('reads a hash as eight characters that nobody misreads', () => {
  expect(checkCode('00'.repeat(32))).toBe('0000-0000');
  expect(checkCode('ff'.repeat(32))).toBe('ZZZZ-ZZZZ');
  expect(checkCode('0123456789abcdef')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
