import { describe, expect, it } from 'vitest';
import { createRecordCipher } from './record-cipher.ts';

/** A source that never gives the same bytes twice. */
function counting(): (bytes: Uint8Array) => void {
  let next = 0;
  return (bytes) => void bytes.fill((next += 1));
}

const key = new Uint8Array(32).fill(1);

describe('the cipher of records', () => {
  it('opens what it sealed, with Vietnamese marks and of any length', () => {
    const cipher = createRecordCipher(key, counting());
    for (const text of ['', '{}', 'Nghị quyết '.repeat(20_000)]) {
      expect(cipher.open('records|vote/v1', cipher.seal('records|vote/v1', text))).toBe(text);
    }
  });

  it('seals the same text differently each time', () => {
    const cipher = createRecordCipher(key, counting());
    expect(cipher.seal('a', 'text')).not.toBe(cipher.seal('a', 'text'));
  });

  it('does not open under another name, under another key, or with one bit changed', () => {
    const cipher = createRecordCipher(key, counting());
    const sealed = cipher.seal('records|vote/v1', 'text');
    expect(() => cipher.open('records|vote/v2', sealed)).toThrow('invalid tag');
    const other = createRecordCipher(new Uint8Array(32).fill(2), counting());
    expect(() => other.open('records|vote/v1', sealed)).toThrow('invalid tag');
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => cipher.open('records|vote/v1', bytes.toString('base64'))).toThrow('invalid tag');
  });
});
