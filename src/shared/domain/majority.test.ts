import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approvalsNeeded,
  countChoices,
  decideVerdict,
  isPresenceEnough,
  presenceNeeded,
} from './majority.ts';

describe('majorities', () => {
  it.each([
    ['more-than-half', 15, 8],
    ['more-than-half', 14, 8],
    ['more-than-half', 1, 1],
    ['two-thirds', 15, 10],
    ['two-thirds', 14, 10],
    ['two-thirds', 16, 11],
  ] as const)('[VOTE-5] %s of %i needs %i', (threshold, base, needed) => {
    expect(approvalsNeeded(threshold, base)).toBe(needed);
  });

  it('[VOTE-5] 7 of 13 present fail against 15 in office and pass against those present', () => {
    const inOffice = decideVerdict({ base: 'in-office', threshold: 'more-than-half' }, 7, 15, 13);
    const ofPresent = decideVerdict({ base: 'present', threshold: 'more-than-half' }, 7, 15, 13);
    expect(inOffice).toEqual({ base: 15, needed: 8, verdict: 'not-passed' });
    expect(ofPresent).toEqual({ base: 13, needed: 7, verdict: 'passed' });
  });

  it('[VOTE-5] more than half is strict and two thirds is not, for every base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (base) => {
        const half = approvalsNeeded('more-than-half', base);
        const thirds = approvalsNeeded('two-thirds', base);
        expect(half * 2).toBeGreaterThan(base);
        expect((half - 1) * 2).toBeLessThanOrEqual(base);
        expect(thirds * 3).toBeGreaterThanOrEqual(base * 2);
        expect((thirds - 1) * 3).toBeLessThan(base * 2);
      }),
    );
  });

  it('[VOTE-7] an abstention is an answer and not having voted is none', () => {
    expect(countChoices(['approve', 'abstain', 'reject', 'abstain'], 6)).toEqual({
      approve: 1,
      reject: 1,
      abstain: 2,
      notVoted: 2,
    });
  });

  it('[VOTE-2] presence follows the rule of the body, and a body without a rule needs nobody', () => {
    const body = {
      name: 'Ban Thường vụ',
      inOffice: 15,
      presence: { numerator: 2, denominator: 3 },
      decision: { base: 'in-office', threshold: 'more-than-half' },
      source: '',
    } as const;
    expect(presenceNeeded(body.presence, 15)).toBe(10);
    expect(isPresenceEnough(body, 9)).toBe(false);
    expect(isPresenceEnough(body, 10)).toBe(true);
    expect(isPresenceEnough({ ...body, presence: null }, 0)).toBe(true);
  });
});
