import { describe, expect, it } from 'vitest';
import { samplePlan } from './testing/sample-plan.ts';
import { read } from './room-state.ts';
import {
  createTestRoom,
  openRoom,
  releasedRoom,
  type TestPeer,
  type TestRoom,
  type Who,
} from './testing/test-room.ts';

const participant = (test: TestRoom, id: string) => read(test.room.state(), 'participant', id);

let made = 0;
/** Asks over a live line, so that the terminal counts as what it is now. */
function say(peer: TestPeer, command: string, payload: unknown): unknown {
  const id = `line-${(made += 1)}`;
  peer.send({ type: 'command', id: id as never, command, payload, madeAt: 0 });
  const answer = peer.received.findLast((message) => message.type === 'answer');
  return answer?.type === 'answer' ? answer.answer : null;
}

const deputy = { id: 'n-deputy', fullName: 'Phạm Quốc Việt', office: 'Phó Giám đốc Sở Tài chính' };
const request = (participantId: string, person = deputy) => ({
  participantId,
  person,
  reason: 'Đi công tác',
});

describe('a substitute', () => {
  it('[SUB-1] [AT-07] stands in with the consent of the chairperson, under the own name, without a vote', () => {
    const test = releasedRoom();
    expect(test.ask('clerk:p-clerk', 'substitution/request', request('p-B02')).status).toBe('accepted');
    expect(participant(test, 'p-B02')).toMatchObject({ personId: 'n-B02', standsInFor: null });
    const decide = { participantId: 'p-B02', consent: true };
    expect(test.ask('clerk:p-clerk', 'substitution/decide', decide)).toMatchObject({
      code: 'access/not-allowed',
    });
    expect(test.ask('chair:p-A01', 'substitution/decide', decide).status).toBe('accepted');
    expect(test.ask('chair:p-A01', 'substitution/decide', decide)).toMatchObject({
      code: 'substitution/not-asked',
    });
    expect(participant(test, 'p-B02')).toMatchObject({
      personId: 'n-deputy',
      seat: 'B02',
      roles: ['invited'],
      hasVote: false,
      standsInFor: { personId: 'n-B02', fullName: 'Đ/c B02' },
    });
    expect(read(test.room.state(), 'person', 'n-deputy')).toEqual(deputy);
    expect(read(test.room.state(), 'substitution', 'p-B02')).toMatchObject({ state: 'consented' });
  });

  it.each([
    [false, false],
    [true, true],
  ])(
    '[SUB-2] of a voting member votes only if the rules of the body say so: %s',
    (substituteVotes, votes) => {
      const test = createTestRoom();
      const voting = { mayChange: true, substituteVotes, otherOpinion: false };
      const { meeting } = samplePlan;
      test.ask('hub', 'meeting/create', {
        ...samplePlan,
        meeting: { ...meeting, body: { ...meeting.body, voting } },
      });
      test.ask('hub', 'meeting/release', { meetingId: 'm1' });
      test.ask('clerk:p-clerk', 'substitution/request', request('p-A05'));
      test.ask('chair:p-A01', 'substitution/decide', { participantId: 'p-A05', consent: true });
      expect(participant(test, 'p-A05')?.hasVote).toBe(votes);
    },
  );

  it('[SUB-1] is refused without consent, for who is in the room, twice, and for who takes part already', () => {
    const test = openRoom(13);
    const ask = (id: string, person = deputy) =>
      test.ask('clerk:p-clerk', 'substitution/request', request(id, person));
    expect(ask('p-A02')).toMatchObject({ code: 'substitution/is-present' });
    expect(ask('p-A15', { ...deputy, id: 'n-A03' })).toMatchObject({ code: 'substitution/takes-part' });
    expect(ask('p-A15').status).toBe('accepted');
    expect(ask('p-A15')).toMatchObject({ code: 'substitution/asked-already' });
    test.ask('chair:p-A01', 'substitution/decide', { participantId: 'p-A15', consent: false });
    expect(participant(test, 'p-A15')).toMatchObject({ personId: 'n-A15', standsInFor: null });
    expect(test.ask('seat:p-A02', 'substitution/request', request('p-A15'))).toMatchObject({
      code: 'access/another-person',
    });
  });

  it('[SUB-3] ends what the person before was signed in to', () => {
    const test = releasedRoom();
    const seat = test.connect('seat:p-B02');
    test.ask('clerk:p-clerk', 'substitution/request', request('p-B02'));
    test.ask('chair:p-A01', 'substitution/decide', { participantId: 'p-B02', consent: true });
    expect(seat.isClosed()).toBe(true);
    expect(test.connect('seat:p-B02').received[0]).toMatchObject({ type: 'welcome', participantId: null });
  });
});

describe('moving to another seat', () => {
  const spare: Who = 'seat:p-A11@DP1';

  /** A11 has moved to the spare terminal DP1, which is linked. */
  function movedRoom(): { readonly test: TestRoom; readonly clerk: TestPeer; readonly old: TestPeer } {
    const test = openRoom(14);
    test.connect('seat:@DP1');
    const clerk = test.connect('clerk:p-clerk');
    const old = test.connect('seat:p-A11');
    return { test, clerk, old };
  }

  it('[SEAT-1] [LOG-4] a move to a terminal that is not there stays refused when it is asked again', () => {
    const { test, clerk } = movedRoom();
    const payload = { participantId: 'p-A11', seat: 'DP2' };
    const ask = () => {
      clerk.send({ type: 'command', id: 'same-id' as never, command: 'seat/move', payload, madeAt: 0 });
      const answer = clerk.received.findLast((message) => message.type === 'answer');
      return answer?.type === 'answer' ? answer.answer : null;
    };
    const first = ask();
    expect(first).toMatchObject({ status: 'refused', code: 'seat/unknown' });
    test.connect('seat:@DP2');
    expect(ask()).toEqual(first);
  });

  it('[SEAT-1] goes to a free place of the plan or a spare terminal that is there, never to a taken one', () => {
    const { test, clerk } = movedRoom();
    const move = (seat: string) => say(clerk, 'seat/move', { participantId: 'p-A11', seat });
    expect(move('DP2')).toMatchObject({ code: 'seat/unknown' });
    expect(move('A12')).toMatchObject({ code: 'seat/occupied' });
    expect(move('A11')).toMatchObject({ code: 'seat/occupied' });
    expect(move('DP1')).toMatchObject({ status: 'accepted' });
    expect(participant(test, 'p-A11')).toMatchObject({ seat: 'DP1', movedFrom: 'A11' });
    expect(move('A11')).toMatchObject({ status: 'accepted' });
  });

  it('[SEAT-2] [AT-33] the old terminal is let go at once, and what it still sends is refused as nobody’s', () => {
    const { test, clerk, old } = movedRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    say(clerk, 'seat/move', { participantId: 'p-A11', seat: 'DP1' });
    expect(old.isClosed()).toBe(true);
    const again = test.connect('seat:p-A11');
    expect(again.received[0]).toMatchObject({ type: 'welcome', participantId: null });
    const ballot = { voteId: 'vote1', participantId: 'p-A11', choice: 'approve', versionId: 'v1' };
    expect(say(again, 'ballot/cast', ballot)).toMatchObject({ code: 'access/not-signed-in' });
    expect(read(test.room.state(), 'vote', 'vote1')?.received).toBe(0);
    const now = test.connect(spare);
    expect(say(now, 'ballot/cast', ballot)).toMatchObject({ status: 'accepted' });
    expect(read(test.room.state(), 'vote', 'vote1')?.received).toBe(1);
  });

  it('[SEAT-2] [AT-33] a member who has voted does not vote twice, and stays present and in the electorate', () => {
    const { test, clerk, old } = movedRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const ballot = { voteId: 'vote1', participantId: 'p-A11', choice: 'approve', versionId: 'v1' };
    say(old, 'ballot/cast', ballot);
    say(clerk, 'seat/move', { participantId: 'p-A11', seat: 'DP1' });
    expect(read(test.room.state(), 'meeting', 'm1')?.membersPresent).toBe(14);
    const now = test.connect(spare);
    say(now, 'ballot/cast', { ...ballot, choice: 'reject' });
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    expect(read(test.room.state(), 'tally', 'vote1')).toMatchObject({ approve: 0, reject: 1, notVoted: 13 });
  });

  it('[SEAT-1] the same move asked again has its answer, even when the spare terminal is not known any more', () => {
    const { test, clerk } = movedRoom();
    const command = { type: 'command', id: 'move-1', command: 'seat/move', madeAt: 0 } as const;
    const message = { ...command, payload: { participantId: 'p-A11', seat: 'DP1' } } as never;
    clerk.send(message);
    const again = test.restart().connect('clerk:p-clerk');
    again.send(message);
    const answers = [clerk, again].map(({ received }) => received.find(({ type }) => type === 'answer'));
    expect(answers[0]).toMatchObject({ answer: { status: 'accepted' } });
    expect(answers[1]).toEqual(answers[0]);
  });
});
