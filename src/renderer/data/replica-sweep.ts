import type { RecordCollection, RecordDocument } from './database.ts';
import { isRecordKey } from './replica-marker.ts';

/** A record as RxDB's replication is given it. */
export type Pulled = RecordDocument & { readonly _deleted: boolean };

/** Picks among what is held. */
type Held = (record: Pick<RecordDocument, 'seq' | 'generation'>) => boolean;

/**
 * Finds what a replica holds and the hub does not stand behind, for removal with what was pulled: removals alone, since
 * what the hub has comes by itself.
 */
export class ReplicaSweep {
  readonly #collection: RecordCollection;
  readonly #generation: number;
  /** Keys that came under this generation since the start. */
  readonly #fresh = new Set<string>();
  /** What was left over of a former generation has been handed on for removal. */
  #isSwept = false;
  /** The first page has come, and what was stored beyond its beginning is as the hub has it, or on its way out. */
  #isSure = false;

  constructor(collection: RecordCollection, generation: number) {
    this.#collection = collection;
    this.#generation = generation;
  }

  /** These have come from the hub: they stay. */
  came(records: Iterable<{ readonly key: string }>): void {
    for (const { key } of records) this.#fresh.add(key);
  }

  /**
   * What has to go after a page that began behind the entry `since`; `isLast`: it was the last of a whole pull. Asked
   * after {@link came} was told of the page.
   */
  async after(since: number, isLast: boolean): Promise<readonly Pulled[]> {
    const removals: Pulled[] = [];
    if (!this.#isSure) {
      // What was stored just before the power went, without its checkpoint. It comes again if it is of the hub's
      // history; if it is not, nothing else would ever remove it.
      removals.push(...(await this.#removals((held) => this.#isOurs(held) && held.seq > since)));
    }
    this.#isSure = true;
    // What did not come again in a pull of everything is gone on the hub, or not for these eyes.
    if (isLast && !this.#isSwept) removals.push(...(await this.#removals((held) => !this.#isOurs(held))));
    this.#isSwept ||= isLast;
    return removals;
  }

  #isOurs({ generation }: Pick<RecordDocument, 'generation'>): boolean {
    return generation === this.#generation;
  }

  async #removals(isToGo: Held): Promise<readonly Pulled[]> {
    const held = await this.#collection.find().exec();
    return held
      .filter((one) => isToGo(one) && !this.#fresh.has(one.key) && isRecordKey(one.key))
      .map(({ key, seq }) => ({ key, seq, generation: this.#generation, body: null, _deleted: true }));
  }
}
