import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speechId } from '../records/ids.ts';
import type { SpeechKind } from '../records/speech.ts';
import { inQueueOrder, ranksMoved, ranksWith, type Queued, type Ranks } from './floor.ts';

const joined = (queue: readonly Queued[], id: string, kind: SpeechKind = 'speak'): Queued[] => {
  const newcomer = { id: speechId.parse(id), kind };
  return applied([...queue, { ...newcomer, rank: -1 }], ranksWith(queue, newcomer));
};
const moved = (queue: readonly Queued[], id: string, before: string | null): Queued[] =>
  applied(queue, ranksMoved(queue, speechId.parse(id), before === null ? null : speechId.parse(before)));

function applied(queue: readonly Queued[], ranks: Ranks): Queued[] {
  return queue.map((one) => ({ ...one, rank: ranks.get(one.id) ?? one.rank })).sort(inQueueOrder);
}

const idsOf = (queue: readonly Queued[]): string[] => queue.map(({ id }) => id);

describe('[FLOOR-2] places in the queue', () => {
  it('go by arrival; an urgent request goes before the first that is not', () => {
    let queue: Queued[] = [];
    for (const id of ['a', 'b']) queue = joined(queue, id);
    queue = joined(queue, 'u', 'urgent');
    queue = joined(queue, 'v', 'urgent');
    queue = joined(queue, 'c', 'reply');
    expect(idsOf(queue)).toEqual(['u', 'v', 'a', 'b', 'c']);
  });

  it('change as the chair moves one, also before an urgent one and to the end', () => {
    let queue: Queued[] = [];
    for (const id of ['a', 'b', 'c']) queue = joined(queue, id);
    queue = joined(queue, 'u', 'urgent');
    queue = moved(queue, 'c', 'u');
    expect(idsOf(queue)).toEqual(['c', 'u', 'a', 'b']);
    expect(idsOf(moved(queue, 'c', null))).toEqual(['u', 'a', 'b', 'c']);
    expect(idsOf(moved(queue, 'u', 'u'))).toEqual(['c', 'a', 'b', 'u']);
  });

  it('touch nobody else when one joins at the end', () => {
    const queue = joined(joined([], 'a'), 'b');
    expect([...ranksWith(queue, { id: speechId.parse('c'), kind: 'speak' }).keys()]).toEqual(['c']);
  });

  it('agree with a plain list, whoever joins, leaves and is moved in whatever order', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('join' as const), kind: fc.constantFrom<SpeechKind>('speak', 'urgent') }),
      fc.record({ do: fc.constant('leave' as const), at: fc.nat(20) }),
      fc.record({ do: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let queue: Queued[] = [];
        let list: { id: string; kind: SpeechKind }[] = [];
        steps.forEach((one, index) => {
          const at = 'at' in one && list.length > 0 ? one.at % list.length : -1;
          const chosen = list[at];
          if (one.do === 'join') {
            const newcomer = { id: `r${index}`, kind: one.kind };
            const first = one.kind === 'urgent' ? list.findIndex(({ kind }) => kind !== 'urgent') : -1;
            list.splice(first === -1 ? list.length : first, 0, newcomer);
            queue = joined(queue, newcomer.id, newcomer.kind);
          } else if (chosen !== undefined && one.do === 'leave') {
            list = list.filter(({ id }) => id !== chosen.id);
            queue = queue.filter(({ id }) => id !== chosen.id);
          } else if (chosen !== undefined && one.do === 'move') {
            list.splice(at, 1);
            const before = list[one.to % (list.length + 1)]?.id ?? null;
            list.splice(before === null ? list.length : list.findIndex(({ id }) => id === before), 0, chosen);
            queue = moved(queue, chosen.id, before);
          }
          expect(idsOf(queue)).toEqual(list.map(({ id }) => id));
          expect(new Set(queue.map(({ rank }) => rank)).size).toBe(queue.length);
        });
      }),
    );
  });
});
