import fc from 'fast-check';
import { expect, it } from 'vitest';
import { queueOf, speakerOf } from '../../shared/domain/floor.ts';
import { agendaItemId, meetingId } from '../../shared/records/ids.ts';
import type { Speech, SpeechState } from '../../shared/records/speech.ts';
import { all, read } from './room-state.ts';
import { openRoom, type TestPeer, type TestRoom, type Who } from './testing/test-room.ts';

const items = ['i1', 'i2', 'i3'].map((id) => agendaItemId.parse(id));
const seats = ['A02', 'A03', 'A04', 'A05', 'A06', 'B01'];
const chair: Who = 'chair:p-A01';

/** One thing that somebody asks; which request is meant is chosen among all ever made. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('request' as const),
      seat: fc.constantFrom(...seats),
      item: fc.constantFrom(...items),
      kind: fc.constantFrom('speak' as const, 'urgent' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw', 'give', 'stop', 'pause', 'resume', 'extend'),
      which: fc.nat(40),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(40), to: fc.nat(40) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('call' as const), seat: fc.constantFrom(...seats) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('item' as const), item: fc.constantFrom(...items) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Asks for one step, and says which request it made, if it made one. */
function take(test: TestRoom, one: Step, made: readonly string[], id: string): string | null {
  const requestId = 'which' in one ? (made[one.which % made.length] ?? 'none') : id;
  switch (one.do) {
    case 'request': {
      const payload = { requestId, meetingId: 'm1', itemId: one.item, participantId: `p-${one.seat}` };
      const answer = test.ask(`seat:p-${one.seat}`, 'floor/request', {
        ...payload,
        kind: one.kind,
        replyTo: null,
      });
      return answer.status === 'accepted' ? id : null;
    }
    case 'call': {
      const payload = { requestId, participantId: `p-${one.seat}`, limitMs: null };
      test.ask(chair, 'floor/call', payload);
      return read(test.room.state(), 'speech', id) === null ? null : id;
    }
    case 'move': {
      const before = one.to % 5 === 0 ? null : (made[one.to % made.length] ?? null);
      test.ask(chair, 'floor/move', { requestId, before });
      return null;
    }
    case 'give':
      test.ask(chair, 'floor/give', { requestId, limitMs: 60_000 });
      return null;
    case 'extend':
      test.ask(chair, 'floor/extend', { requestId, ms: 60_000 });
      return null;
    case 'clear':
      test.ask(chair, 'floor/clear', { meetingId: 'm1' });
      return null;
    case 'item':
      test.ask(chair, 'item/start', { itemId: one.item });
      return null;
    default:
      test.ask(chair, `floor/${one.do}` as 'floor/stop', { requestId });
      return null;
  }
}

/** The speeches as a terminal holds them that has heard everything. */
function heldBy(peer: TestPeer): Speech[] {
  const held = new Map<string, Speech>();
  for (const message of peer.received) {
    if (message.type !== 'poke' && message.type !== 'page') continue;
    for (const { kind, key, body } of message.records) {
      if (kind === 'speech' && body !== null) held.set(key, body as Speech);
    }
  }
  return [...held.values()];
}

const left: readonly SpeechState[] = ['spoken', 'withdrawn', 'cleared'];

/** What may become of a request: it waits, has the floor, and is over for ever. */
function isStepOn(before: SpeechState | undefined, after: SpeechState): boolean {
  if (before === undefined || before === after) return true;
  if (left.includes(before)) return false;
  return before === 'waiting' || after === 'spoken';
}

it('[FLOOR-2] no request is lost or doubled, and all agree on one order, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 50 }), (steps) => {
      const test = openRoom(6);
      const peers = [test.connect(chair), test.connect('seat:p-A02'), test.connect('screen:')];
      const made: string[] = [];
      let before = new Map<string, SpeechState>();
      steps.forEach((one, index) => {
        const id = take(test, one, made, `r${index}`);
        if (id !== null) made.push(id);
        const speeches = [...all(test.room.state(), 'speech')];
        expect(speeches.map((speech) => speech.id).sort()).toEqual([...made].sort());
        for (const speech of speeches) expect(isStepOn(before.get(speech.id), speech.state)).toBe(true);
        expect(speeches.filter(({ state }) => state === 'speaking').length).toBeLessThanOrEqual(1);
        before = new Map(speeches.map((speech) => [speech.id, speech.state]));
      });
      const restarted = [...all(test.restart().room.state(), 'speech')];
      for (const item of items) {
        const queue = queueOf(all(test.room.state(), 'speech'), item).map(({ id }) => id);
        const waiting = made.filter((id) => read(test.room.state(), 'speech', id)?.itemId === item);
        expect(new Set(queue)).toEqual(new Set(waiting.filter((id) => before.get(id) === 'waiting')));
        expect(queueOf(restarted, item).map(({ id }) => id)).toEqual(queue);
        const seen = item === 'i3' ? peers.slice(0, 2) : peers;
        for (const peer of seen) expect(queueOf(heldBy(peer), item).map(({ id }) => id)).toEqual(queue);
      }
      const m1 = meetingId.parse('m1');
      const speaker = speakerOf(all(test.room.state(), 'speech'), m1)?.id ?? null;
      expect(speakerOf(heldBy(peers[1] as TestPeer), m1)?.id ?? null).toBe(speaker);
    }),
    { numRuns: 60 },
  );
});
