import { describe, expect, it } from 'vitest';
import type { CountFigures } from '../../shared/records/count.ts';
import type { VoteAnswer } from '../../shared/records/vote.ts';
import { announcementText } from './sign-announcement.ts';
import { read } from './room-state.ts';
import { sampleVote } from './testing/sample-plan.ts';
import { openRoom, type TestRoom } from './testing/test-room.ts';

const chair = 'chair:p-A01';
const clerk = 'clerk:p-clerk';
const vote = { voteId: 'v2' };
const members = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `A${String(from + at).padStart(2, '0')}`);

/** A room in which another vote has been prepared and opened. */
function roomWith(part: object, present = 14): TestRoom {
  const test = openRoom(present);
  test.ask(clerk, 'vote/prepare', { ...sampleVote, ...vote, ...part });
  return test;
}

function opened(part: object, present = 14): TestRoom {
  const test = roomWith(part, present);
  expect(test.ask(chair, 'vote/open', vote)).toMatchObject({ status: 'accepted' });
  return test;
}

function cast(test: TestRoom, at: string, choice: VoteAnswer) {
  return test.ask(`seat:p-${at}`, 'ballot/cast', {
    ...vote,
    participantId: `p-${at}`,
    choice,
    versionId: 'v1',
  });
}

const noFigures: CountFigures = {
  issued: 0,
  returned: 0,
  valid: 0,
  invalid: 0,
  approve: 0,
  reject: 0,
  abstain: 0,
  other: 0,
  options: [],
};

function finish(test: TestRoom): void {
  expect(test.ask(chair, 'vote/lock', vote)).toMatchObject({ status: 'accepted' });
  expect(test.ask(chair, 'vote/announce', vote)).toMatchObject({ status: 'accepted' });
}

const tallyOf = (test: TestRoom) => read(test.room.state(), 'tally', 'v2');

describe('forms of a vote', () => {
  const options = { type: 'options', options: ['Phương án 1', 'Phương án 2', 'Phương án 3'], most: 2 };

  it.each([
    ['an option that there is not', { options: [3] }, 'vote/unknown-option'],
    ['more than may be chosen', { options: [0, 1, 2] }, 'vote/too-many-options'],
    ['one option twice', { options: [1, 1] }, 'vote/bad-answer'],
    ['an answer of another form', 'approve', 'vote/bad-answer'],
    ['words', { other: 'Đề nghị bổ sung' }, 'vote/no-other-opinion'],
  ] as const)('[VOTE-8] of several options refuses %s', (_, choice, code) => {
    const test = opened({ form: options });
    expect(cast(test, 'A02', choice as VoteAnswer)).toMatchObject({ status: 'refused', code });
  });

  it('[VOTE-8] words of one’s own are taken where body and vote say so, and options never', () => {
    const form = { type: 'approval', other: true };
    expect(openRoom().ask(clerk, 'vote/prepare', { ...sampleVote, ...vote, form })).toMatchObject({
      code: 'vote/no-other-opinion',
    });
    const test = openRoom(14, { voting: { mayChange: true, substituteVotes: false, otherOpinion: true } });
    test.ask(clerk, 'vote/prepare', { ...sampleVote, ...vote, form });
    test.ask(chair, 'vote/open', vote);
    expect(cast(test, 'A02', { other: 'Đề nghị bổ sung' })).toMatchObject({ status: 'accepted' });
    expect(cast(test, 'A03', { options: [0] })).toMatchObject({ code: 'vote/bad-answer' });
    finish(test);
    expect(tallyOf(test)).toMatchObject({ other: 1, approve: 0, notVoted: 13 });
    const plain = opened({});
    expect(cast(plain, 'A02', { other: 'Đề nghị bổ sung' })).toMatchObject({ code: 'vote/no-other-opinion' });
  });

  it('[VOTE-8] [VOTE-17] refuses a plan that contradicts itself, or names others than those who take part', () => {
    const test = openRoom();
    const ask = (part: object) => test.ask(clerk, 'vote/prepare', { ...sampleVote, ...vote, ...part });
    const twice = { type: 'options', options: ['Một', 'Một'], most: 1 };
    expect(ask({ form: twice })).toMatchObject({ code: 'vote/plan-invalid' });
    expect(ask({ form: { ...options, most: 4 } })).toMatchObject({ code: 'vote/plan-invalid' });
    expect(ask({ countingBoard: ['p-Z99'] })).toMatchObject({ code: 'participant/unknown' });
    expect(ask({ paperVoters: ['p-A02'] })).toMatchObject({ code: 'vote/no-paper' });
  });

  it('[VOTE-19] elects who has what the rule asks, and nobody of a tie across the last seat', () => {
    const candidates = ['Đ/c An', 'Đ/c Bình', 'Đ/c Chi'];
    const test = opened({ form: { type: 'election', candidates, seats: 2 } }, 15);
    for (const at of members(1, 9)) cast(test, at, { options: [0, 1] });
    for (const at of members(10, 15)) cast(test, at, { options: [0, 2] });
    finish(test);
    expect(tallyOf(test)).toMatchObject({
      options: [15, 9, 6],
      elected: [0, 1],
      verdict: 'passed',
      needed: 8,
    });

    const tied = opened({ form: { type: 'election', candidates, seats: 1 } }, 15);
    for (const at of members(1, 7)) cast(tied, at, { options: [0] });
    for (const at of members(8, 14)) cast(tied, at, { options: [1] });
    cast(tied, 'A15', 'abstain');
    finish(tied);
    expect(tallyOf(tied)).toMatchObject({
      options: [7, 7, 0],
      elected: [],
      verdict: 'not-passed',
      abstain: 1,
    });
  });

  it('[VOTE-9] the body’s rules say whether an answer may be changed, and the vote may say otherwise', () => {
    const rules = { voting: { mayChange: false, substituteVotes: false, otherOpinion: false } };
    const test = openRoom(14, rules);
    test.ask(clerk, 'vote/prepare', { ...sampleVote, ...vote });
    test.ask(clerk, 'vote/prepare', { ...sampleVote, voteId: 'v3', mayChange: true });
    const mayChange = ['v2', 'v3'].map((id) => read(test.room.state(), 'vote', id)?.mayChange);
    expect(mayChange).toEqual([false, true]);
  });

  it('[VOTE-5] a rule may count against those summoned, without those whose absence has consent', () => {
    const test = openRoom(13);
    for (const at of ['A14', 'A15'])
      test.ask(clerk, 'absence/report', { participantId: `p-${at}`, reason: 'Công tác' });
    test.ask(chair, 'absence/decide', { participantId: 'p-A14', consent: true });
    const rule = { base: 'summoned' as const, threshold: 'more-than-half' as const };
    test.ask(clerk, 'vote/prepare', { ...sampleVote, ...vote, rule });
    test.ask(chair, 'vote/open', vote);
    for (const at of members(1, 8)) cast(test, at, 'approve');
    finish(test);
    expect(tallyOf(test)).toMatchObject({ base: 14, needed: 8, inOffice: 15, verdict: 'passed' });
  });

  it('[VOTE-9] where an answer may not be changed, the first one stands', () => {
    const test = opened({ mayChange: false });
    cast(test, 'A02', 'approve');
    expect(cast(test, 'A02', 'reject')).toMatchObject({ code: 'vote/no-change' });
    finish(test);
    expect(tallyOf(test)).toMatchObject({ approve: 1, reject: 0 });
  });
});

describe('before the opening', () => {
  it('[VOTE-17] a prepared vote is changed or withdrawn, an opened one never', () => {
    const test = roomWith({});
    const change = { ...sampleVote, ...vote, title: 'Câu hỏi khác', kind: 'raised-hands' as const };
    expect(test.ask(clerk, 'vote/change', change)).toMatchObject({ status: 'accepted' });
    expect(read(test.room.state(), 'vote', 'v2')).toMatchObject({
      title: 'Câu hỏi khác',
      kind: 'raised-hands',
    });
    test.ask(chair, 'vote/open', vote);
    expect(test.ask(clerk, 'vote/change', change)).toMatchObject({ code: 'vote/wrong-state' });
    expect(test.ask(clerk, 'vote/withdraw', vote)).toMatchObject({ code: 'vote/wrong-state' });
    expect(test.ask(clerk, 'vote/withdraw', { voteId: 'vote1' })).toMatchObject({ status: 'accepted' });
    expect(read(test.room.state(), 'vote', 'vote1')?.state).toBe('withdrawn');
  });

  it('[VOTE-10] with 7 of 15 present nothing is decided, and a quick poll can still be taken', () => {
    const test = roomWith({}, 7);
    expect(test.ask(chair, 'vote/open', vote)).toMatchObject({ code: 'vote/not-enough-present' });
    const poll = opened({ kind: 'quick-poll' }, 7);
    for (const at of members(1, 7)) cast(poll, at, 'approve');
    finish(poll);
    expect(tallyOf(poll)).toMatchObject({ approve: 7, verdict: 'none', present: 7 });
  });

  it('[AT-29] 7 of 13 fails with the base of 15 in office, and passes with the base of those present', () => {
    for (const [base, verdict] of [
      ['in-office', 'not-passed'],
      ['present', 'passed'],
    ] as const) {
      const test = opened({ rule: { base, threshold: 'more-than-half' } }, 13);
      for (const at of members(1, 7)) cast(test, at, 'approve');
      for (const at of members(8, 13)) cast(test, at, 'reject');
      finish(test);
      expect(tallyOf(test)).toMatchObject({ approve: 7, verdict });
    }
  });
});

describe('counted in the room', () => {
  const hands = { ...noFigures, approve: 13, abstain: 1 };

  it('[VOTE-11] [AT-29] raised hands: 13 – 0 – 1, entered and confirmed by two people, 13 of 15', () => {
    const test = opened({ kind: 'raised-hands' });
    expect(cast(test, 'A02', 'approve')).toMatchObject({ code: 'vote/not-electronic' });
    expect(test.ask(chair, 'vote/lock', vote)).toMatchObject({ code: 'vote/count-missing' });
    expect(test.ask(chair, 'count/confirm', { ...vote, agrees: true })).toMatchObject({ code: 'count/none' });
    expect(test.ask(clerk, 'count/enter', { ...vote, ...hands })).toMatchObject({ status: 'accepted' });
    const own = test.ask(clerk, 'count/confirm', { ...vote, agrees: true });
    expect(own).toMatchObject({ code: 'count/same-person' });
    expect(test.ask(chair, 'vote/lock', vote)).toMatchObject({ code: 'vote/count-missing' });
    expect(test.ask(chair, 'count/confirm', { ...vote, agrees: true })).toMatchObject({ status: 'accepted' });
    finish(test);
    expect(tallyOf(test)).toMatchObject({
      kind: 'raised-hands',
      approve: 13,
      reject: 0,
      abstain: 1,
      notVoted: 0,
      absent: 1,
      base: 15,
      needed: 8,
      verdict: 'passed',
    });
    expect(read(test.room.state(), 'vote-roll', 'v2')).toBeNull();
  });

  it('[VOTE-11] who does not agree sends it back, and a new count wants a new confirmation', () => {
    const test = opened({ kind: 'raised-hands', countingBoard: ['p-A03'] });
    test.ask(clerk, 'count/enter', { ...vote, ...hands });
    test.ask('seat:p-A03', 'count/confirm', { ...vote, agrees: false });
    expect(read(test.room.state(), 'count', 'v2')).toMatchObject({ disputedBy: 'p-A03', confirmedBy: null });
    expect(test.ask(chair, 'vote/lock', vote)).toMatchObject({ code: 'vote/count-missing' });
    test.ask('seat:p-A03', 'count/enter', { ...vote, ...noFigures, approve: 14 });
    test.ask(chair, 'count/confirm', { ...vote, agrees: true });
    test.ask(clerk, 'count/enter', { ...vote, ...hands });
    expect(read(test.room.state(), 'vote', 'v2')?.counted).toBe(false);
    expect(test.ask(chair, 'vote/lock', vote)).toMatchObject({ code: 'vote/count-missing' });
  });

  it('[VOTE-11] only the secretary and the counting board count', () => {
    const test = opened({ kind: 'raised-hands', countingBoard: ['p-A03'] });
    const other = test.ask('seat:p-A04', 'count/enter', { ...vote, ...hands });
    expect(other).toMatchObject({ code: 'count/not-allowed' });
    const open = opened({});
    expect(open.ask(clerk, 'count/enter', { ...vote, ...hands })).toMatchObject({ code: 'count/not-needed' });
  });

  it('[VOTE-11] the count goes to the consoles and to the board alone', () => {
    const test = opened({ kind: 'paper', countingBoard: ['p-A03'] });
    const watched = (['seat:p-A03', 'seat:p-A04', 'screen:', 'clerk:p-clerk'] as const).map((who) => {
      const peer = test.connect(who);
      peer.send({ type: 'pull', request: 1, since: 0, limit: 500 });
      const kinds = peer.received.flatMap((message) => (message.type === 'page' ? message.records : []));
      return kinds.filter(({ kind }) => kind === 'count').length;
    });
    expect(watched).toEqual([1, 0, 0, 1]);
  });

  it.each([
    ['hands that are not as many as the electorate', 'raised-hands', { approve: 12, abstain: 1 }],
    ['hands with paper', 'raised-hands', { approve: 14, issued: 1 }],
    ['more given out than there are voters', 'paper', { issued: 15, returned: 0 }],
    ['more back than given out', 'paper', { issued: 13, returned: 14, valid: 14, approve: 14 }],
    ['valid and invalid not what came back', 'paper', { issued: 14, returned: 14, valid: 14, invalid: 1 }],
    ['answers not as many as valid ones', 'paper', { issued: 14, returned: 14, valid: 14, approve: 13 }],
    ['options where there are none', 'paper', { issued: 1, returned: 1, valid: 1, approve: 1, options: [1] }],
  ] as const)('[VOTE-12] refuses %s', (_, kind, part) => {
    const test = opened({ kind });
    const answer = test.ask(clerk, 'count/enter', { ...vote, ...noFigures, ...part });
    expect(answer).toMatchObject({ status: 'refused', code: 'count/sums' });
  });

  it('[VOTE-12] of several options: nothing has more marks than valid ballots, none chooses more than it may', () => {
    const form = { type: 'options', options: ['Một', 'Hai', 'Ba'], most: 2 };
    const test = opened({ kind: 'paper', form });
    const paper = { ...noFigures, issued: 14, returned: 14, valid: 13, invalid: 1 };
    const enter = (options: number[]) => test.ask(clerk, 'count/enter', { ...vote, ...paper, options });
    expect(enter([14, 0, 0])).toMatchObject({ code: 'count/sums' });
    expect(enter([13, 13, 1])).toMatchObject({ code: 'count/sums' });
    expect(enter([6, 6, 0])).toMatchObject({ code: 'count/sums' });
    expect(enter([13, 13])).toMatchObject({ code: 'count/sums' });
    expect(enter([13, 9, 1])).toMatchObject({ status: 'accepted' });
  });
});

describe('paper and terminals mixed', () => {
  it('[VOTE-13] [AT-34] the right at the terminal ends first, and nobody votes twice', () => {
    const test = opened({ kind: 'mixed' });
    cast(test, 'A08', 'approve');
    const given = test.ask(clerk, 'ballot/issue-paper', { ...vote, participantId: 'p-A08' });
    expect(given).toMatchObject({ code: 'vote/already-voted' });
    const issue = { ...vote, participantId: 'p-A09' };
    expect(test.ask(clerk, 'ballot/issue-paper', issue)).toMatchObject({ status: 'accepted' });
    expect(test.ask(clerk, 'ballot/issue-paper', issue)).toMatchObject({ code: 'vote/paper-voter' });
    expect(cast(test, 'A09', 'approve')).toMatchObject({ code: 'vote/paper-voter' });
    const plain = opened({});
    expect(plain.ask(clerk, 'ballot/issue-paper', issue)).toMatchObject({ code: 'vote/no-paper' });
  });

  it('[AT-35] 14 given out, 14 back, 13 valid, 1 invalid; 11 approve, 2 reject: 11 of 15, passed', () => {
    const board = ['p-A03', 'p-A04', 'p-A05'];
    const test = opened({ kind: 'mixed', countingBoard: board, mayChange: false });
    test.ask(clerk, 'ballot/issue-paper', { ...vote, participantId: 'p-A09' });
    for (const at of members(1, 14)) {
      if (at !== 'A09') cast(test, at, at === 'A03' || at === 'A07' ? 'reject' : 'approve');
    }
    const paper = { ...noFigures, issued: 1, returned: 1, invalid: 1 };
    expect(test.ask('seat:p-A03', 'count/enter', { ...vote, ...paper })).toMatchObject({
      status: 'accepted',
    });
    test.ask('seat:p-A04', 'count/confirm', { ...vote, agrees: true });
    finish(test);
    expect(tallyOf(test)).toMatchObject({
      approve: 11,
      reject: 2,
      abstain: 0,
      notVoted: 0,
      count: { issued: 1, returned: 1, valid: 0, invalid: 1 },
      base: 15,
      verdict: 'passed',
    });
    const row = read(test.room.state(), 'vote-roll', 'v2')?.rows.find(({ seat }) => seat === 'A09');
    expect(row).toMatchObject({ onPaper: true, choice: null });
  });

  it('[VOTE-13] a paper ballot given out after the count asks for the count anew', () => {
    const test = opened({ kind: 'mixed', paperVoters: ['p-A09', 'p-A15'] });
    expect(read(test.room.state(), 'vote', 'v2')?.paperVoters).toEqual(['p-A09']);
    const paper = { ...noFigures, issued: 1, returned: 1, valid: 1, approve: 1 };
    test.ask(clerk, 'count/enter', { ...vote, ...paper });
    test.ask(chair, 'count/confirm', { ...vote, agrees: true });
    test.ask(clerk, 'ballot/issue-paper', { ...vote, participantId: 'p-A10' });
    expect(read(test.room.state(), 'vote', 'v2')?.counted).toBe(false);
    expect(test.ask(clerk, 'count/enter', { ...vote, ...paper })).toMatchObject({ code: 'count/sums' });
    expect(test.ask(chair, 'vote/lock', vote)).toMatchObject({ code: 'vote/count-missing' });
  });
});

describe('late ballots', () => {
  function withLate(): TestRoom {
    const test = opened({});
    for (const at of members(1, 7)) cast(test, at, 'approve');
    test.ask(chair, 'vote/lock', vote);
    for (const at of ['A08', 'A09']) expect(cast(test, at, 'approve')).toMatchObject({ note: 'late' });
    return test;
  }
  const word = (test: TestRoom, at: string, accept: boolean) =>
    test.ask(chair, 'ballot/accept-late', { ...vote, participantId: `p-${at}`, accept });

  it('[VOTE-14] [INV-3] counts for nothing by itself, and nothing is announced before the chairperson’s word', () => {
    const test = withLate();
    expect(tallyOf(test)).toMatchObject({ approve: 7, notVoted: 7, verdict: 'not-passed', lateAccepted: 0 });
    expect(test.ask(chair, 'vote/announce', vote)).toMatchObject({ code: 'vote/late-undecided' });
    expect(word(test, 'A08', true)).toMatchObject({ status: 'accepted' });
    expect(tallyOf(test)).toMatchObject({ approve: 8, notVoted: 6, verdict: 'passed', lateAccepted: 1 });
    expect(test.ask(chair, 'vote/announce', vote)).toMatchObject({ code: 'vote/late-undecided' });
    expect(word(test, 'A09', false)).toMatchObject({ status: 'accepted' });
    expect(word(test, 'A09', true)).toMatchObject({ code: 'vote/no-late-ballot' });
    expect(test.ask(chair, 'vote/announce', vote)).toMatchObject({ status: 'accepted' });
    const state = test.restart().room.state();
    expect(read(state, 'tally', 'v2')).toMatchObject({ approve: 8, lateAccepted: 1, announced: true });
    expect(read(state, 'ballot', 'v2~p-A08')).toMatchObject({ state: 'accepted' });
    expect(read(state, 'ballot', 'v2~p-A09')).toMatchObject({ state: 'declined' });
    expect(read(state, 'vote-progress', 'v2')?.late).toMatchObject([
      { participantId: 'p-A08', decision: 'accepted' },
      { participantId: 'p-A09', decision: 'declined' },
    ]);
    const rows = read(state, 'vote-roll', 'v2')?.rows ?? [];
    expect(rows.filter(({ choice }) => choice !== null)).toHaveLength(8);
  });

  it('[VOTE-14] what comes after the announcement stays late, whoever asks', () => {
    const test = opened({});
    finish(test);
    expect(cast(test, 'A08', 'approve')).toMatchObject({ note: 'late' });
    expect(word(test, 'A08', true)).toMatchObject({ code: 'vote/wrong-state' });
    expect(tallyOf(test)).toMatchObject({ approve: 0, announced: true });
  });
});

describe('the announcement', () => {
  it('[VOTE-15] carries the head of the log before it, signed, and the receipt its number in the log', () => {
    const test = opened({});
    cast(test, 'A02', 'approve');
    const ballot = read(test.room.state(), 'ballot', 'v2~p-A02');
    expect(ballot?.number).toBe(test.log.findLast(({ type }) => type === 'ballot/cast')?.seq);
    finish(test);
    const announced = test.log.findLast((entry) => entry.type === 'vote/announced');
    if (announced?.type !== 'vote/announced') throw new Error('nothing was announced');
    const { voteId, head, signature } = announced.payload;
    expect(head).toEqual({ seq: announced.seq - 1, hash: announced.prev });
    expect(tallyOf(test)).toMatchObject({ head, signature });
    expect(announcementText(voteId, { seq: 7, hash: 'ab' })).toBe('["nghisu/announcement/1","v2",7,"ab"]');
  });

  it('[VOTE-16] who answered what leaves the consoles when the chairperson shows it, and can be taken back', () => {
    const test = opened({});
    for (const at of members(1, 14)) cast(test, at, 'approve');
    const screen = test.connect('screen:');
    const seen = () => {
      screen.send({ type: 'pull', request: 1, since: 0, limit: 500 });
      const page = screen.received.findLast((message) => message.type === 'page');
      return page?.records.find(({ kind }) => kind === 'vote-roll')?.body ?? null;
    };
    const show = (shown: boolean) => test.ask(chair, 'vote/show-names', { ...vote, shown });
    expect(show(true)).toMatchObject({ code: 'vote/wrong-state' });
    finish(test);
    expect(seen()).toBeNull();
    expect(show(true)).toMatchObject({ status: 'accepted' });
    expect(seen()).toMatchObject({ shown: true });
    expect(JSON.stringify(seen())).toContain('"seat":"A07"');
    show(false);
    expect(seen()).toBeNull();
  });
});
