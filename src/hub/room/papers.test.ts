import { describe, expect, it } from 'vitest';
import { read } from './room-state.ts';
import { openRoom, releasedRoom, type TestRoom } from './testing/test-room.ts';

const secret = 'i3';
const hand = (test: TestRoom, number: number, at: string) =>
  test.ask('clerk:p-clerk', 'copy/hand-out', { itemId: secret, number, participantId: `p-${at}` });
const collect = (test: TestRoom, number: number) =>
  test.ask('clerk:p-clerk', 'copy/collect', { itemId: secret, number });
const undo = (test: TestRoom, number: number) =>
  test.ask('clerk:p-clerk', 'copy/undo', { itemId: secret, number });
const copies = (test: TestRoom) => read(test.room.state(), 'paper-copies', secret)?.copies ?? [];

/** Item 3 is current, and has so many copies. */
function secretRoom(count = 3): TestRoom {
  const test = openRoom();
  test.ask('clerk:p-clerk', 'copy/prepare', { itemId: secret, count });
  test.ask('chair:p-A01', 'item/start', { itemId: secret });
  return test;
}

describe('paper copies', () => {
  it('[COPY-1] a copy is handed to one participant and collected, each once', () => {
    const test = secretRoom();
    expect(hand(test, 1, 'A02').status).toBe('accepted');
    expect(hand(test, 1, 'A03')).toMatchObject({ code: 'papers/already-handed' });
    expect(hand(test, 2, 'A02')).toMatchObject({ code: 'papers/holds-one' });
    expect(hand(test, 4, 'A03')).toMatchObject({ code: 'papers/no-such-copy' });
    expect(hand(test, 2, 'nobody')).toMatchObject({ code: 'participant/unknown' });
    expect(collect(test, 2)).toMatchObject({ code: 'papers/not-out' });
    expect(collect(test, 1).status).toBe('accepted');
    expect(collect(test, 1)).toMatchObject({ code: 'papers/not-out' });
    expect(hand(test, 1, 'A03')).toMatchObject({ code: 'papers/already-handed' });
    expect(copies(test)[0]).toMatchObject({ number: 1, participantId: 'p-A02' });
  });

  it('[COPY-1] the last tick is taken back, never so that somebody holds two', () => {
    const test = secretRoom();
    hand(test, 1, 'A02');
    collect(test, 1);
    hand(test, 2, 'A02');
    expect(undo(test, 1)).toMatchObject({ code: 'papers/holds-one' });
    expect(undo(test, 2).status).toBe('accepted');
    expect(undo(test, 1).status).toBe('accepted');
    expect(copies(test)[0]).toMatchObject({ participantId: 'p-A02', collectedAt: null });
    expect(undo(test, 1).status).toBe('accepted');
    expect(copies(test)[0]).toMatchObject({ participantId: null, handedAt: null });
    expect(undo(test, 1)).toMatchObject({ code: 'papers/not-out' });
  });

  it('has copies only where the item is of paper, and never fewer than were handed out', () => {
    const test = secretRoom();
    const prepare = (itemId: string, count: number) =>
      test.ask('clerk:p-clerk', 'copy/prepare', { itemId, count });
    hand(test, 2, 'A02');
    expect(prepare('i1', 3)).toMatchObject({ code: 'papers/not-paper' });
    expect(prepare(secret, 1)).toMatchObject({ code: 'papers/too-few' });
    expect(prepare(secret, 2).status).toBe('accepted');
    expect(prepare(secret, 5).status).toBe('accepted');
    expect(copies(test).map(({ participantId }) => participantId)).toEqual([null, 'p-A02', null, null, null]);
  });

  it('[COPY-2] [AT-30] neither the item is left nor the meeting closed while a copy is out', () => {
    const test = secretRoom(14);
    for (let at = 1; at <= 14; at += 1) hand(test, at, `A${String(at).padStart(2, '0')}`);
    for (let at = 1; at <= 13; at += 1) collect(test, at);
    const leave = () => test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    const close = () => test.ask('chair:p-A01', 'meeting/close', { meetingId: 'm1' });
    expect([leave(), close()]).toMatchObject([
      { code: 'papers/copies-missing' },
      { code: 'papers/copies-missing' },
    ]);
    collect(test, 14);
    expect(leave().status).toBe('accepted');
    expect(close().status).toBe('accepted');
  });

  it('[COPY-3] consoles alone know the copies; the screen is sent nothing of the item, nor its votes', () => {
    const test = secretRoom();
    const rule = { base: 'in-office', threshold: 'more-than-half' } as const;
    const vote = { voteId: 'vs', itemId: secret, title: 'Bí mật', rule, versionId: null };
    test.ask('clerk:p-clerk', 'vote/prepare', vote);
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vs' });
    hand(test, 1, 'A02');
    const kinds = (who: 'screen:' | 'seat:p-A03' | 'chair:p-A01') => {
      const peer = test.connect(who);
      peer.send({ type: 'pull', request: 1, since: 0, limit: 1000 });
      const page = peer.received.find((message) => message.type === 'page');
      return (page?.type === 'page' ? page.records : []).map(({ key }) => key);
    };
    const told = [kinds('screen:'), kinds('seat:p-A03'), kinds('chair:p-A01')];
    expect(told.map((keys) => keys.includes('agenda-item/i1'))).toEqual([true, true, true]);
    expect(told.map((keys) => keys.includes('agenda-item/i3'))).toEqual([false, true, true]);
    expect(told.map((keys) => keys.includes('vote/vs'))).toEqual([false, true, true]);
    expect(told.map((keys) => keys.includes('paper-copies/i3'))).toEqual([false, false, true]);
  });

  it('takes no tick before the opening', () => {
    const test = releasedRoom();
    test.ask('hub', 'copy/prepare', { itemId: secret, count: 2 });
    expect(hand(test, 1, 'A02')).toMatchObject({ code: 'meeting/not-open' });
  });
});

describe('a break', () => {
  const pause = (test: TestRoom, itemId = 'i2') => test.ask('chair:p-A01', 'item/pause', { itemId });
  const resume = (test: TestRoom, itemId = 'i2') => test.ask('chair:p-A01', 'item/resume', { itemId });
  const item = (test: TestRoom, id = 'i2') => read(test.room.state(), 'agenda-item', id);

  const breakSince = (test: TestRoom) => read(test.room.state(), 'meeting', 'm1')?.breakSince;

  it('[ITEM-1] pauses the current item once, and not while ballots are taken', () => {
    const test = openRoom();
    expect(pause(test, 'i1')).toMatchObject({ code: 'item/not-current' });
    expect(resume(test)).toMatchObject({ code: 'item/not-paused' });
    expect(pause(test).status).toBe('accepted');
    expect(breakSince(test)).toBe(item(test)?.pausedAt);
    expect(pause(test)).toMatchObject({ code: 'item/paused' });
    expect(resume(test).status).toBe('accepted');
    expect(breakSince(test)).toBeNull();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    expect(pause(test)).toMatchObject({ code: 'meeting/vote-running' });
  });

  it('[ITEM-1] lets no vote be opened before it is over', () => {
    const test = openRoom();
    pause(test);
    expect(test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' })).toMatchObject({ code: 'item/paused' });
    resume(test);
    expect(test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' }).status).toBe('accepted');
  });

  it('[ITEM-1] starting another item ends it', () => {
    const test = openRoom();
    pause(test);
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    expect(item(test)).toMatchObject({ state: 'done', pausedAt: null });
    expect(item(test, 'i1')).toMatchObject({ state: 'current', pausedAt: null });
    expect(breakSince(test)).toBeNull();
  });

  it('[ITEM-2] its time is no part of the item, which keeps when it began and ended', () => {
    const test = openRoom();
    const began = item(test)?.beganAt ?? 0;
    test.clock = began + 59_999;
    pause(test);
    test.clock += 900_000;
    resume(test);
    test.clock += 29_999;
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    expect(item(test)).toMatchObject({ beganAt: began, spentMs: 90_000, endedAt: test.clock });
    test.clock += 100;
    test.ask('chair:p-A01', 'item/start', { itemId: 'i2' });
    expect(item(test)).toMatchObject({ beganAt: began, spentMs: 90_000 });
  });
});
