import type { LogEntry } from '../room/log-entry.ts';
import type { AgendaItemId, ParticipantId, SeatLabel, SpeechId } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { SpeechKind, SpeechState } from '../../shared/records/speech.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { holds } from './violation.ts';

interface Slip {
  readonly id: SpeechId;
  readonly itemId: AgendaItemId;
  readonly by: ParticipantId;
  readonly kind: SpeechKind;
  state: SpeechState;
}

/**
 * The queue as somebody keeps it with slips of paper: one heap per item, and one slip on the rostrum. It knows no ranks
 * and no clocks, only the order of the log.
 */
export class FloorAudit {
  requests = 0;
  given = 0;
  /** The last entry after which the floor may look different. */
  changedAt = 0;
  readonly #slips = new Map<SpeechId, Slip>();
  readonly #heaps = new Map<AgendaItemId, Slip[]>();
  readonly #seatOf: (participant: ParticipantId) => SeatLabel | null;
  #rostrum: Slip | null = null;
  #current: AgendaItemId | null = null;

  constructor(seatOf: (participant: ParticipantId) => SeatLabel | null) {
    this.#seatOf = seatOf;
  }

  take(entry: LogEntry): void {
    if (this.#takes(entry)) this.changedAt = entry.seq;
  }

  /** A record as the hub says it now. */
  judge({ kind, body, key }: WireRecord): void {
    if (kind !== 'speech' || body === null) return;
    const { id, state, seat, participantId } = body as RecordBody<'speech'>;
    const slip = this.#slips.get(id);
    holds(slip !== undefined, 'FLOOR-2', () => `${key} is told and was never asked for`);
    // Two at once show as one who is told to speak and should have ended.
    const rule = state === 'speaking' || slip.state === 'speaking' ? 'FLOOR-3' : 'FLOOR-2';
    holds(state === slip.state, rule, () => `${key} is told as ${state}, the log makes it ${slip.state}`);
    if (state !== 'waiting' && state !== 'speaking') return;
    const own = this.#seatOf(participantId);
    holds(seat === own, 'FLOOR-7', () => `${key} is told to be of ${seat}, not ${own}`);
  }

  /** What a whole screen shows of the floor, once it has reached the end of the log. */
  judgeScreen(name: string, speeches: readonly RecordBody<'speech'>[]): void {
    const speaking = speeches.filter(({ state }) => state === 'speaking').map(({ id }) => id);
    const rostrum = this.#rostrum === null ? [] : [this.#rostrum.id];
    holds(
      speaking.join() === rostrum.join(),
      'FLOOR-3',
      () => `${name} shows ${speaking.join()} speaking, the log has ${rostrum.join()}`,
    );
    for (const [itemId, heap] of this.#heaps) {
      const shown = speeches
        .filter((one) => one.itemId === itemId && one.state === 'waiting')
        .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
      const right = heap.map(({ id }) => id);
      holds(
        shown.join() === right.join(),
        'FLOOR-2',
        () => `${name} shows the queue ${shown.join()}, the log makes it ${right.join()}`,
      );
    }
  }

  #takes(entry: LogEntry): boolean {
    switch (entry.type) {
      case 'floor/requested':
        this.requests += 1;
        this.#ask(entry);
        return true;
      case 'floor/withdrawn':
        this.#pull(entry, entry.payload.requestId, 'withdrawn');
        return true;
      case 'floor/given':
        this.given += 1;
        this.#mount(this.#pull(entry, entry.payload.requestId, 'speaking', this.#current));
        return true;
      case 'floor/called':
        this.#call(entry);
        return true;
      case 'floor/moved':
        this.#move(entry);
        return true;
      case 'floor/cleared':
        for (const slip of this.#current === null ? [] : this.#heapOf(this.#current).splice(0))
          slip.state = 'cleared';
        return true;
      case 'floor/paused':
      case 'floor/resumed':
      case 'floor/extended':
      case 'floor/stopped':
        return this.#time(entry);
      case 'item/started':
        this.#mount(null);
        this.#current = entry.payload.itemId;
        return true;
      case 'meeting/closed':
        this.#mount(null);
        this.#current = null;
        return true;
      default:
        return entry.type === 'seat/moved';
    }
  }

  #heapOf(itemId: AgendaItemId): Slip[] {
    const heap = this.#heaps.get(itemId) ?? [];
    this.#heaps.set(itemId, heap);
    return heap;
  }

  #fresh(seq: number, slip: Slip): Slip {
    holds(!this.#slips.has(slip.id), 'FLOOR-2', () => `entry ${seq} uses ${slip.id} a second time`);
    this.#slips.set(slip.id, slip);
    return slip;
  }

  #ask({ seq, payload }: LogEntry & { type: 'floor/requested' }): void {
    const { requestId: id, itemId, participantId: by, kind } = payload;
    const heap = this.#heapOf(itemId);
    holds(
      heap.every((one) => one.by !== by),
      'FLOOR-1',
      () => `entry ${seq}: ${by} waits twice for ${itemId}`,
    );
    const slip = this.#fresh(seq, { id, itemId, by, kind, state: 'waiting' });
    // Before the topmost slip that is not urgent, or at the bottom.
    const at = kind === 'urgent' ? heap.findIndex((one) => one.kind !== 'urgent') : -1;
    if (at === -1) heap.push(slip);
    else heap.splice(at, 0, slip);
  }

  #pull({ seq }: LogEntry, id: SpeechId, to: SpeechState, from?: AgendaItemId | null): Slip {
    const slip = this.#slips.get(id);
    const heap = slip === undefined ? [] : this.#heapOf(slip.itemId);
    const at = slip === undefined ? -1 : heap.indexOf(slip);
    holds(slip !== undefined && at >= 0, 'FLOOR-2', () => `entry ${seq}: ${id} does not wait`);
    holds(
      from === undefined || slip.itemId === from,
      'FLOOR-6',
      () => `entry ${seq}: ${id} is of another item`,
    );
    heap.splice(at, 1);
    slip.state = to;
    return slip;
  }

  #call({ seq, payload }: LogEntry & { type: 'floor/called' }): void {
    const { requestId: id, participantId: by } = payload;
    const itemId = this.#current;
    holds(itemId !== null, 'FLOOR-6', () => `entry ${seq} calls somebody outside any item`);
    const waits = this.#heapOf(itemId).some((one) => one.by === by);
    holds(!waits, 'FLOOR-1', () => `entry ${seq}: ${by} is called and waits as well`);
    this.#mount(this.#fresh(seq, { id, itemId, by, kind: 'speak', state: 'speaking' }));
  }

  #move({ seq, payload }: LogEntry & { type: 'floor/moved' }): void {
    const slip = this.#pull({ seq } as LogEntry, payload.requestId, 'waiting');
    const heap = this.#heapOf(slip.itemId);
    const at = heap.findIndex(({ id }) => id === payload.before);
    holds(
      payload.before === null || at >= 0,
      'FLOOR-2',
      () => `entry ${seq} moves before somebody who is not there`,
    );
    heap.splice(at === -1 ? heap.length : at, 0, slip);
  }

  #time({ seq, type, payload }: LogEntry & { readonly payload: { readonly requestId: SpeechId } }): boolean {
    const isSpeaking = this.#rostrum?.id === payload.requestId;
    holds(isSpeaking, 'FLOOR-3', () => `entry ${seq}: ${type} of ${payload.requestId}, who does not speak`);
    if (type === 'floor/stopped') this.#mount(null);
    return true;
  }

  #mount(slip: Slip | null): void {
    if (this.#rostrum !== null) this.#rostrum.state = 'spoken';
    this.#rostrum = slip;
  }
}
