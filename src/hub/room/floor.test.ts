import { describe, expect, it } from 'vitest';
import { queueOf, speakerOf } from '../../shared/domain/floor.ts';
import { elapsedMs } from '../../shared/domain/speech-timer.ts';
import { agendaItemId, meetingId } from '../../shared/records/ids.ts';
import type { Speech } from '../../shared/records/speech.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import { all, read } from './room-state.ts';
import { openRoom, releasedRoom, type TestRoom, type Who } from './testing/test-room.ts';

const chair: Who = 'chair:p-A01';
const [m1, i2] = [meetingId.parse('m1'), agendaItemId.parse('i2')];

const request = (
  seat: string,
  more: Partial<{ requestId: string; itemId: string; kind: 'urgent' }> = {},
) => ({
  requestId: `r-${seat}`,
  meetingId: 'm1',
  itemId: 'i2',
  participantId: `p-${seat}`,
  kind: 'speak' as const,
  replyTo: null,
  ...more,
});

const asks = (test: TestRoom, seat: string, more: Parameters<typeof request>[1] = {}) =>
  test.ask(`seat:p-${seat}`, 'floor/request', request(seat, more));
const gives = (test: TestRoom, seat: string, limitMs: number | null = 300_000) =>
  test.ask(chair, 'floor/give', { requestId: `r-${seat}`, limitMs });
const speech = (test: TestRoom, seat: string): Speech | null =>
  read(test.room.state(), 'speech', `r-${seat}`);
const queue = (test: TestRoom): (string | null)[] =>
  queueOf(all(test.room.state(), 'speech'), i2).map(({ seat }) => seat);
const speaker = (test: TestRoom): string | null =>
  speakerOf(all(test.room.state(), 'speech'), m1)?.seat ?? null;

describe('[FLOOR-1] asking for the floor', () => {
  it('is for oneself at a seat, for anybody at a console, and waits once on an item', () => {
    const test = openRoom();
    expect(asks(test, 'A03')).toMatchObject({ status: 'accepted' });
    expect(asks(test, 'A03', { requestId: 'again' })).toMatchObject({ code: 'floor/already-asked' });
    expect(asks(test, 'A03', { requestId: 'other', itemId: 'i3' })).toMatchObject({ status: 'accepted' });
    expect(test.ask('seat:p-A03', 'floor/request', request('A08'))).toMatchObject({
      code: 'access/another-person',
    });
    expect(test.ask('clerk:p-clerk', 'floor/request', request('A08'))).toMatchObject({ status: 'accepted' });
    expect(asks(test, 'B01')).toMatchObject({ status: 'accepted' });
    expect(queue(test)).toEqual(['A03', 'A08', 'B01']);
  });

  it('is possible before the opening, and marked so', () => {
    const test = releasedRoom();
    asks(test, 'A03');
    expect(speech(test, 'A03')).toMatchObject({ registered: true, state: 'waiting' });
    test.ask(chair, 'meeting/open', { meetingId: 'm1' });
    asks(test, 'A04');
    expect(speech(test, 'A04')).toMatchObject({ registered: false });
    expect(queue(test)).toEqual(['A03', 'A04']);
  });

  it('is refused for an item that is over, an unknown one, and a reply to nothing', () => {
    const test = openRoom();
    test.ask(chair, 'item/start', { itemId: 'i1' });
    expect(asks(test, 'A03')).toMatchObject({ code: 'floor/item-done' });
    expect(asks(test, 'A03', { itemId: 'i9' })).toMatchObject({ code: 'item/unknown' });
    const reply = { ...request('A03'), itemId: 'i1', kind: 'reply' as const };
    expect(test.ask('seat:p-A03', 'floor/request', { ...reply, replyTo: 'r-A09' })).toMatchObject({
      code: 'floor/nothing-to-reply',
    });
    test.ask(chair, 'floor/call', { requestId: 'r-A09', participantId: 'p-A09', limitMs: null });
    expect(test.ask('seat:p-A03', 'floor/request', { ...reply, replyTo: 'r-A09' })).toMatchObject({
      status: 'accepted',
    });
  });

  it('can be taken back by whoever asked and by the consoles, once', () => {
    const test = openRoom();
    asks(test, 'A03');
    const back = { requestId: 'r-A03' };
    expect(test.ask('seat:p-A04', 'floor/withdraw', back)).toMatchObject({ code: 'access/another-person' });
    expect(test.ask('seat:p-A03', 'floor/withdraw', back)).toMatchObject({ status: 'accepted' });
    expect(test.ask(chair, 'floor/withdraw', back)).toMatchObject({ code: 'floor/wrong-state' });
    expect(asks(test, 'A03', { requestId: 'anew' })).toMatchObject({ status: 'accepted' });
  });
});

describe('[FLOOR-2] the order of the queue', () => {
  it('is by arrival, urgent ones ahead, then as the chair moves them', () => {
    const test = openRoom();
    for (const seat of ['A03', 'A08', 'B01']) asks(test, seat);
    asks(test, 'A09', { kind: 'urgent' });
    expect(queue(test)).toEqual(['A09', 'A03', 'A08', 'B01']);
    test.ask(chair, 'floor/move', { requestId: 'r-A08', before: 'r-A09' });
    expect(queue(test)).toEqual(['A08', 'A09', 'A03', 'B01']);
    expect(test.ask(chair, 'floor/move', { requestId: 'r-A08', before: 'r-A08' })).toMatchObject({
      code: 'floor/wrong-state',
    });
  });

  it('is the same at the chair, at a seat and on the screen', () => {
    const test = openRoom();
    const peers = [test.connect(chair), test.connect('seat:p-A05'), test.connect('screen:')];
    for (const seat of ['A03', 'A08', 'B01']) asks(test, seat);
    test.ask(chair, 'floor/move', { requestId: 'r-A08', before: 'r-A03' });
    const told = peers.map(({ received }) => queueOf(speechesOf(received), i2).map(({ seat }) => seat));
    expect(told).toEqual([queue(test), queue(test), queue(test)]);
    expect(queue(test)).toEqual(['A08', 'A03', 'B01']);
  });
});

function speechesOf(received: readonly DownMessage[]): Speech[] {
  const held = new Map<string, Speech>();
  for (const message of received) {
    if (message.type !== 'poke') continue;
    for (const { kind, key, body } of message.records)
      if (kind === 'speech' && body !== null) held.set(key, body as Speech);
  }
  return [...held.values()];
}

describe('[FLOOR-3] having the floor', () => {
  it('is for one at a time: giving it ends the speech before', () => {
    const test = openRoom();
    for (const seat of ['A03', 'A08']) asks(test, seat);
    gives(test, 'A03');
    gives(test, 'A08');
    expect(speech(test, 'A03')).toMatchObject({ state: 'spoken' });
    expect(speaker(test)).toBe('A08');
    expect(gives(test, 'A08')).toMatchObject({ code: 'floor/wrong-state' });
  });

  it('comes without a request when the chair calls, and is one request when there was one', () => {
    const test = openRoom();
    test.ask(chair, 'floor/call', { requestId: 'r-A05', participantId: 'p-A05', limitMs: 60_000 });
    expect(speaker(test)).toBe('A05');
    asks(test, 'A03');
    test.ask(chair, 'floor/call', { requestId: 'called', participantId: 'p-A03', limitMs: 60_000 });
    expect(speech(test, 'A03')).toMatchObject({ state: 'speaking' });
    expect(read(test.room.state(), 'speech', 'called')).toBeNull();
  });

  it('ends with the item and with the meeting; a break lets the timer stand still', () => {
    const test = openRoom();
    asks(test, 'A03');
    gives(test, 'A03');
    test.ask(chair, 'item/pause', { itemId: 'i2' });
    expect(speech(test, 'A03')?.pausedAt).not.toBeNull();
    test.ask(chair, 'item/start', { itemId: 'i1' });
    expect(speech(test, 'A03')).toMatchObject({ state: 'spoken', pausedAt: null });
    test.ask(chair, 'floor/call', { requestId: 'r-A05', participantId: 'p-A05', limitMs: null });
    test.ask(chair, 'meeting/close', { meetingId: 'm1' });
    expect(speech(test, 'A05')).toMatchObject({ state: 'spoken' });
  });
});

describe('[FLOOR-4] the time of a speech', () => {
  it('is in the record: pauses do not count, an extension lengthens the limit, a restart changes nothing', () => {
    const test = openRoom();
    asks(test, 'A03');
    gives(test, 'A03', 300_000);
    const of = { requestId: 'r-A03' };
    test.clock += 60_000;
    test.ask(chair, 'floor/pause', of);
    expect(test.ask(chair, 'floor/pause', of)).toMatchObject({ code: 'floor/wrong-state' });
    test.clock += 600_000;
    test.ask(chair, 'floor/resume', of);
    test.clock += 30_000;
    test.ask(chair, 'floor/extend', { ...of, ms: 60_000 });
    const record = speech(test.restart(), 'A03');
    expect(record).toMatchObject({ limitMs: 360_000 });
    const spoken = record === null ? 0 : elapsedMs(record, test.clock);
    expect(Math.round(spoken / 1_000)).toBe(90);
  });

  it('has no extension without a limit', () => {
    const test = openRoom();
    asks(test, 'A03');
    gives(test, 'A03', null);
    expect(test.ask(chair, 'floor/extend', { requestId: 'r-A03', ms: 60_000 })).toMatchObject({
      code: 'floor/no-limit',
    });
  });
});

it('hard case 5 [FLOOR-5] a request keeps the time of its terminal, and takes its place by arrival', () => {
  const test = openRoom();
  const connection = test.connect('seat:p-A14');
  asks(test, 'A03');
  const message = { type: 'command', id: 'late', command: 'floor/request' } as const;
  connection.send({ ...message, madeAt: 4_000, payload: request('A14') } as never);
  expect(speech(test, 'A14')).toMatchObject({ madeAt: 4_000 });
  expect(speech(test, 'A14')?.requestedAt).toBeGreaterThan(10_000);
  expect(queue(test)).toEqual(['A03', 'A14']);
});

describe('[FLOOR-7] a request follows its participant', () => {
  it('to another seat, in the same place of the queue', () => {
    const test = openRoom();
    for (const seat of ['A03', 'A11', 'A05']) asks(test, seat);
    test.ask('clerk:p-clerk', 'seat/move', { participantId: 'p-A11', seat: 'DP1' });
    expect(queue(test)).toEqual(['A03', 'DP1', 'A05']);
  });

  it('under the name of a substitute, with that of the person stood in for (AT-26)', () => {
    const test = releasedRoom();
    asks(test, 'B01');
    const person = { id: 'n-new', fullName: 'Nguyễn Thị Hoa', office: 'Phó Giám đốc' };
    const asked = { participantId: 'p-B01', person, reason: 'đi công tác' };
    expect(test.ask('clerk:p-clerk', 'substitution/request', asked)).toMatchObject({ status: 'accepted' });
    test.ask(chair, 'substitution/decide', { participantId: 'p-B01', consent: true });
    expect(speech(test, 'B01')).toMatchObject({ name: 'Nguyễn Thị Hoa', standsInFor: 'Đ/c B01' });
  });
});

it('[FLOOR-6] only requests of the current item get the floor, and only they are cleared', () => {
  const test = openRoom();
  expect(test.ask(chair, 'floor/clear', { meetingId: 'm1' })).toMatchObject({ code: 'floor/nobody-waiting' });
  for (const seat of ['A03', 'A04']) asks(test, seat);
  asks(test, 'A05', { itemId: 'i3' });
  expect(gives(test, 'A05')).toMatchObject({ code: 'floor/not-current-item' });
  test.ask(chair, 'floor/clear', { meetingId: 'm1' });
  expect(['A03', 'A04', 'A05'].map((seat) => speech(test, seat)?.state)).toEqual([
    'cleared',
    'cleared',
    'waiting',
  ]);
});

it('the floor is the chair’s alone to give, and nobody’s before the opening', () => {
  const test = releasedRoom();
  asks(test, 'A03');
  expect(gives(test, 'A03')).toMatchObject({ code: 'meeting/not-open' });
  test.ask(chair, 'meeting/open', { meetingId: 'm1' });
  test.ask(chair, 'item/start', { itemId: 'i2' });
  for (const who of ['clerk:p-clerk', 'seat:p-A01', 'seat:p-B01'] as const) {
    expect(test.ask(who, 'floor/give', { requestId: 'r-A03', limitMs: null })).toMatchObject({
      code: 'access/not-allowed',
    });
  }
  expect(test.ask('seat:', 'floor/request', request('A04'))).toMatchObject({ code: 'access/not-signed-in' });
});
