import { describe, expect, it } from 'vitest';
import { isPinOf, isProofOf, issueHere } from './kept-pin.ts';

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
