import { describe, expect, it } from 'vitest';
import { rosterDevice, type RosterDevice } from '../../../shared/protocol/roster.ts';
import { attendance } from '../../../shared/records/attendance.ts';
import { meeting } from '../../../shared/records/meeting.ts';
import { participant } from '../../../shared/records/participant.ts';
import { voteProgress } from '../../../shared/records/vote-progress.ts';
import { vote } from '../../../shared/records/vote.ts';
import type { Delegate } from '../../data/select/people.ts';
import { disconnectedVoters, missingVoters, situateSeats } from './seat-places.ts';

const seats = ['A01', 'A02', 'A03', 'A13', 'B01'];

const aMeeting = meeting.parse({
  id: 'm1',
  title: 'Hội nghị',
  place: '',
  plannedAt: 0,
  body: {
    name: 'Ban Thường vụ',
    inOffice: 4,
    presence: null,
    decision: { base: 'in-office', threshold: 'more-than-half' },
    source: '',
  },
  seats: seats.map((seat, column) => ({ seat, column, row: 0 })),
  state: 'open',
  releasedAt: 0,
  openedAt: 0,
  closedAt: null,
  recalledAt: null,
  breakSince: null,
  currentItemId: null,
  membersPresent: 3,
  invitedPresent: 1,
  invited: 1,
});

function delegate(seat: string, state: 'expected' | 'present' | 'absent'): Delegate {
  const id = `p-${seat}`;
  const hasVote = seat.startsWith('A');
  return {
    participant: participant.parse({
      id,
      meetingId: 'm1',
      personId: id,
      roles: [hasVote ? 'member' : 'invited'],
      seat,
      hasVote,
      movedFrom: null,
      standsInFor: null,
    }),
    person: null,
    attendance: attendance.parse({
      participantId: id,
      meetingId: 'm1',
      state,
      at: 0,
      late: false,
      reason: '',
      excuse: 'none',
      spans: [],
      deviceId: null,
    }),
  };
}

function device(seat: string, linked: boolean): RosterDevice {
  return rosterDevice.parse({
    deviceId: `d-${seat}`,
    surface: 'seat',
    joined: 'code',
    seat,
    participantId: `p-${seat}`,
    linked,
    since: 0,
    packHeld: 0,
    packTotal: 0,
    missing: [],
    awaited: [],
    clockDifferenceMs: null,
    waiting: 0,
  });
}

const delegates = [
  delegate('A01', 'present'),
  delegate('A02', 'present'),
  delegate('A03', 'present'),
  delegate('A13', 'absent'),
  delegate('B01', 'present'),
];
const roster = [device('A01', true), device('A02', true), device('A03', false), device('B01', true)];
const aVote = vote.parse({
  id: 'v1',
  meetingId: 'm1',
  itemId: 'i1',
  title: 'Thông qua',
  rule: aMeeting.body.decision,
  versionId: null,
  state: 'open',
  electorate: ['p-A01', 'p-A02', 'p-A03'],
  kind: 'open',
  form: { type: 'approval', other: false },
  mayChange: true,
  order: 1,
  summoned: null,
  countingBoard: [],
  paperVoters: [],
  counted: false,
  namesShown: false,
  received: 1,
  openedAt: 0,
  lockedAt: null,
  announcedAt: null,
});
const progress = voteProgress.parse({ voteId: 'v1', meetingId: 'm1', receivedFrom: ['p-A01'], late: [] });

describe('situateSeats', () => {
  it('[AT-20] tells received, awaited, disconnected, absent and invited apart', () => {
    const map = situateSeats({ meeting: aMeeting, delegates, roster, vote: aVote, progress });
    expect(map.map(({ seat, situation }) => [seat, situation])).toEqual([
      ['A01', 'received'],
      ['A02', 'waited'],
      ['A03', 'disconnected'],
      ['A13', 'absent'],
      ['B01', 'invitedPresent'],
    ]);
  });

  it('[AT-33] shows who moved to a spare terminal at the place that was left, by the link of the spare', () => {
    const before = delegate('A03', 'present');
    const moved = {
      ...before,
      participant: participant.parse({ ...before.participant, seat: 'DP1', movedFrom: 'A03' }),
    };
    const at = (roster: readonly RosterDevice[]) =>
      situateSeats({ meeting: aMeeting, delegates: [moved], roster, vote: null, progress: null })[2];
    expect(at([device('A03', true)])).toMatchObject({ seat: 'A03', spare: 'DP1', situation: 'disconnected' });
    expect(at([device('DP1', true)])).toMatchObject({ seat: 'A03', spare: 'DP1', situation: 'present' });
  });

  it('keeps a ballot received though the link was lost after it', () => {
    const lost = [device('A01', false)];
    const [first] = situateSeats({ meeting: aMeeting, delegates, roster: lost, vote: aVote, progress });
    expect(first?.situation).toBe('received');
  });
});

describe('missingVoters', () => {
  it('[AT-20] names who is missing and who of them has no link', () => {
    const missing = missingVoters(aVote, { delegates, roster, progress });
    expect(missing.map(({ delegate: { participant: one }, isLinked }) => [one.seat, isLinked])).toEqual([
      ['A02', true],
      ['A03', false],
    ]);
  });
});

describe('disconnectedVoters', () => {
  it('[AT-19] warns of present voters alone, never of guests or absent members', () => {
    const nobody = disconnectedVoters(delegates, []);
    expect(nobody.map(({ participant: one }) => one.seat)).toEqual(['A01', 'A02', 'A03']);
    expect(disconnectedVoters(delegates, roster).map(({ participant: one }) => one.seat)).toEqual(['A03']);
  });
});
