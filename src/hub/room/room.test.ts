import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import { hashedText } from './log-entry.ts';
import { read } from './room-state.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { createTestRoom, openRoom, releasedRoom } from './testing/test-room.ts';

const ballot = (at: string, choice: 'approve' | 'reject' | 'abstain') => ({
  voteId: 'vote1',
  participantId: `p-${at}`,
  choice,
  versionId: 'v1',
});

describe('commits and answers', () => {
  it('[LOG-3] answers leave only after the commit, and one turn is one commit', () => {
    const test = openRoom();
    const before = test.log.length;
    const answers: CommandAnswer[] = [];
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    for (const at of ['A01', 'A02', 'A03']) {
      test.submit(`seat:p-${at}`, 'ballot/cast', ballot(at, 'approve'), `b-${at}`, (answer) =>
        answers.push(answer),
      );
    }
    expect(answers).toEqual([]);
    expect(test.log.length).toBe(before + 1);
    test.endTurn();
    expect(answers.map((answer) => answer.status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(test.log.length).toBe(before + 4);
  });

  it('[INV-2] the same id has one effect and the same answer, in the same turn, later and after a restart', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const answers: CommandAnswer[] = [];
    for (let time = 0; time < 3; time += 1) {
      test.submit('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1', (answer) =>
        answers.push(answer),
      );
    }
    expect(answers).toEqual([]);
    test.endTurn();
    answers.push(test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1'));
    answers.push(test.restart().ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1'));
    expect(answers).toHaveLength(5);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(test.log.filter((entry) => entry.type === 'ballot/cast')).toHaveLength(1);
  });

  it('[LOG-4] a refusal is remembered too: the same id is refused even when it would be possible by now', () => {
    const test = openRoom();
    const early = test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1');
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const again = test.restart().ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1');
    expect(early).toMatchObject({ status: 'refused', code: 'vote/not-open' });
    expect(again).toEqual(early);
  });

  it('[INV-2] an id used again for something else is refused', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1');
    expect(test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'reject'), 'b1')).toMatchObject({
      code: 'command/id-reused',
    });
  });

  it('[LOG-1] [LOG-2] sequences have no gap and every hash follows from the entry before', () => {
    const { log } = openRoom();
    let prev = '0'.repeat(64);
    log.forEach((entry, at) => {
      expect(entry.seq).toBe(at + 1);
      expect(entry.prev).toBe(prev);
      expect(hashedText(entry)).not.toContain(entry.hash);
      prev = entry.hash;
    });
  });

  it('a full disk refuses with weather, nothing is half-stored, reading goes on, and it passes by itself', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const { seq } = test.room.head();
    test.disk = 'full';
    expect(test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1')).toEqual({
      status: 'unavailable',
      code: 'hub/disk-full',
    });
    expect(test.room.mode()).toBe('read-only');
    expect(test.room.head().seq).toBe(seq);
    expect(read(test.room.state(), 'vote', 'vote1')?.received).toBe(0);
    test.disk = 'ok';
    expect(test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'), 'b1').status).toBe('accepted');
    expect(test.room.mode()).toBe('ok');
  });

  it('[INV-1] a restart gives the same state', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'));
    const again = test.restart();
    expect(again.room.head()).toEqual(test.room.head());
    expect([...again.room.state().records.values()]).toEqual([...test.room.state().records.values()]);
  });
});

describe('the meeting', () => {
  it('[MTG-2] a second meeting does not open, nor does one item run beside another', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'item/start', { itemId: 'i3' });
    const items = ['i1', 'i2', 'i3'].map((id) => read(test.room.state(), 'agenda-item', id)?.state);
    expect(items).toEqual(['waiting', 'done', 'current']);
    expect(test.ask('chair:p-A01', 'meeting/open', { meetingId: 'm1' })).toMatchObject({
      code: 'meeting/wrong-state',
    });
  });

  it('[MTG-3] neither the agenda moves nor the meeting closes while a vote is running', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const move = test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    const close = test.ask('chair:p-A01', 'meeting/close', { meetingId: 'm1' });
    expect([move, close]).toMatchObject([{ code: 'meeting/vote-running' }, { code: 'meeting/vote-running' }]);
  });

  it('[MTG-4] a step that was pressed on an old screen is refused, and the same step again is no new one', () => {
    const test = openRoom();
    const stale = { itemId: 'i1', after: null };
    expect(test.ask('chair:p-A01', 'item/start', stale)).toMatchObject({ code: 'meeting/moved-on' });
    const seen = { itemId: 'i1', after: 'i2' };
    expect(test.ask('chair:p-A01', 'item/start', seen)).toMatchObject({ status: 'accepted' });
    expect(test.ask('chair:p-A01', 'item/start', seen)).toMatchObject({ code: 'meeting/wrong-state' });
    expect(read(test.room.state(), 'meeting', 'm1')).toMatchObject({ currentItemId: 'i1' });
  });

  it('[MTG-4] a lock that was pressed while the vote was open is refused once it is held', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'vote/hold', { voteId: 'vote1' });
    const lock = { voteId: 'vote1', from: 'open' } as const;
    expect(test.ask('chair:p-A01', 'vote/lock', lock)).toMatchObject({ code: 'meeting/moved-on' });
    expect(test.ask('chair:p-A01', 'vote/lock', { ...lock, from: 'held' })).toMatchObject({
      status: 'accepted',
    });
  });

  it('[ATT-1] [ATT-2] counts follow attendance, and who comes after the opening is late', () => {
    const test = openRoom(13);
    test.ask('seat:p-A14', 'attendance/sign-in', { participantId: 'p-A14' });
    test.ask('seat:p-B01', 'attendance/sign-in', { participantId: 'p-B01' });
    test.ask('clerk:p-clerk', 'attendance/mark', {
      participantId: 'p-A15',
      state: 'absent',
      reason: 'Công tác',
    });
    const { state } = test.room;
    expect(read(state(), 'meeting', 'm1')).toMatchObject({
      membersPresent: 14,
      invitedPresent: 1,
      invited: 2,
    });
    expect(read(state(), 'attendance', 'p-A14')).toMatchObject({ state: 'present', late: true });
    expect(read(state(), 'attendance', 'p-A02')).toMatchObject({ state: 'present', late: false });
    expect(read(state(), 'attendance', 'p-A15')).toMatchObject({ state: 'absent', reason: 'Công tác' });
  });

  it('[PRES-1] a presenter leads pages of his item, another delegate does not, and no page is beyond the last', () => {
    const test = openRoom();
    const page = { meetingId: 'm1', versionId: 'v1', page: 3 };
    const outsider = test.ask('seat:p-A02', 'presentation/show', page);
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    const presenter = test.ask('seat:p-B01', 'presentation/show', page);
    const beyond = test.ask('chair:p-A01', 'presentation/show', { ...page, page: 61 });
    expect(outsider).toMatchObject({ code: 'presentation/not-presenter' });
    expect(presenter.status).toBe('accepted');
    expect(beyond).toMatchObject({ code: 'document/no-such-page' });
    expect(read(test.room.state(), 'presentation', 'm1')).toMatchObject({ page: 3, presenterId: 'p-B01' });
  });

  it('[PRES-2] what is shown is a page with its region, and nothing once the leader stops', () => {
    const test = openRoom();
    const zone = { x: 0, y: 120.5, width: 595, height: 400 };
    const place = { meetingId: 'm1', versionId: 'v1', page: 3 };
    const shown = (): unknown => read(test.room.state(), 'presentation', 'm1');
    test.ask('clerk:p-clerk', 'presentation/show', { ...place, zone });
    expect(shown()).toMatchObject({ versionId: 'v1', page: 3, zone, presenterId: 'p-clerk' });
    test.ask('clerk:p-clerk', 'presentation/show', place);
    expect(shown()).toMatchObject({ page: 3, zone: null });
    test.ask('clerk:p-clerk', 'presentation/stop', { meetingId: 'm1' });
    expect(shown()).toMatchObject({ versionId: null, page: 0, zone: null, presenterId: null });
  });

  it.each([
    ['nobody signed in', 'seat:', 'access/not-signed-in'],
    ['in the name of another', 'seat:p-A03', 'access/another-person'],
  ] as const)('refuses a ballot: %s', (_, who, code) => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    expect(test.ask(who, 'ballot/cast', ballot('A02', 'approve'))).toMatchObject({ status: 'refused', code });
  });

  it('refuses everything of a closed meeting', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'meeting/close', { meetingId: 'm1' });
    expect(test.ask('chair:p-A01', 'item/start', { itemId: 'i1' })).toMatchObject({ code: 'meeting/closed' });
    expect(test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' })).toMatchObject({
      code: 'meeting/closed',
    });
  });

  it('refuses papers for an item of paper copies, and a plan that contradicts itself', () => {
    const test = releasedRoom();
    const item = { ...samplePlan.items[0], id: 'x', order: 1 };
    const twice = { ...samplePlan, meeting: { ...samplePlan.meeting, id: 'm2' }, items: [item, item] };
    expect(createTestRoom().ask('hub', 'meeting/create', twice as never)).toMatchObject({
      code: 'meeting/plan-invalid',
    });
    expect(test.ask('hub', 'meeting/create', samplePlan)).toMatchObject({ code: 'meeting/exists' });
  });
});

describe('an open vote', () => {
  it('[VOTE-1] of two consoles that press at once, one makes the step', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const answers: CommandAnswer[] = [];
    for (const id of ['x', 'y']) {
      test.submit('chair:p-A01', 'vote/lock', { voteId: 'vote1' }, id, (answer) => answers.push(answer));
    }
    test.endTurn();
    expect(answers).toMatchObject([{ status: 'accepted' }, { status: 'refused', code: 'vote/wrong-state' }]);
  });

  it('[VOTE-2] the electorate is who is present with a vote, and too few open no vote', () => {
    const test = openRoom(14);
    test.ask('seat:p-B01', 'attendance/sign-in', { participantId: 'p-B01' });
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A15', 'attendance/sign-in', { participantId: 'p-A15' });
    const electorate = read(test.room.state(), 'vote', 'vote1')?.electorate ?? [];
    expect(electorate).toHaveLength(14);
    expect(test.ask('seat:p-B01', 'ballot/cast', ballot('B01', 'approve'))).toMatchObject({
      code: 'access/not-allowed',
    });
    expect(test.ask('seat:p-A15', 'ballot/cast', ballot('A15', 'approve'))).toMatchObject({
      code: 'vote/no-right',
    });
    expect(openRoom(7).ask('chair:p-A01', 'vote/open', { voteId: 'vote1' })).toMatchObject({
      code: 'vote/not-enough-present',
    });
  });

  it('[AT-24] 12 approve, 1 rejects, 1 abstains, 1 is absent: 12 of 15, passed, 8 were needed', () => {
    const test = openRoom(14);
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    for (let at = 1; at <= 14; at += 1) {
      const seat = `A${String(at).padStart(2, '0')}`;
      const choice = at === 3 ? 'reject' : at === 7 ? 'abstain' : 'approve';
      test.ask(`seat:p-${seat}`, 'ballot/cast', ballot(seat, choice));
    }
    test.ask('chair:p-A01', 'vote/hold', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    const result = {
      approve: 12,
      reject: 1,
      abstain: 1,
      notVoted: 0,
      absent: 1,
      inOffice: 15,
      present: 14,
      base: 15,
      needed: 8,
      verdict: 'passed',
    };
    expect(read(test.room.state(), 'tally', 'vote1')).toMatchObject({ ...result, announced: false });
    test.ask('chair:p-A01', 'vote/announce', { voteId: 'vote1' });
    expect(read(test.room.state(), 'tally', 'vote1')).toMatchObject({ ...result, announced: true });
  });

  it('[VOTE-3] [VOTE-4] [AT-25] the last answer before the lock counts; after it a change is refused', () => {
    const test = openRoom(14);
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'));
    test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'reject'));
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    expect(test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'))).toMatchObject({
      code: 'vote/locked',
    });
    expect(read(test.room.state(), 'tally', 'vote1')).toMatchObject({ approve: 0, reject: 1, notVoted: 13 });
  });

  it('[INV-3] [VOTE-4] a first ballot after the lock is kept as late and counts for nothing', () => {
    const test = openRoom(14);
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    const late = test.ask('seat:p-A02', 'ballot/cast', ballot('A02', 'approve'));
    expect(late).toMatchObject({ status: 'accepted', note: 'late' });
    const state = test.room.state();
    expect(read(state, 'ballot', 'vote1~p-A02')).toMatchObject({ state: 'late' });
    expect(read(state, 'vote-progress', 'vote1')?.late).toMatchObject([{ participantId: 'p-A02' }]);
    expect(read(state, 'tally', 'vote1')).toMatchObject({ approve: 0, notVoted: 14 });
  });

  it('[INV-5] a ballot for another text is refused', () => {
    const test = openRoom(14);
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const wrong = { ...ballot('A02', 'approve'), versionId: 'v0' };
    expect(test.ask('seat:p-A02', 'ballot/cast', wrong)).toMatchObject({ code: 'vote/another-text' });
  });
});
