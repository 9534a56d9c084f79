import { describe, expect, it } from 'vitest';
import {
  chunkBytes,
  chunkCount,
  chunkLength,
  chunkParts,
  clearBytes,
  sealedBytes,
  sealedLength,
  sealedOffset,
} from './chunks.ts';

describe('the chunks of a blob', () => {
  it('cover it without overlap, the last one shorter', () => {
    const bytes = 2 * chunkBytes + 5;
    expect(chunkCount(bytes)).toBe(3);
    expect([0, 1, 2].map((index) => chunkLength(bytes, index))).toEqual([chunkBytes, chunkBytes, 5]);
    expect(() => chunkLength(bytes, 3)).toThrow('outside');
  });

  it('lie sealed one after the other', () => {
    for (const bytes of [1, chunkBytes, chunkBytes + 1, 3 * chunkBytes + 7]) {
      const last = chunkCount(bytes) - 1;
      expect(sealedOffset(last) + sealedLength(chunkLength(bytes, last))).toBe(sealedBytes(bytes));
      expect(clearBytes(sealedBytes(bytes))).toBe(bytes);
    }
  });

  it('count in a torn file only as far as they can be whole', () => {
    const whole = sealedBytes(2 * chunkBytes);
    expect(clearBytes(whole - 1)).toBeLessThan(2 * chunkBytes);
    expect(clearBytes(whole + 10)).toBe(2 * chunkBytes);
    expect(clearBytes(0)).toBe(0);
  });

  it('give any stretch of bytes in parts', () => {
    expect(chunkParts(chunkBytes - 1, 2 * chunkBytes + 3)).toEqual([
      { index: 0, begin: chunkBytes - 1, end: chunkBytes },
      { index: 1, begin: 0, end: chunkBytes },
      { index: 2, begin: 0, end: 3 },
    ]);
    expect(chunkParts(7, 7)).toEqual([]);
  });
});
