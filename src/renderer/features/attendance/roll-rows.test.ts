import { describe, expect, it } from 'vitest';
import { participant } from '../../../shared/records/participant.ts';
import { person } from '../../../shared/records/person.ts';
import type { Delegate } from '../../data/select/people.ts';
import { rollRows } from './roll-rows.ts';

function delegate(id: string, fullName: string, office: string, seat: string | null): Delegate {
  return {
    participant: participant.parse({
      id,
      meetingId: 'm1',
      personId: id,
      roles: ['member'],
      seat,
      hasVote: true,
      movedFrom: null,
      standsInFor: null,
    }),
    person: person.parse({ id, fullName, office }),
    attendance: null,
  };
}

const delegates = [
  delegate('a', 'Trần Văn Minh', 'Bí thư Tỉnh ủy', 'A02'),
  delegate('b', 'Đặng Hữu Phước', 'Trưởng Ban Tổ chức', 'A01'),
  delegate('c', 'Lê Thu Hà', 'Thư ký', null),
];
const facts = { delegates, roster: [], substitutions: [] };
const bySeat = { columnId: 'seat', isDescending: false };

describe('rollRows', () => {
  it('sorts by seat, people without one last, or by given name as in Vietnam', () => {
    expect(rollRows(facts, '', bySeat).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    const byName = { columnId: 'name', isDescending: false };
    expect(rollRows(facts, '', byName).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('finds without marks, in composed and decomposed form', () => {
    expect(rollRows(facts, 'dang huu', bySeat).map(({ id }) => id)).toEqual(['b']);
    expect(rollRows(facts, 'bí thư'.normalize('NFD'), bySeat).map(({ id }) => id)).toEqual(['a']);
  });
});
