import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HelloMessage } from '../../shared/protocol/hello.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { WelcomeMessage } from '../../shared/protocol/welcome.ts';
import type { Checkpoint } from '../../shared/records/wire-record.ts';
import { checkCode } from '../../shared/std/base32.ts';
import type { LogEntry } from './log-entry.ts';
import { createTestRoom, openRoom, type TestRoom } from './testing/test-room.ts';

/** What a terminal keeps that stands at `seq`, where it was told of a log that ended at `head`. */
const placeIn = (log: readonly LogEntry[], head: number, seq = head): Checkpoint => ({
  epoch: 1,
  seq,
  head,
  check: checkCode(log[head - 1]?.hash ?? '0'.repeat(64)),
});

/** The room goes on for some entries, in its own way. */
function grow(test: TestRoom, count: number, name: string): void {
  for (let made = 0; made < count; made += 1)
    test.ask('chair:p-A01', 'item/start', { itemId: made % 2 === 0 ? 'i1' : 'i2' }, `${name}-${made}`);
}

/** What a terminal is told that greets with these places, and whether a page is pushed to it. */
function greet(test: TestRoom, places: Pick<HelloMessage, 'have' | 'answered'>) {
  const peer = test.connect(null);
  const tokens = { deviceToken: 'seat:p-A02', sessionToken: null };
  peer.send({ type: 'hello', protocol: protocolVersion, ...tokens, epochSeen: 1, ...places });
  const welcome = peer.received[0] as WelcomeMessage;
  return { history: welcome.history, isPushed: peer.received.some(({ type }) => type === 'page') };
}

const shared = openRoom(3).log;

describe('two logs with a common beginning', () => {
  it('[INV-10] [WIRE-10] are told apart if and only if the terminal stands beyond the fork', () => {
    const lengths = fc.record({
      a: fc.nat(12),
      b: fc.nat(12),
      at: fc.nat(),
      by: fc.constantFrom('have', 'in a pull', 'answered'),
    });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: shared.length }), ({ a, b, at, by }, fork) => {
        const first = createTestRoom(shared.slice(0, fork));
        const copy = createTestRoom(shared.slice(0, fork));
        grow(first, a, 'first');
        grow(copy, b, 'copy');
        // Refusals are in the log as well, so each command is one entry or more.
        const head = at % (first.log.length + 1);
        const place = placeIn(first.log, head, by === 'in a pull' ? head >> 1 : head);
        const places = by === 'answered' ? { have: null, answered: place } : { have: place };
        const { history, isPushed } = greet(copy, places);
        const end = copy.log.length;
        // Beyond its end the log can say nothing; a terminal that was told of more does not believe it.
        expect(history).toBe(head > fork && head <= end ? 'another' : 'same');
        expect(isPushed).toBe(by !== 'answered' && head <= fork);
        expect(greet(first, places).history).toBe('same');
      }),
      { numRuns: 60 },
    );
  });

  it('[INV-10] a terminal that says no code, or is of another epoch, is taken at its word', () => {
    const test = createTestRoom([...shared]);
    expect(greet(test, { have: { epoch: 1, seq: 4 } })).toEqual({ history: 'same', isPushed: true });
    const ofAnother = { epoch: 2, seq: 4, check: 'ZZZZ-ZZZZ' };
    expect(greet(test, { have: ofAnother })).toEqual({ history: 'same', isPushed: false });
  });
});

describe('the places that a hub tells', () => {
  it('[INV-10] are of its log: of each page, whole or cut, and of each change', () => {
    const test = createTestRoom([...shared]);
    const seat = test.connect('seat:p-A02');
    for (let since = 0, complete = false; !complete;) {
      seat.send({
        type: 'pull',
        request: since,
        since,
        limit: 1,
        ...(since === 0 ? {} : { check: placeIn(test.log, since).check }),
      });
      const page = seat.received.at(-1);
      if (page?.type !== 'page') throw new Error('no page');
      const { head, check } = page;
      expect({ head, check }).toMatchObject({ head: test.log.length, check: placeIn(test.log, head).check });
      ({ upTo: since, complete } = page);
    }
    grow(test, 1, 'more');
    const poke = seat.received.findLast(({ type }) => type === 'poke');
    expect(poke).toMatchObject({ check: placeIn(test.log, test.log.length).check });
  });

  it.each([
    ['of another log', 4],
    ['beyond its end', shared.length + 1],
  ])('[INV-10] a pull from a place %s ends the connection, whatever the hello left out', (_, since) => {
    const test = createTestRoom([...shared]);
    const seat = test.connect('seat:p-A02');
    seat.send({ type: 'pull', request: 1, since, limit: 500, check: 'ZZZZ-ZZZZ' });
    expect(seat.received.at(-1)).toEqual({ type: 'rejected', code: 'hub/another-history' });
    expect(seat.isClosed()).toBe(true);
  });
});
