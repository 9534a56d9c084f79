import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VoteRule, VoteThreshold } from '../records/meeting.ts';
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
    ['three-quarters', 15, 12],
    ['three-quarters', 16, 12],
  ] as const)('[VOTE-5] %s of %i needs %i', (threshold, base, needed) => {
    expect(approvalsNeeded(threshold, base)).toBe(needed);
  });

  it('[VOTE-5] 7 of 13 present fail against 15 in office and pass against those present', () => {
    const inOffice = decideVerdict({ base: 'in-office', threshold: 'more-than-half' }, 7, {
      inOffice: 15,
      present: 13,
    });
    const ofPresent = decideVerdict({ base: 'present', threshold: 'more-than-half' }, 7, {
      inOffice: 15,
      present: 13,
    });
    expect(inOffice).toEqual({ base: 15, needed: 8, verdict: 'not-passed' });
    expect(ofPresent).toEqual({ base: 13, needed: 7, verdict: 'passed' });
  });

  it('[BODY-3] absences with consent are out of the base of those summoned, and of no other', () => {
    const verdict = (base: 'summoned' | 'in-office' | 'present') =>
      decideVerdict({ base, threshold: 'more-than-half' }, 7, { inOffice: 15, present: 13, summoned: 13 });
    expect(verdict('summoned')).toEqual({ base: 13, needed: 7, verdict: 'passed' });
    expect(verdict('in-office')).toEqual({ base: 15, needed: 8, verdict: 'not-passed' });
    expect(verdict('present')).toEqual({ base: 13, needed: 7, verdict: 'passed' });
    expect(
      decideVerdict({ base: 'summoned', threshold: 'more-than-half' }, 7, { inOffice: 15, present: 13 }).base,
    ).toBe(15);
  });

  /** The same rules told apart: how many of `base` are more than half, or at least a part, by counting up. */
  const passes: Record<VoteThreshold, (approve: number, base: number) => boolean> = {
    'more-than-half': (approve, base) => approve > base - approve,
    'two-thirds': (approve, base) => approve > 0 && approve + approve + approve >= base + base,
    'three-quarters': (approve, base) => approve > 0 && 4 * (base - approve) <= base,
  };

  it.each(Object.keys(passes) as VoteThreshold[])(
    '[VOTE-5] [BODY-3] %s agrees with a reference of its own for every base, size and count up to 500',
    (threshold) => {
      const wrong: unknown[] = [];
      const judge = (base: VoteRule['base'], size: number, fewest: number): void => {
        const counted = { 'in-office': 'inOffice', present: 'present', summoned: 'summoned' }[base];
        const members = { inOffice: 1, present: 1, summoned: 1, [counted]: size };
        for (const approve of [0, fewest - 1, fewest, size]) {
          const said = decideVerdict({ base, threshold }, approve, members);
          const verdict = passes[threshold](approve, size) ? 'passed' : 'not-passed';
          const isRight = said.base === size && said.needed === fewest && said.verdict === verdict;
          if (!isRight) wrong.push({ size, base, approve, said });
        }
      };
      for (let size = 1; size <= 500; size += 1) {
        let fewest = 0;
        while (fewest <= size && !passes[threshold](fewest, size)) fewest += 1;
        for (const base of ['in-office', 'present', 'summoned'] as const) judge(base, size, fewest);
      }
      expect(wrong).toEqual([]);
    },
  );

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
