import { describe, expect, it } from 'vitest';
import { agendaItem, type AgendaItem } from '../records/agenda-item.ts';
import { paperCopies, type PaperCopies } from '../records/paper-copies.ts';
import { meeting, type Meeting } from '../records/meeting.ts';
import { voteId } from '../records/ids.ts';
import { vote, type Vote } from '../records/vote.ts';
import { itemAfter, missingBallots, nextStep } from './next-step.ts';

const electorate = Array.from({ length: 14 }, (_, index) => `p${index}`);

function aMeeting(part: Partial<Record<keyof Meeting, unknown>>): Meeting {
  return meeting.parse({
    id: 'm1',
    title: 'Hội nghị',
    place: '',
    plannedAt: 0,
    body: {
      name: 'Ban Thường vụ',
      inOffice: 15,
      presence: { numerator: 2, denominator: 3 },
      decision: { base: 'in-office', threshold: 'more-than-half' },
      source: '',
    },
    seats: [],
    state: 'open',
    releasedAt: 0,
    openedAt: 0,
    closedAt: null,
    recalledAt: null,
    breakSince: null,
    currentItemId: 'i2',
    membersPresent: 14,
    invitedPresent: 0,
    invited: 0,
    ...part,
  });
}

function anItem(order: number): AgendaItem {
  return agendaItem.parse({
    id: `i${order}`,
    meetingId: 'm1',
    order,
    title: `Nội dung ${order}`,
    plannedMinutes: 20,
    presenterIds: [],
    papers: 'electronic',
    state: 'waiting',
    beganAt: null,
    endedAt: null,
    startedAt: null,
    pausedAt: null,
    spentMs: 0,
  });
}

function aVote(part: Partial<Record<keyof Vote, unknown>>): Vote {
  return vote.parse({
    id: 'v1',
    meetingId: 'm1',
    itemId: 'i2',
    title: 'Thông qua Nghị quyết',
    rule: { base: 'in-office', threshold: 'more-than-half' },
    versionId: null,
    state: 'open',
    electorate,
    kind: 'open',
    form: { type: 'approval', other: false },
    mayChange: true,
    order: 1,
    summoned: null,
    countingBoard: [],
    paperVoters: [],
    counted: false,
    namesShown: false,
    received: 0,
    openedAt: 0,
    lockedAt: null,
    announcedAt: null,
    ...part,
  });
}

const items = [anItem(3), anItem(1), anItem(2)];

describe('nextStep', () => {
  it('waits for the secretary while the meeting is a draft', () => {
    expect(nextStep({ meeting: aMeeting({ state: 'draft' }), items, votes: [] })).toEqual({
      kind: 'wait-release',
    });
  });

  it.each([
    [10, true],
    [9, false],
  ])('[AT-13] opens the meeting and says whether %i of 15 are enough', (membersPresent, isPresenceEnough) => {
    const released = aMeeting({ state: 'released', currentItemId: null, membersPresent });
    expect(nextStep({ meeting: released, items, votes: [] })).toEqual({
      kind: 'open-meeting',
      isPresenceEnough,
    });
  });

  it('starts the first item by its order, not by its place in the list', () => {
    const step = nextStep({ meeting: aMeeting({ currentItemId: null }), items, votes: [] });
    expect(step).toMatchObject({ kind: 'start-item', item: { order: 1 } });
  });

  it('opens the prepared vote of the current item before going on', () => {
    const prepared = aVote({ state: 'prepared', electorate: [] });
    expect(nextStep({ meeting: aMeeting({}), items, votes: [prepared] })).toMatchObject({
      kind: 'open-vote',
    });
  });

  it('[VOTE-1] opens the votes of an item in the order they were prepared', () => {
    const prepared = (id: string, order: number) =>
      aVote({ id: voteId.parse(id), order, state: 'prepared', electorate: [] });
    const votes = [prepared('a', 31), prepared('b', 12), prepared('c', 20)];
    const state = { meeting: aMeeting({}), items, votes };
    expect(nextStep(state)).toMatchObject({ vote: { id: 'b' } });
    expect(nextStep({ ...state, wantedVote: voteId.parse('c') })).toMatchObject({ vote: { id: 'c' } });
    expect(nextStep({ ...state, wantedVote: voteId.parse('gone') })).toMatchObject({ vote: { id: 'b' } });
  });

  it('leaves a prepared vote of another item alone', () => {
    const other = aVote({ state: 'prepared', itemId: 'i3', electorate: [] });
    expect(nextStep({ meeting: aMeeting({}), items, votes: [other] })).toMatchObject({
      kind: 'start-item',
      item: { order: 3 },
    });
  });

  it('[AT-20] holds while ballots are missing, and then waits for them', () => {
    const open = aVote({ received: 8 });
    const held = aVote({ received: 8, state: 'held' });
    expect(nextStep({ meeting: aMeeting({}), items, votes: [open] }).kind).toBe('hold-vote');
    expect(nextStep({ meeting: aMeeting({}), items, votes: [held] }).kind).toBe('wait-ballots');
    expect(missingBallots(held)).toBe(6);
  });

  it.each(['open', 'held'])('[AT-24] locks a vote that is %s once every ballot is in', (state) => {
    const full = aVote({ received: 14, state });
    expect(nextStep({ meeting: aMeeting({}), items, votes: [full] }).kind).toBe('lock-vote');
  });

  it('[AT-24] announces what is locked, then goes to the next item', () => {
    const locked = aVote({ received: 14, state: 'locked' });
    const announced = aVote({ received: 14, state: 'announced' });
    expect(nextStep({ meeting: aMeeting({}), items, votes: [locked] }).kind).toBe('announce-vote');
    expect(nextStep({ meeting: aMeeting({}), items, votes: [announced] })).toMatchObject({
      kind: 'start-item',
      item: { order: 3 },
    });
  });

  it('closes the meeting after the last item', () => {
    expect(nextStep({ meeting: aMeeting({ currentItemId: 'i3' }), items, votes: [] }).kind).toBe(
      'close-meeting',
    );
    expect(nextStep({ meeting: aMeeting({ state: 'closed' }), items, votes: [] }).kind).toBe('closed');
    expect(itemAfter(items, items[0]?.id ?? null)).toBeNull();
  });
});

describe('breaks and paper copies', () => {
  const items = [anItem(1), anItem(2), anItem(3)];
  const out = (itemId: string): PaperCopies =>
    paperCopies.parse({
      itemId,
      meetingId: 'm1',
      copies: [
        { number: 1, participantId: 'p1', handedAt: 1, collectedAt: null },
        { number: 2, participantId: 'p2', handedAt: 1, collectedAt: 2 },
        { number: 3, participantId: null, handedAt: null, collectedAt: null },
      ],
    });
  const kindOf = (part: Parameters<typeof aMeeting>[0], copies: readonly PaperCopies[] = []) =>
    nextStep({ meeting: aMeeting(part), items, votes: [], copies });

  it('[ITEM-1] goes on after a break before anything else', () => {
    expect(kindOf({ breakSince: 5 })).toEqual({ kind: 'resume-item', itemId: 'i2' });
  });

  it('[COPY-2] waits for the copies of the item that is to be left, and of all items before the close', () => {
    expect(kindOf({}, [out('i2')])).toEqual({ kind: 'wait-copies', out: 1 });
    expect(kindOf({}, [out('i1')])).toMatchObject({ kind: 'start-item' });
    expect(kindOf({ currentItemId: 'i3' }, [out('i1')])).toEqual({ kind: 'wait-copies', out: 1 });
    expect(kindOf({ currentItemId: 'i3' })).toEqual({ kind: 'close-meeting' });
  });
});

describe('what is counted in the room, and what came late', () => {
  const items = [anItem(1), anItem(2), anItem(3)];
  const kindOf = (part: Parameters<typeof aVote>[0], lateUndecided = 0) =>
    nextStep({ meeting: aMeeting({}), items, votes: [aVote(part)], lateUndecided }).kind;

  it('[VOTE-11] waits for the confirmed count, for ballots only where terminals take them', () => {
    expect(kindOf({ kind: 'raised-hands', received: 0 })).toBe('wait-count');
    expect(kindOf({ kind: 'raised-hands', received: 0, counted: true })).toBe('lock-vote');
    const mixed = { kind: 'mixed', paperVoters: ['p0', 'p1'] };
    expect(kindOf({ ...mixed, received: 11, counted: true })).toBe('hold-vote');
    expect(kindOf({ ...mixed, received: 12 })).toBe('wait-count');
    expect(kindOf({ ...mixed, received: 12, counted: true })).toBe('lock-vote');
  });

  it('[VOTE-14] has late ballots decided before the announcement', () => {
    expect(kindOf({ state: 'locked' }, 1)).toBe('decide-late');
    expect(kindOf({ state: 'locked' })).toBe('announce-vote');
  });

  it('[VOTE-10] opens a quick poll where too few are present for a decision', () => {
    const few = aMeeting({ membersPresent: 7 });
    const step = (kind: string) =>
      nextStep({ meeting: few, items, votes: [aVote({ kind, state: 'prepared', electorate: [] })] });
    expect(step('open')).toMatchObject({ kind: 'open-vote', isPresenceEnough: false });
    expect(step('quick-poll')).toMatchObject({ kind: 'open-vote', isPresenceEnough: true });
  });
});
