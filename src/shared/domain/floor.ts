import type { AgendaItemId, MeetingId, SpeechId } from '../records/ids.ts';
import type { Speech } from '../records/speech.ts';

/** What of a waiting request decides its place. */
export type Queued = Pick<Speech, 'id' | 'kind' | 'rank'>;

/** New places of requests, by id; those that keep theirs are not in it. */
export type Ranks = ReadonlyMap<SpeechId, number>;

/** The one order of a queue, the same on every terminal: by rank, which no two share, and then by id. */
export function inQueueOrder(a: Queued, b: Queued): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

/** Those who wait for the floor on an item, the next first. */
export function queueOf(speeches: Iterable<Speech>, itemId: AgendaItemId): Speech[] {
  return [...speeches].filter((one) => one.itemId === itemId && one.state === 'waiting').sort(inQueueOrder);
}

/** Whoever has the floor in a meeting; at most one has. */
export function speakerOf(speeches: Iterable<Speech>, meetingId: MeetingId): Speech | null {
  for (const one of speeches) if (one.meetingId === meetingId && one.state === 'speaking') return one;
  return null;
}

/**
 * The places in a queue that a new request joins: an urgent one goes before the first that is not, any other to the
 * end. The queue is in its order.
 */
export function ranksWith(queue: readonly Queued[], newcomer: Omit<Queued, 'rank'>): Ranks {
  const ahead = newcomer.kind === 'urgent' ? queue.findIndex(({ kind }) => kind !== 'urgent') : -1;
  const at = ahead === -1 ? queue.length : ahead;
  const next = (queue.at(-1)?.rank ?? 0) + 1;
  const order = [...queue.slice(0, at), { ...newcomer, rank: -1 }, ...queue.slice(at)];
  return changedRanks(order, [...queue.map(({ rank }) => rank), next]);
}

/** The places after one of the queue was moved before another; null: to the end. */
export function ranksMoved(queue: readonly Queued[], id: SpeechId, before: SpeechId | null): Ranks {
  const moved = queue.filter((one) => one.id === id);
  const others = queue.filter((one) => one.id !== id);
  const found = before === null ? -1 : others.findIndex((one) => one.id === before);
  const at = found === -1 ? others.length : found;
  const order = [...others.slice(0, at), ...moved, ...others.slice(at)];
  return changedRanks(
    order,
    queue.map(({ rank }) => rank),
  );
}

/** Hands the ascending `places` out in this order. Reusing them keeps a change as small as it can be. */
function changedRanks(order: readonly Queued[], places: readonly number[]): Ranks {
  const changed = order.flatMap((one, at): [SpeechId, number][] => {
    const place = places[at];
    return place === undefined || place === one.rank ? [] : [[one.id, place]];
  });
  return new Map(changed);
}
