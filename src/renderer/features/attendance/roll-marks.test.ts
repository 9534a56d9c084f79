import { describe, expect, it } from 'vitest';
import { rosterDevice, type RosterDevice } from '../../../shared/protocol/roster.ts';
import { attendance, type Attendance } from '../../../shared/records/attendance.ts';
import { participant } from '../../../shared/records/participant.ts';
import { person } from '../../../shared/records/person.ts';
import { seatPosition } from '../../../shared/records/meeting.ts';
import { substitution } from '../../../shared/records/substitution.ts';
import type { Delegate } from '../../data/select/people.ts';
import { openRequests } from './open-requests.ts';
import { freePlaces, marksBack, marksFor } from './roll-marks.ts';

function delegate(seat: string, facts: Partial<Attendance> = {}): Delegate {
  const id = `p-${seat}`;
  const place = { seat, movedFrom: null, standsInFor: null };
  const base = { participantId: id, meetingId: 'm1', at: 5, late: false, reason: '', deviceId: null };
  return {
    participant: participant.parse({
      ...place,
      id,
      meetingId: 'm1',
      personId: id,
      roles: ['member'],
      hasVote: true,
    }),
    person: person.parse({ id, fullName: `Đ/c ${seat}`, office: '' }),
    attendance: attendance.parse({ ...base, state: 'expected', excuse: 'none', spans: [], ...facts }),
  };
}

const here = delegate('A01', { state: 'present', late: true, spans: [{ from: 5, to: null }] });
const awaited = delegate('A02');

describe('marks of the roll-call', () => {
  it('[ATT-6] are made for those alone whom they change, and taken back with the times of before', () => {
    const marks = marksFor([here, awaited], 'present', '');
    expect(marks.map(({ participantId }) => participantId)).toEqual(['p-A02']);
    const away = marksFor([here, awaited], 'absent', 'Ốm');
    expect(away).toHaveLength(2);
    expect(marksBack([here, awaited], away)).toEqual([
      {
        participantId: 'p-A01',
        state: 'present',
        reason: '',
        restore: { at: 5, late: true, excuse: 'none', spans: [{ from: 5, to: null }] },
      },
      {
        participantId: 'p-A02',
        state: 'expected',
        reason: '',
        restore: { at: 5, late: false, excuse: 'none', spans: [] },
      },
    ]);
  });
});

describe('places to move to', () => {
  const device = (seat: string, linked: boolean): RosterDevice =>
    rosterDevice.parse({
      deviceId: `d-${seat}`,
      surface: 'seat',
      joined: 'code',
      seat,
      participantId: null,
      linked,
      since: 0,
      packHeld: 0,
      packTotal: 0,
      missing: [],
      awaited: [],
      clockDifferenceMs: null,
      waiting: 0,
    });
  const seats = ['A01', 'A02', 'A03'].map((seat) => seatPosition.parse({ seat, column: 0, row: 0 }));

  it('[SEAT-1] are spare terminals that are on, then free seats of the plan', () => {
    const roster = [device('DP2', false), device('DP1', true), device('A01', true)];
    expect(freePlaces({ seats }, [here, awaited], roster)).toEqual([
      { seat: 'DP1', isSpare: true },
      { seat: 'A03', isSpare: false },
    ]);
  });
});

describe('requests for the chairperson', () => {
  it('[ATT-3] [SUB-1] are those that nobody has decided, in seat order', () => {
    const asked = substitution.parse({
      participantId: 'p-A01',
      meetingId: 'm1',
      state: 'asked',
      person: { id: 'n9', fullName: 'Phạm Quốc Việt', office: 'Phó Giám đốc' },
      insteadOf: { personId: 'p-A01', fullName: 'Đ/c A01' },
      reason: '',
      askedAt: 1,
      decidedAt: null,
    });
    const excused = delegate('A03', { state: 'absent', excuse: 'consented', reason: 'Ốm' });
    const asking = delegate('A02', { state: 'absent', excuse: 'asked', reason: 'Công tác' });
    const requests = openRequests([excused, asking, delegate('A01')], [asked]);
    expect(requests.map(({ kind, seat, detail }) => [kind, seat, detail])).toEqual([
      ['substitution', 'A01', 'Phó Giám đốc'],
      ['absence', 'A02', 'Công tác'],
    ]);
    expect(openRequests([delegate('A01')], [{ ...asked, state: 'consented' }])).toEqual([]);
  });
});
