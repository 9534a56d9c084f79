import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256, type Sha256 } from '../records/ids.ts';
import { provedBytes } from './machine.ts';
import { proveDigest, stretchOf } from './possession.ts';

const name = (digit: string): Sha256 => sha256.parse(digit.repeat(64));
const names = fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => sha256.parse(text));

describe('showing that papers are held', () => {
  it('asks for a stretch inside the document, whatever its length', () => {
    fc.assert(
      fc.property(names, names, fc.integer({ min: 1, max: 300_000_000 }), (nonce, blob, bytes) => {
        const { begin, end } = stretchOf(nonce, blob, bytes);
        expect(begin).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(bytes);
        expect(end - begin).toBe(Math.min(bytes, provedBytes));
      }),
    );
  });

  it('asks for another stretch with another question', () => {
    const begins = ['0', '1', '2', '3'].map((nonce) => stretchOf(name(nonce), name('a'), 50_000_000).begin);
    expect(new Set(begins).size).toBe(begins.length);
  });

  it('shows a difference of one byte, of one document more, and of the question', () => {
    const shown = { blob: name('a'), shown: Uint8Array.of(1, 2, 3) };
    const digests = [
      proveDigest(name('0'), [shown]),
      proveDigest(name('0'), [{ ...shown, shown: Uint8Array.of(1, 2, 4) }]),
      proveDigest(name('0'), [shown, { ...shown, blob: name('b') }]),
      proveDigest(name('1'), [shown]),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(proveDigest(name('0'), [shown])).toBe(digests[0]);
  });
});
