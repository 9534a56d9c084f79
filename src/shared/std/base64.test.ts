import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, bytesOfBase64 } from './base64.ts';

describe('base 64', () => {
  it('is what the platform writes, and reads back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64Of(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(bytesOfBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['a', 'ab=c', '====', '=', 'YWI', 'Y*Jj'])('%j is none', (text) => {
    expect(bytesOfBase64(text)).toBeNull();
  });
});
