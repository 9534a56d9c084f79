import { describe, expect, it } from 'vitest';
import { copyPolicy } from './meeting.ts';

describe('what a delegate may take along', () => {
  it('says nothing of words in bodies whose rules were written before there was a rule for them', () => {
    expect(copyPolicy.parse({ save: true, print: false })).toEqual({ save: true, print: false });
  });

  it('keeps words on the page where the rules of the body say so', () => {
    expect(copyPolicy.parse({ save: false, print: false, words: false }).words).toBe(false);
    expect(copyPolicy.safeParse({ save: true, print: true, words: 'some' }).success).toBe(false);
  });
});
