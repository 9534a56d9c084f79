import { argon2Sync, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isAcceptableCost, pinCost, pinFloor } from './pin-cost.ts';
import { issuePin, newSettings, secretsOf, stretchPin } from './stretch-pin.ts';

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const cheap = { memoryKiB: 64, passes: 2, lanes: 1 };

describe('stretching a PIN', () => {
  it('is argon2id and HKDF as OpenSSL knows them', async () => {
    const settings = newSettings(cheap, randomBytes);
    const stretched = await stretchPin('482915', settings);
    const expected = argon2Sync('argon2id', {
      message: '482915',
      nonce: Buffer.from(settings.salt, 'base64'),
      memory: 64,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(Buffer.from(stretched)).toEqual(expected);
    const { proof, wrappingKey } = secretsOf(stretched);
    const derive = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', expected, new Uint8Array(0), purpose, 32));
    expect(proof).toBe(derive('nghisu/pin/proof/1').toString('base64'));
    expect(Buffer.from(wrappingKey)).toEqual(derive('nghisu/pin/wrap/1'));
  });

  it('[LAYER-4] tells the hub nothing that opens the notes', async () => {
    const { issued, wrappingKey } = await issuePin('482915', newSettings(cheap, randomBytes), stretchPin);
    const told = JSON.stringify(issued);
    expect(told).not.toContain('482915');
    expect(told).not.toContain(Buffer.from(wrappingKey).toString('base64'));
    expect(issued.proof).not.toBe(Buffer.from(wrappingKey).toString('base64'));
  });

  it('gives equal PINs different proofs', async () => {
    const proofs = [1, 2].map(
      async () => (await issuePin('1234', newSettings(cheap, randomBytes), stretchPin)).issued.proof,
    );
    const [one, two] = await Promise.all(proofs);
    expect(one).not.toBe(two);
  });
});

describe('what stretching costs', () => {
  it('[LAYER-4] is never below the floor, nor beyond what a hostile hub could ask', () => {
    expect([pinFloor, pinCost].every(isAcceptableCost)).toBe(true);
    expect(isAcceptableCost({ ...pinFloor, memoryKiB: pinFloor.memoryKiB - 1 })).toBe(false);
    expect(isAcceptableCost({ ...pinCost, passes: 1 })).toBe(false);
    expect(isAcceptableCost({ ...pinCost, memoryKiB: 1024 * 1024 })).toBe(false);
    expect(isAcceptableCost({ ...pinCost, passes: 16 })).toBe(false);
  });

  it('is at the floor what OWASP asks of argon2id at least', () => {
    expect(pinFloor).toEqual({ memoryKiB: 19 * 1024, passes: 2, lanes: 1 });
  });
});
