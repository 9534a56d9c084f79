import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../records/ids.ts';
import { isOpen, layerFacts } from './layer-name.ts';

const author = 'chair' as PersonId;

describe('layers', () => {
  it('take writing until an opinion is sent and an instruction is released', () => {
    const instruction = {
      layer: 'instruction',
      author,
      addressee: null,
      writtenAt: 5,
      releasedAt: null,
    } as const;
    expect(isOpen({ layer: 'personal' })).toBe(true);
    expect(isOpen({ layer: 'opinion', author, sentAt: null })).toBe(true);
    expect(isOpen({ layer: 'opinion', author, sentAt: 7 })).toBe(false);
    expect(isOpen(instruction)).toBe(true);
    expect(isOpen({ ...instruction, releasedAt: 7 })).toBe(false);
  });

  it('keep facts of one layer out of another', () => {
    expect(layerFacts.safeParse({ layer: 'personal', author }).success).toBe(false);
    expect(layerFacts.safeParse({ layer: 'opinion', author, sentAt: null }).success).toBe(true);
  });
});
