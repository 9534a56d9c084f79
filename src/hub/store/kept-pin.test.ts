import { describe, expect, it } from 'vitest';
import { secretsOf, stretchPin } from '../../shared/private-layer/stretch-pin.ts';
import { isProofOf, issueHere, type KeptPin } from './kept-pin.ts';

const isPinOf = async (kept: KeptPin, pin: string): Promise<boolean> =>
  isProofOf(kept, secretsOf(await stretchPin(pin, kept.settings)).proof);
const cost = { memoryKiB: 8, passes: 1, lanes: 1 };

describe('a kept PIN', () => {
  it('is recognised, and another is not', async () => {
    const kept = await issueHere('482915', cost);
    expect(await isPinOf(kept, '482915')).toBe(true);
    expect(await isPinOf(kept, '482916')).toBe(false);
  });

  it('[INV-7] does not show in what is kept, and equal PINs do not look equal', async () => {
    const [one, two] = await Promise.all([issueHere('1357', cost), issueHere('1357', cost)]);
    expect(JSON.stringify(one)).not.toContain('1357');
    expect(one.verifier).not.toBe(two.verifier);
    expect(one.settings).toMatchObject(cost);
  });

  it('takes no proof that was made of the verifier itself', async () => {
    const kept = await issueHere('2468', cost);
    const stolen = Buffer.from(kept.verifier, 'hex').toString('base64');
    expect(isProofOf(kept, stolen)).toBe(false);
  });
});
