import { recordKinds, type RecordKind } from '../../shared/records/registry.ts';
import type { StoredRecord } from './room-state.ts';

/** A record, and where it stands in the order. */
interface Place {
  stored: StoredRecord;
  at: number;
}

/**
 * The records of a room: by kind and id, and in the order in which they last changed.
 *
 * A record that changes goes to the end and leaves a gap where it stood. In a `Map` by key it would be taken out and put
 * in again, and every look would put a key together first; at the rate of ballots that cost more than deciding them.
 * The gaps are closed when they are the half.
 */
export class Records {
  readonly #byKind: Readonly<Record<RecordKind, Map<string, Place>>>;
  #order: (Place | null)[] = [];
  #gaps = 0;
  /** Kinds that were asked for as a list, until one of their records changes. Lists are never changed themselves. */
  readonly #lists = new Map<RecordKind, readonly StoredRecord[]>();

  constructor() {
    const kinds = recordKinds.map((kind) => [kind, new Map()] as const);
    this.#byKind = Object.fromEntries(kinds) as Record<RecordKind, Map<string, Place>>;
  }

  /** The record of this kind and id, which tells it from the others of its kind. */
  find(kind: RecordKind, id: string): StoredRecord | undefined {
    return this.#byKind[kind].get(id)?.stored;
  }

  /** Puts a new or a changed record at the end. */
  put(id: string, stored: StoredRecord): void {
    const place = this.#byKind[stored.kind].get(id);
    const list = this.#lists.get(stored.kind);
    if (place === undefined) {
      const fresh = { stored, at: this.#order.length };
      this.#byKind[stored.kind].set(id, fresh);
      this.#order.push(fresh);
      // Requests for the floor come in a burst, and each is decided by the list of those before.
      if (list !== undefined) this.#lists.set(stored.kind, list.concat(stored));
      return;
    }
    if (list !== undefined) this.#lists.delete(stored.kind);
    this.#order[place.at] = null;
    this.#gaps += 1;
    place.stored = stored;
    place.at = this.#order.length;
    this.#order.push(place);
    if (this.#gaps * 2 > this.#order.length) this.#closeGaps();
  }

  /** All records in ascending sequence. */
  *values(): Generator<StoredRecord> {
    for (const place of this.#order) if (place !== null) yield place.stored;
  }

  /** The records that changed after a sequence, in ascending sequence. */
  *after(seq: number): Generator<StoredRecord> {
    let from = this.#order.length;
    while (from > 0 && (this.#order[from - 1]?.stored.seq ?? Infinity) > seq) from -= 1;
    for (; from < this.#order.length; from += 1) {
      const place = this.#order[from];
      if (place) yield place.stored;
    }
  }

  /** The records of a kind in ascending sequence. */
  ofKind(kind: RecordKind): readonly StoredRecord[] {
    const known = this.#lists.get(kind);
    if (known !== undefined) return known;
    const places = [...this.#byKind[kind].values()].sort((a, b) => a.at - b.at);
    const list = places.map(({ stored }) => stored);
    this.#lists.set(kind, list);
    return list;
  }

  #closeGaps(): void {
    this.#order = this.#order.filter((place) => place !== null);
    this.#gaps = 0;
    for (const [at, place] of this.#order.entries()) if (place) place.at = at;
  }
}
