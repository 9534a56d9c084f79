import { describe, expect, it } from 'vitest';
import { attendance } from '../../../shared/records/attendance.ts';
import { paperCopies, type PaperCopies } from '../../../shared/records/paper-copies.ts';
import { participant } from '../../../shared/records/participant.ts';
import type { Delegate } from '../../data/select/people.ts';
import { copyRows, handOutToAll } from './copy-rows.ts';

const delegate = (seat: string, state: 'present' | 'absent' = 'present', role = 'member'): Delegate => ({
  participant: participant.parse({
    id: `p-${seat}`,
    meetingId: 'm1',
    personId: `n-${seat}`,
    roles: [role],
    seat,
    hasVote: role === 'member',
    movedFrom: null,
    standsInFor: null,
  }),
  person: null,
  attendance: attendance.parse({
    participantId: `p-${seat}`,
    meetingId: 'm1',
    state,
    at: 1,
    late: false,
    reason: '',
    excuse: 'none',
    spans: [],
    deviceId: null,
  }),
});

const people = [
  delegate('A02'),
  delegate('A01'),
  delegate('A03', 'absent'),
  delegate('B01', 'present', 'invited'),
];

const copies = (...holders: readonly (string | null)[]): PaperCopies =>
  paperCopies.parse({
    itemId: 'i3',
    meetingId: 'm1',
    copies: holders.map((holder, at) => ({
      number: at + 1,
      participantId: holder === null ? null : `p-${holder.replace('!', '')}`,
      handedAt: holder === null ? null : 10,
      collectedAt: holder?.endsWith('!') ? 20 : null,
    })),
  });

describe('the list of copies', () => {
  it('goes by seat and offers the lowest free number, to nobody who is absent', () => {
    const rows = copyRows(people, copies('A01', null, null));
    expect(rows.map(({ seat, next }) => [seat, next?.kind ?? '-', next?.number ?? 0])).toEqual([
      ['A01', 'collect', 1],
      ['A02', 'hand-out', 2],
      ['A03', '-', 0],
      ['B01', 'hand-out', 2],
    ]);
  });

  it('is done with whoever has given the copy back, and has nothing to hand out without copies', () => {
    expect(copyRows(people, copies('A01!'))[0]?.next).toBeNull();
    expect(copyRows(people, null).every(({ next }) => next === null)).toBe(true);
  });

  it('hands out to the members who are here, as far as the copies go', () => {
    const some = copies(null, 'A01', null);
    expect(
      handOutToAll(copyRows(people, some), some).map(({ row, number }) => `${row.seat} ${number}`),
    ).toEqual(['A02 1']);
    const one = copies(null);
    expect(handOutToAll(copyRows(people, one), one).map(({ row }) => row.seat)).toEqual(['A01']);
  });
});
