import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/protocol/command.ts';
import { commandId } from '../../shared/records/ids.ts';
import type { Actor } from './log-entry.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { read } from './room-state.ts';
import { openRoom, releasedRoom, type TestPeer, type TestRoom, type Who } from './testing/test-room.ts';

const chair: Who = 'chair:p-A01';
const clerk: Who = 'clerk:p-clerk';
const opinion = (seat: string, opinionId = `o-${seat}`) => ({
  opinionId,
  meetingId: 'm1',
  itemId: 'i2',
  participantId: `p-${seat}`,
  text: 'Đề nghị bổ sung Điều 5',
});

function told(peer: TestPeer, kind: RecordKind): unknown[] {
  return peer.received.flatMap((message) =>
    message.type === 'poke' || message.type === 'page'
      ? message.records.filter((record) => record.kind === kind).map(({ body }) => body)
      : [],
  );
}

const connectAll = (test: TestRoom) => ({
  author: test.connect('seat:p-A05'),
  other: test.connect('seat:p-A06'),
  chair: test.connect(chair),
  clerk: test.connect(clerk),
  screen: test.connect('screen:'),
  nobody: test.connect('seat:'),
});

describe('[OPN-1] a written opinion', () => {
  it('reaches its author and the consoles, and nobody else', () => {
    const test = openRoom();
    const all = connectAll(test);
    test.ask('seat:p-A05', 'opinion/send', opinion('A05'));
    for (const peer of [all.author, all.chair, all.clerk]) expect(told(peer, 'opinion')).toHaveLength(1);
    for (const peer of [all.other, all.screen, all.nobody]) expect(told(peer, 'opinion')).toEqual([]);
    const later = test.connect('seat:p-A06');
    later.send({ type: 'pull', request: 1, since: 0, limit: 500 });
    expect(told(later, 'opinion')).toEqual([]);
    const again = test.connect('seat:p-A05');
    again.send({ type: 'pull', request: 1, since: 0, limit: 500 });
    expect(told(again, 'opinion')).toHaveLength(1);
  });

  it('is one’s own at a seat and at the chair; the secretary copies in what came on paper, also beforehand', () => {
    const test = releasedRoom();
    for (const who of ['seat:p-A06', chair] as const) {
      expect(test.ask(who, 'opinion/send', opinion('A13'))).toMatchObject({ code: 'access/another-person' });
    }
    expect(test.ask(clerk, 'opinion/send', opinion('A13'))).toMatchObject({ status: 'accepted' });
    expect(read(test.room.state(), 'opinion', 'o-A13')).toMatchObject({ copiedIn: true, personId: 'n-A13' });
    test.ask('seat:p-A05', 'opinion/send', opinion('A05'));
    expect(read(test.room.state(), 'opinion', 'o-A05')).toMatchObject({ copiedIn: false });
    expect(test.ask('seat:p-A05', 'opinion/send', opinion('A05'))).toMatchObject({ code: 'opinion/exists' });
  });
});

it('[OPN-2] only the chair marks an opinion, and once in the same way', () => {
  const test = openRoom();
  test.ask('seat:p-A05', 'opinion/send', opinion('A05'));
  const mark = { opinionId: 'o-A05', state: 'in-minutes' as const };
  for (const who of [clerk, 'seat:p-A05'] as const) {
    expect(test.ask(who, 'opinion/mark', mark)).toMatchObject({ code: 'access/not-allowed' });
  }
  expect(test.ask(chair, 'opinion/mark', mark)).toMatchObject({ status: 'accepted' });
  expect(test.ask(chair, 'opinion/mark', mark)).toMatchObject({ code: 'opinion/already-marked' });
  expect(read(test.room.state(), 'opinion', 'o-A05')).toMatchObject({ state: 'in-minutes' });
});

const call = (seat: string, callId = `k-${seat}`) => ({
  callId,
  meetingId: null,
  seat,
  kind: 'help' as const,
});

describe('[CALL-1] a call from a seat', () => {
  it('is possible with nobody signed in and without a meeting, once until somebody answers', () => {
    const test = releasedRoom();
    expect(test.ask('seat:', 'call/make', call('A05'))).toMatchObject({ status: 'accepted' });
    expect(test.ask('seat:', 'call/make', call('A05', 'again'))).toMatchObject({ code: 'call/already-made' });
    expect(test.ask('seat:', 'call/answer', { callId: 'k-A05' })).toMatchObject({
      code: 'access/not-signed-in',
    });
    expect(test.ask(clerk, 'call/answer', { callId: 'k-A05' })).toMatchObject({ status: 'accepted' });
    expect(test.ask(chair, 'call/answer', { callId: 'k-A05' })).toMatchObject({ code: 'call/over' });
    expect(test.ask('seat:', 'call/make', call('A05', 'again'))).toMatchObject({ status: 'accepted' });
    expect(test.ask('seat:', 'call/cancel', { callId: 'again', seat: 'A05' })).toMatchObject({
      status: 'accepted',
    });
  });

  it('has its one answer when it is sent again after somebody has signed in there [INV-2]', () => {
    const test = openRoom();
    const made = test.ask('seat:', 'call/make', call('A05'), 'c-call');
    expect(made).toMatchObject({ status: 'accepted' });
    expect(test.ask('seat:', 'call/make', call('A05'), 'c-call')).toEqual(made);
    const command = { type: 'call/make', payload: call('A05'), id: 'c-call', madeAt: 0 };
    const seated = { deviceId: 'dev-seat-', surface: 'seat', personId: 'n-A05', participantId: 'p-A05' };
    let again: unknown = null;
    test.room.submit(command as unknown as Command, seated as Actor, (answer) => (again = answer));
    test.endTurn();
    expect(again).toEqual(made);
  });

  it('is made and cancelled for that seat alone', () => {
    const test = openRoom();
    const seat = test.connect('seat:@A05');
    const asks = (command: string, payload: object): void =>
      seat.send({
        type: 'command',
        id: commandId.parse(`c-${seat.received.length}`),
        command,
        madeAt: 0,
        payload,
      });
    asks('call/make', call('A06'));
    asks('call/make', call('A05'));
    test.ask('seat:', 'call/make', call('A06'));
    asks('call/cancel', { callId: 'k-A06', seat: 'A06' });
    asks('call/cancel', { callId: 'k-A06', seat: 'A05' });
    const answers = seat.received.flatMap((message) => (message.type === 'answer' ? [message.answer] : []));
    expect(answers).toMatchObject([
      { code: 'access/wrong-seat' },
      { status: 'accepted' },
      { code: 'access/wrong-seat' },
      { code: 'access/wrong-seat' },
    ]);
  });
});

it('[CALL-2] a call is seen by the consoles and by whoever was signed in', () => {
  const test = openRoom();
  const all = connectAll(test);
  test.ask('seat:p-A05', 'call/make', call('A05'));
  test.ask('seat:', 'call/make', call('A07'));
  expect(told(all.author, 'call')).toMatchObject([{ seat: 'A05', personId: 'n-A05' }]);
  for (const peer of [all.chair, all.clerk]) expect(told(peer, 'call')).toHaveLength(2);
  for (const peer of [all.other, all.screen, all.nobody]) expect(told(peer, 'call')).toEqual([]);
});

const announcement = (to: 'all' | readonly string[], announcementId = 'a1') => ({
  announcementId,
  meetingId: 'm1',
  text: 'Giải lao đến 10 giờ 25',
  to,
});

describe('[ANN-1] an announcement', () => {
  it('to all reaches seats and consoles, never the screen, and can be taken back once', () => {
    const test = openRoom();
    const all = connectAll(test);
    test.ask(clerk, 'announcement/send', announcement('all'));
    for (const peer of [all.author, all.other, all.chair]) expect(told(peer, 'announcement')).toHaveLength(1);
    expect(told(all.screen, 'announcement')).toEqual([]);
    test.ask(chair, 'announcement/withdraw', { announcementId: 'a1' });
    expect(told(all.other, 'announcement').at(-1)).toMatchObject({ withdrawnAt: expect.any(Number) });
    expect(test.ask(clerk, 'announcement/withdraw', { announcementId: 'a1' })).toMatchObject({
      code: 'announcement/withdrawn',
    });
    expect(test.ask(clerk, 'announcement/send', announcement('all'))).toMatchObject({
      code: 'announcement/exists',
    });
  });

  it('to some reaches each of them once and nobody else but the consoles', () => {
    const test = openRoom();
    const all = connectAll(test);
    const to = ['p-A05', 'p-A07', 'p-A05'];
    expect(test.ask(clerk, 'announcement/send', announcement(to))).toMatchObject({ status: 'accepted' });
    expect(told(all.author, 'announcement')).toHaveLength(1);
    expect(told(all.chair, 'announcement')).toHaveLength(2);
    for (const peer of [all.other, all.screen, all.nobody]) expect(told(peer, 'announcement')).toEqual([]);
    expect(test.ask(clerk, 'announcement/send', announcement(['p-Z99'], 'a2'))).toMatchObject({
      code: 'participant/unknown',
    });
  });

  it('is not for a seat to make', () => {
    const test = openRoom();
    expect(test.ask('seat:p-A05', 'announcement/send', announcement('all'))).toMatchObject({
      code: 'access/not-allowed',
    });
  });
});
