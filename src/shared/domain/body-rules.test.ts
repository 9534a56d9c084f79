import { expect, it } from 'vitest';
import { body } from '../records/meeting.ts';
import { decisionsOf, speechLimitMs, votingRulesOf } from './body-rules.ts';

const plain = body.parse({
  name: 'Ban Thường vụ',
  inOffice: 15,
  presence: null,
  decision: { base: 'in-office', threshold: 'more-than-half' },
  source: '',
});

it('[BODY-1] rules that say nothing let an answer change, give no vote to a substitute and set no time', () => {
  expect(votingRulesOf(plain)).toEqual({ mayChange: true, substituteVotes: false, otherOpinion: false });
  expect(speechLimitMs(plain)).toBeNull();
  expect(decisionsOf(plain, 'Quyết định thường')).toEqual([
    { id: 'ordinary', name: 'Quyết định thường', rule: plain.decision },
  ]);
});

it('[BODY-1] own kinds of decision follow the ordinary one, which a body may name itself', () => {
  const rule = { base: 'in-office', threshold: 'two-thirds' } as const;
  const removal = { id: 'removal', name: 'Bãi nhiệm', rule };
  expect(decisionsOf({ ...plain, decisions: [removal] }, 'Thường').map(({ id }) => id)).toEqual([
    'ordinary',
    'removal',
  ]);
  const own = { id: 'ordinary', name: 'Nghị quyết', rule: plain.decision };
  expect(decisionsOf({ ...plain, decisions: [removal, own] }, 'Thường')[0]?.name).toBe('Nghị quyết');
  expect(speechLimitMs({ speechMinutes: 5 })).toBe(300_000);
});
