import { describe, expect, it } from 'vitest';
import type { DownMessage } from '../../shared/protocol/down.ts';
import { read } from './room-state.ts';
import { openRoom, releasedRoom, type TestPeer, type TestRoom } from './testing/test-room.ts';

const m1 = { meetingId: 'm1' };

function recalledRoom(): TestRoom {
  const test = openRoom();
  test.ask('chair:p-A01', 'meeting/close', m1);
  expect(test.ask('clerk:p-clerk', 'meeting/recall', m1)).toMatchObject({ status: 'accepted' });
  return test;
}

const welcomeOf = ({ received }: TestPeer): DownMessage | undefined =>
  received.find(({ type }) => type === 'welcome');

const papersAt = (test: TestRoom, who: Parameters<TestRoom['connect']>[0]): number => {
  const peer = test.connect(who);
  peer.send({ type: 'pull', request: 1, since: 0, limit: 2000 });
  const page = peer.received.find((message) => message.type === 'page');
  const records = page?.type === 'page' ? page.records : [];
  return records.filter(({ kind, body }) => kind.startsWith('document') && body !== null).length;
};

describe('a recall', () => {
  it('[RECALL-1] is made by the secretary of a released or closed meeting, once and for ever', () => {
    const test = openRoom();
    expect(test.ask('clerk:p-clerk', 'meeting/recall', m1)).toMatchObject({ code: 'meeting/wrong-state' });
    test.ask('chair:p-A01', 'meeting/close', m1);
    expect(test.ask('chair:p-A01', 'meeting/recall', m1)).toMatchObject({ code: 'access/not-allowed' });
    expect(test.ask('clerk:p-clerk', 'meeting/recall', m1)).toMatchObject({ status: 'accepted' });
    expect(test.ask('clerk:p-clerk', 'meeting/recall', m1)).toMatchObject({ code: 'meeting/recalled' });
    expect(read(test.room.state(), 'meeting', 'm1')?.recalledAt).toBeTypeOf('number');
  });

  it('[RECALL-1] ends what could still be done with the meeting', () => {
    const test = releasedRoom();
    test.ask('clerk:p-clerk', 'meeting/recall', m1);
    expect(test.ask('chair:p-A01', 'meeting/open', m1)).toMatchObject({ code: 'meeting/recalled' });
    expect(test.ask('clerk:p-clerk', 'attendance/sign-in', { participantId: 'p-clerk' })).toMatchObject({
      status: 'accepted',
    });
  });

  it('[RECALL-2] [WIRE-5] takes the records of the papers from the seats and leaves them to the consoles', () => {
    const test = openRoom();
    const seat = test.connect('seat:p-A02');
    expect(papersAt(test, 'seat:p-A03')).toBeGreaterThan(0);
    test.ask('chair:p-A01', 'meeting/close', m1);
    test.ask('clerk:p-clerk', 'meeting/recall', m1);
    const poke = seat.received.findLast((message) => message.type === 'poke');
    const told = poke?.type === 'poke' ? poke.records : [];
    expect(told.find(({ key }) => key === 'meeting/m1')?.body).toMatchObject({ state: 'closed' });
    const papers = told.filter(({ kind }) => kind.startsWith('document'));
    expect(papers.length).toBeGreaterThan(0);
    expect(papers.every(({ body }) => body === null)).toBe(true);
    expect(papersAt(test, 'seat:p-A04')).toBe(0);
    expect(papersAt(test, 'clerk:p-clerk')).toBe(papers.length);
  });

  it('[INV-12] [RECALL-3] is told to each terminal with its welcome until that terminal has acknowledged it', () => {
    const test = recalledRoom();
    expect(welcomeOf(test.connect('seat:'))).toMatchObject({ recalls: ['m1'] });
    expect(welcomeOf(test.connect('screen:'))).toMatchObject({ recalls: [] });
    // Nobody need be signed in: the terminal speaks for itself.
    test.ask('seat:', 'recall/acknowledge', { ...m1, seat: null });
    expect(welcomeOf(test.connect('seat:'))).toMatchObject({ recalls: [] });
    expect(welcomeOf(test.restart().connect('seat:p-A05'))).toMatchObject({ recalls: ['m1'] });
  });

  it('[RECALL-3] lists each terminal that has acknowledged once, for the consoles alone', () => {
    const test = recalledRoom();
    test.ask('seat:p-A02', 'recall/acknowledge', { ...m1, seat: 'A02' });
    test.ask('seat:p-A02', 'recall/acknowledge', { ...m1, seat: 'A02' });
    test.ask('seat:p-A03', 'recall/acknowledge', { ...m1, seat: 'A03' });
    expect(read(test.room.state(), 'recall', 'm1')?.terminals).toMatchObject([
      { seat: 'A02', surface: 'seat' },
      { seat: 'A03' },
    ]);
    const stored = test.room.state().records.find('recall', 'm1');
    expect(stored?.audience).toEqual({ to: 'consoles' });
  });

  it('[RECALL-3] is not acknowledged before it has been made, nor in the name of another seat', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'meeting/close', m1);
    expect(test.ask('seat:p-A02', 'recall/acknowledge', { ...m1, seat: null })).toMatchObject({
      code: 'meeting/wrong-state',
    });
    test.ask('clerk:p-clerk', 'meeting/recall', m1);
    const seat = test.connect('seat:p-A02');
    const payload = { ...m1, seat: 'A09' };
    seat.send({ type: 'command', id: 'x1', command: 'recall/acknowledge', payload, madeAt: 0 } as never);
    test.endTurn();
    expect(seat.received.at(-1)).toMatchObject({ answer: { code: 'access/wrong-seat' } });
  });
});
