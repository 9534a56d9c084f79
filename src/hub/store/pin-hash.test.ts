import { describe, expect, it } from 'vitest';
import { hashPin, pinMatches } from './pin-hash.ts';

describe('a kept PIN', () => {
  it('is recognised, and another is not', async () => {
    const kept = await hashPin('482915');
    expect(await pinMatches('482915', kept)).toBe(true);
    expect(await pinMatches('482916', kept)).toBe(false);
  });

  it('does not show in what is kept, and equal PINs do not look equal', async () => {
    const [one, two] = await Promise.all([hashPin('1357'), hashPin('1357')]);
    expect(JSON.stringify(one)).not.toContain('1357');
    expect(one.hash).not.toBe(two.hash);
    expect(one).toMatchObject({ cost: 32_768, block: 8, lanes: 1 });
  });

  it('is still recognised after the cost for new ones has changed', async () => {
    const kept = { salt: '00ff', cost: 1024, block: 8, lanes: 1, hash: '' };
    const { scryptSync } = await import('node:crypto');
    const hash = scryptSync('2468', Buffer.from(kept.salt, 'hex'), 32, { N: 1024, r: 8, p: 1 }).toString(
      'hex',
    );
    expect(await pinMatches('2468', { ...kept, hash })).toBe(true);
  });
});
