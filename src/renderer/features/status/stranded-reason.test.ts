import { describe, expect, it } from 'vitest';
import { participantId, personId, seatLabel } from '../../../shared/records/ids.ts';
import { sortOutbox, type Entry } from './outbox-words.ts';
import { strandedReason } from './stranded-reason.ts';

const [lan, minh] = [participantId.parse('p-lan'), participantId.parse('p-minh')];
const [person, substitute] = [personId.parse('n-lan'), personId.parse('n-other')];
const [a11, dp1] = [seatLabel.parse('A11'), seatLabel.parse('DP1')];

const entry = (of: Partial<Entry>): Entry =>
  ({ id: 'c1', command: 'ballot/cast', participantId: lan, personId: person, answer: null, ...of }) as Entry;

describe('[SEAT-4] what nobody here may send', () => {
  it('stands apart from what waits for the link, by who is signed in', () => {
    const ballot = entry({});
    expect(sortOutbox([ballot], { participantId: lan, personId: person })).toMatchObject({
      waiting: [ballot],
      stranded: [],
    });
    for (const now of [
      { participantId: minh, personId: null },
      { participantId: null, personId: null },
      { participantId: lan, personId: substitute },
    ])
      expect(sortOutbox([ballot], now)).toMatchObject({ waiting: [], stranded: [ballot] });
  });

  it('a call that nobody signed in made waits for the link alone', () => {
    const call = entry({ command: 'call/make', participantId: null, personId: null });
    expect(sortOutbox([call], { participantId: minh, personId: null })).toMatchObject({ waiting: [call] });
  });

  it('is for good where its person sits elsewhere or has a substitute', () => {
    const here = { personId: person, seat: a11 };
    expect(strandedReason(entry({}), here, a11)).toBe('waits-for-sign-in');
    expect(strandedReason(entry({}), null, a11)).toBe('waits-for-sign-in');
    expect(strandedReason(entry({}), { ...here, seat: dp1 }, a11)).toBe('moved');
    expect(strandedReason(entry({}), { ...here, personId: substitute }, a11)).toBe('replaced');
    expect(strandedReason(entry({ personId: null }), here, a11)).toBe('waits-for-sign-in');
  });
});
