import { describe, expect, it } from 'vitest';
import { recordKinds } from '../../shared/records/registry.ts';
import { sentenceOf } from '../../shared/refusals/refusal-table.ts';
import { all, read } from './room-state.ts';
import { sampleVote } from './testing/sample-plan.ts';
import { openRoom, type TestRoom, type Who } from './testing/test-room.ts';

const chair = 'chair:p-A01';
const clerk = 'clerk:p-clerk';
const hourMs = 3_600_000;

const ballot = { voteId: 'vote1', participantId: 'p-A02', choice: 'approve', versionId: 'v1' };
const paper = { issued: 0, returned: 0, valid: 0, invalid: 0, other: 0, options: [] };
const hands = { voteId: 'v2', ...paper, approve: 13, reject: 0, abstain: 1 };

/** The name of a command and what it says. */
type Asked = readonly [command: string, payload: object];

/** A command as it comes off the wire, made at `madeAt` by the clock of its terminal. */
function send(test: TestRoom, who: Who, [command, payload]: Asked, madeAt = test.clock) {
  const peer = test.connect(who);
  peer.send({ type: 'command', id: `m-${test.log.length}` as never, command, payload, madeAt });
  return peer.received.flatMap((message) => (message.type === 'answer' ? [message.answer] : []))[0];
}

/** All records of the room. */
function recordsOf(test: TestRoom): unknown {
  return structuredClone(recordKinds.map((kind) => [kind, [...all(test.room.state(), kind)]]));
}

describe('bad input', () => {
  it.each([
    ['a ballot in the name of another', 'seat:p-A14', 'ballot/cast', ballot, 'access/another-person'],
    ['a ballot of a guest', 'seat:p-B01', 'ballot/cast', ballot, 'access/not-allowed'],
    ['a vote that there is not', 'seat:p-A02', 'ballot/cast', { ...ballot, voteId: 'vote9' }, 'vote/unknown'],
    ['a vote that is not open', 'seat:p-A02', 'ballot/cast', { ...ballot, voteId: 'v3' }, 'vote/not-open'],
    [
      'an option where there are none',
      'seat:p-A02',
      'ballot/cast',
      { ...ballot, choice: { options: [9] } },
      'vote/bad-answer',
    ],
    ['hands that are too few', clerk, 'count/enter', { ...hands, approve: 12 }, 'count/sums'],
    ['a step of the chair from a seat', 'seat:p-A02', 'vote/lock', { voteId: 'vote1' }, 'access/not-allowed'],
    [
      'a step by another at the console of the chair',
      'chair:p-A02',
      'vote/lock',
      { voteId: 'vote1' },
      'access/not-signed-in',
    ],
  ] as const)(
    '%s is refused with a code and a sentence, logged, and changes nothing',
    (...[, who, type, payload, code]) => {
      const test = roomTaking(type === 'count/enter' ? 'v2' : 'vote1');
      const before = recordsOf(test);
      expect(send(test, who, [type, payload])).toMatchObject({ status: 'refused', code });
      expect(sentenceOf(code, 'vi')).not.toBe(sentenceOf(code, 'en'));
      expect(recordsOf(test)).toEqual(before);
      const { type: logged, payload: told } = test.log.at(-1) ?? {};
      expect([logged, told]).toEqual(['command/refused', { command: type, code }]);
    },
  );

  it.each([
    ['a negative count', { approve: -1, reject: 14 }],
    ['half a hand', { approve: 12.5, reject: 0.5 }],
    ['more people than any body has', { approve: 9_999 }],
    ['a count that is no number', { approve: '13' }],
  ])('%s is no count, and does not even reach the log', (_, part) => {
    const test = roomTaking('v2');
    const before = recordsOf(test);
    const { length } = test.log;
    expect(send(test, clerk, ['count/enter', { ...hands, ...part }])).toMatchObject({
      status: 'refused',
      code: 'command/malformed',
    });
    expect(recordsOf(test)).toEqual(before);
    expect(test.log).toHaveLength(length);
  });

  it('[VOTE-4] a clock that is hours off opens nothing again and delays nothing: the hub’s order counts', () => {
    const test = openRoom();
    test.ask(chair, 'vote/open', { voteId: 'vote1' });
    const slow = { ...ballot, participantId: 'p-A02' };
    const fast = { ...ballot, participantId: 'p-A03', choice: 'reject' };
    const after = { ...ballot, participantId: 'p-A04' };
    expect(send(test, 'seat:p-A02', ['ballot/cast', slow], 0)).toMatchObject({ status: 'accepted' });
    const inHours = test.clock + 5 * hourMs;
    expect(send(test, 'seat:p-A03', ['ballot/cast', fast], inHours)).toMatchObject({ status: 'accepted' });
    test.ask(chair, 'vote/lock', { voteId: 'vote1' });
    expect(send(test, 'seat:p-A04', ['ballot/cast', after], 0)).toMatchObject({ note: 'late' });
    const tally = read(test.room.state(), 'tally', 'vote1');
    expect(tally).toMatchObject({ approve: 1, reject: 1, notVoted: 12 });
    expect(test.log.every(({ at }, index) => index === 0 || at >= (test.log[index - 1]?.at ?? 0))).toBe(true);
    expect(test.log.every(({ at }) => at < inHours)).toBe(true);
  });
});

/** Of three votes (ballots, raised hands, and one that waits) `voteId` is open. */
function roomTaking(voteId: string): TestRoom {
  const test = openRoom();
  test.ask(clerk, 'vote/prepare', { ...sampleVote, voteId: 'v2', kind: 'raised-hands' });
  test.ask(clerk, 'vote/prepare', { ...sampleVote, voteId: 'v3' });
  expect(test.ask(chair, 'vote/open', { voteId })).toMatchObject({ status: 'accepted' });
  return test;
}
