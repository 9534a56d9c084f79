import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment, pairingCode, ticketProof, type Compared } from './pairing-code.ts';

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const wish = fc.record({
  surface: fc.constantFrom('seat', 'chair'),
  seat: fc.constantFrom(null, 'A01', 'A02'),
});
const compared: fc.Arbitrary<Compared> = fc.record({
  authority: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  csr: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  hubNonce: bytes(32),
  terminalNonce: bytes(32),
  wish,
});
const fixed: Compared = {
  authority: new Uint8Array([1, 2, 3]),
  csr: new Uint8Array([4, 5]),
  hubNonce: new Uint8Array(32).fill(6),
  terminalNonce: new Uint8Array(32).fill(7),
  wish: { surface: 'seat', seat: 'A01' },
};

/** Random inputs meet in the code once in a million times: what is compared here is a whole family of codes. */
function codesOf(one: Compared): string {
  const nonces = [0, 1, 2].map((number) => new Uint8Array(32).fill(number));
  return nonces.map((hubNonce) => pairingCode({ ...one, hubNonce })).join(' ');
}

describe('the code that people compare', () => {
  it('[PAIR-1] is six digits, and the same at both sides', () => {
    fc.assert(
      fc.property(compared, (one) => {
        expect(pairingCode(one)).toMatch(/^\d{6}$/);
        const { seat, surface } = one.wish;
        expect(pairingCode({ ...one, wish: { seat, surface } })).toBe(pairingCode(one));
      }),
    );
  });

  it('[PAIR-1] is another one as soon as the authority, the request, a nonce or the wish is', () => {
    fc.assert(
      fc.property(compared, compared, (mine, other) => {
        for (const part of ['authority', 'csr', 'terminalNonce', 'wish'] as const) {
          fc.pre(
            Buffer.compare(
              Buffer.from(JSON.stringify(mine[part])),
              Buffer.from(JSON.stringify(other[part])),
            ) !== 0,
          );
          expect(codesOf({ ...mine, [part]: other[part] })).not.toBe(codesOf(mine));
        }
      }),
    );
  });

  it('[PAIR-1] lets no byte move from one part into the next', () => {
    fc.assert(
      fc.property(compared, fc.nat(60), (one, at) => {
        const both = [...one.authority, ...one.csr];
        fc.pre(at !== one.authority.length && at < both.length);
        const moved = { authority: new Uint8Array(both.slice(0, at)), csr: new Uint8Array(both.slice(at)) };
        expect(codesOf({ ...one, ...moved })).not.toBe(codesOf(one));
      }),
    );
  });

  it('[PAIR-1] is spread evenly over a million', () => {
    const firsts = Array.from({ length: 2_000 }, (_, number) =>
      pairingCode({
        ...fixed,
        hubNonce: new Uint8Array(32).fill(number % 256),
        csr: new Uint8Array([number >> 8]),
      }).charAt(0),
    );
    for (const digit of '0123456789') {
      const times = firsts.filter((first) => first === digit).length;
      expect(times).toBeGreaterThan(120);
      expect(times).toBeLessThan(280);
    }
  });
});

describe('what is sent before the code', () => {
  it('[PAIR-2] a commitment holds the terminal to its request, its nonce and its wish', () => {
    const committed = commitment(fixed);
    expect(committed).toMatch(/^[0-9a-f]{64}$/);
    const others = [
      { ...fixed, csr: new Uint8Array([4, 6]) },
      { ...fixed, terminalNonce: new Uint8Array(32).fill(8) },
      { ...fixed, wish: { surface: 'seat', seat: 'A02' } },
    ];
    for (const other of others) expect(commitment(other)).not.toBe(committed);
  });

  it('[PAIR-4] a proof of the ticket is good for one authority and one commitment', () => {
    const proof = {
      secret: new Uint8Array(32).fill(1),
      authoritySha256: 'aa'.repeat(32),
      commitment: 'bb'.repeat(32),
    };
    const made = ticketProof(proof);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    const others = [
      { ...proof, secret: new Uint8Array(32).fill(2) },
      { ...proof, authoritySha256: 'ab'.repeat(32) },
      { ...proof, commitment: 'bc'.repeat(32) },
    ];
    for (const other of others) expect(ticketProof(other)).not.toBe(made);
  });
});
