import { describe, expect, it } from 'vitest';
import { participantId } from '../../../shared/records/ids.ts';
import { vote, type Vote } from '../../../shared/records/vote.ts';
import { countFields, draftFlaw, figuresIn } from './count-draft.ts';

const aVote = (part: Partial<Vote>): Vote => ({
  ...vote.parse({
    id: 'v1',
    meetingId: 'm1',
    itemId: 'i1',
    order: 1,
    title: 'Biểu quyết',
    rule: { base: 'in-office', threshold: 'more-than-half' },
    kind: 'raised-hands',
    form: { type: 'approval', other: false },
    mayChange: true,
    versionId: null,
    state: 'open',
    electorate: Array.from({ length: 14 }, (_, at) => `p${at}`),
    summoned: 15,
    countingBoard: [],
    paperVoters: [],
    counted: false,
    namesShown: false,
    received: 0,
    openedAt: 0,
    lockedAt: null,
    announcedAt: null,
  }),
  ...part,
});

describe('a count being typed', () => {
  it('[AT-29] says that 13 – 0 – 1 fits 14, and that nothing less does', () => {
    expect(draftFlaw(aVote({}), { approve: '13', abstain: '1' })).toBeNull();
    expect(draftFlaw(aVote({}), { approve: '13' })).toBe('answers');
    expect(draftFlaw(aVote({}), { approve: '-1' })).toBe('number');
  });

  it('[AT-35] knows how many paper ballots were given out', () => {
    const mixed = aVote({ kind: 'mixed', paperVoters: [participantId.parse('p9')] });
    const invalid = { issued: '1', returned: '1', valid: '0', invalid: '1' };
    expect(draftFlaw(mixed, invalid)).toBeNull();
    expect(draftFlaw(mixed, { ...invalid, issued: '2' })).toBe('issued');
  });

  it('[VOTE-12] has a box for each option and none for what the form does not ask', () => {
    const form = { type: 'options' as const, options: ['Một', 'Hai'], most: 1 };
    const paper = aVote({ kind: 'paper', form });
    expect(countFields(paper)).toEqual([
      'issued',
      'returned',
      'valid',
      'invalid',
      'option-0',
      'option-1',
      'abstain',
    ]);
    expect(figuresIn(paper, { approve: '5', 'option-1': '3' })).toMatchObject({
      approve: 0,
      options: [0, 3],
    });
  });
});
