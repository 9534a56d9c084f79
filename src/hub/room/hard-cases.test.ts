import { describe, expect, it } from 'vitest';
import { read } from './room-state.ts';
import { samplePlan, sampleVote } from './testing/sample-plan.ts';
import { createTestRoom, openRoom, type TestRoom } from './testing/test-room.ts';

const chair = 'chair:p-A01';
const clerk = 'clerk:p-clerk';

function answer(test: TestRoom, from: 'seat:p-B01' | 'seat:p-A02' | 'seat:p-A14', participantId: string) {
  const payload = { voteId: 'vote1', participantId, choice: 'approve' as const, versionId: 'v1' };
  return test.ask(from, 'ballot/cast', payload);
}

describe('what somebody may try in a vote', () => {
  it('hard case 2: a guest forges a ballot of a member with the own valid token: refused and logged, nothing changed', () => {
    const test = openRoom();
    test.ask(chair, 'vote/open', { voteId: 'vote1' });
    const before = structuredClone(read(test.room.state(), 'vote', 'vote1'));
    expect(answer(test, 'seat:p-B01', 'p-A02')).toMatchObject({ code: 'access/not-allowed' });
    expect(answer(test, 'seat:p-A14', 'p-A02')).toMatchObject({ code: 'access/another-person' });
    expect(read(test.room.state(), 'vote', 'vote1')).toEqual(before);
    expect(read(test.room.state(), 'ballot', 'vote1~p-A02')).toBeNull();
    const refusals = test.log
      .slice(-2)
      .map(({ type, actor, payload }) => [type, actor.participantId, payload]);
    expect(refusals).toEqual([
      ['command/refused', 'p-B01', { command: 'ballot/cast', code: 'access/not-allowed' }],
      ['command/refused', 'p-A14', { command: 'ballot/cast', code: 'access/another-person' }],
    ]);
    expect(answer(test, 'seat:p-A02', 'p-A02')).toMatchObject({ status: 'accepted' });
  });

  it('a meeting of yesterday, replayed: its votes take nothing, and each command gets the answer it had', () => {
    const test = openRoom();
    test.ask(chair, 'vote/open', { voteId: 'vote1' });
    const cast = { voteId: 'vote1', participantId: 'p-A02', choice: 'approve' as const, versionId: 'v1' };
    const first = test.ask('seat:p-A02', 'ballot/cast', cast, 'yesterday-1');
    test.ask(chair, 'vote/lock', { voteId: 'vote1' });
    test.ask(chair, 'vote/announce', { voteId: 'vote1' });
    test.ask(chair, 'meeting/close', { meetingId: 'm1' });
    const { length } = test.log;
    expect(test.ask('seat:p-A02', 'ballot/cast', cast, 'yesterday-1')).toEqual(first);
    expect(test.log).toHaveLength(length);
    expect(test.ask('seat:p-A02', 'ballot/cast', cast, 'yesterday-2')).toMatchObject({
      code: 'meeting/closed',
    });
    expect(read(test.room.state(), 'tally', 'vote1')).toMatchObject({ approve: 1 });
  });
});

describe('a seat that is never linked', () => {
  it('hard case 13: its member is called by the roll, and the raised hand is entered by the secretary', () => {
    const test = openRoom(13);
    const roll = { participantId: 'p-A14', state: 'present' as const, reason: '' };
    expect(test.ask(clerk, 'attendance/mark', roll)).toMatchObject({ status: 'accepted' });
    test.ask(clerk, 'vote/prepare', { ...sampleVote, voteId: 'v2', kind: 'raised-hands' });
    test.ask(chair, 'vote/open', { voteId: 'v2' });
    expect(read(test.room.state(), 'vote', 'v2')?.electorate).toContain('p-A14');
    const nothing = { issued: 0, returned: 0, valid: 0, invalid: 0, other: 0, options: [] };
    const hands = (approve: number) => ({ voteId: 'v2', ...nothing, approve, reject: 0, abstain: 1 });
    expect(test.ask(clerk, 'count/enter', hands(12))).toMatchObject({ code: 'count/sums' });
    expect(test.ask(clerk, 'count/enter', hands(13))).toMatchObject({ status: 'accepted' });
    test.ask(chair, 'count/confirm', { voteId: 'v2', agrees: true });
    test.ask(chair, 'vote/lock', { voteId: 'v2' });
    test.ask(chair, 'vote/announce', { voteId: 'v2' });
    expect(read(test.room.state(), 'tally', 'v2')).toMatchObject({
      approve: 13,
      abstain: 1,
      notVoted: 0,
      needed: 8,
      verdict: 'passed',
    });
  });
});

describe('a large room', () => {
  it('hard case 9: 60 vote in the same turn: each ballot is in once, with a receipt of its own, and the totals are right', () => {
    const seats = Array.from({ length: 60 }, (_, at) => `A${String(at + 1).padStart(2, '0')}`);
    const test = roomOf(seats);
    expect(test.ask(chair, 'vote/open', { voteId: 'vote1' })).toMatchObject({ status: 'accepted' });
    const receipts = new Set<unknown>();
    for (const [at, seat] of seats.entries()) {
      const choice = at < 31 ? 'approve' : at < 50 ? 'reject' : 'abstain';
      const payload = { voteId: 'vote1', participantId: `p-${seat}`, choice, versionId: null } as const;
      // Each is sent twice, as by a terminal that did not hear the answer.
      for (let time = 0; time < 2; time += 1) {
        test.submit(`seat:p-${seat}`, 'ballot/cast', payload, `b-${seat}`, (given) => {
          if (given.status === 'accepted') receipts.add(given.seq);
        });
      }
    }
    test.endTurn();
    expect(receipts.size).toBe(60);
    expect(read(test.room.state(), 'vote', 'vote1')).toMatchObject({ received: 60 });
    test.ask(chair, 'vote/lock', { voteId: 'vote1' });
    test.ask(chair, 'vote/announce', { voteId: 'vote1' });
    expect(read(test.room.state(), 'tally', 'vote1')).toMatchObject({
      approve: 31,
      reject: 19,
      abstain: 10,
      notVoted: 0,
      base: 60,
      needed: 31,
      verdict: 'passed',
    });
  });
});

/** A room in which a body of so many members is present, with a vote prepared. */
function roomOf(seats: readonly string[]): TestRoom {
  const { meeting } = samplePlan;
  const test = createTestRoom();
  test.ask('hub', 'meeting/create', {
    ...samplePlan,
    meeting: {
      ...meeting,
      body: { ...meeting.body, inOffice: seats.length },
      seats: seats.map((seat, column) => ({ seat, column, row: 0 })),
    },
    people: [...seats, 'clerk', 'B01'].map((at) => ({ id: `n-${at}`, fullName: `Đ/c ${at}`, office: '' })),
    participants: [
      ...seats.map((seat) => ({
        id: `p-${seat}`,
        personId: `n-${seat}`,
        roles: seat === 'A01' ? (['member', 'chair'] as const) : (['member'] as const),
        seat,
        hasVote: true,
      })),
      { id: 'p-B01', personId: 'n-B01', roles: ['invited'], seat: null, hasVote: false },
      { id: 'p-clerk', personId: 'n-clerk', roles: ['clerk'], seat: null, hasVote: false },
    ],
  });
  test.ask('hub', 'vote/prepare', { ...sampleVote, versionId: null });
  test.ask('hub', 'meeting/release', { meetingId: 'm1' });
  for (const seat of seats) {
    test.ask(`seat:p-${seat}`, 'attendance/sign-in', { participantId: `p-${seat}` });
  }
  test.ask(chair, 'meeting/open', { meetingId: 'm1' });
  test.ask(chair, 'item/start', { itemId: 'i2' });
  return test;
}
