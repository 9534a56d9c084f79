import type { FromHub, RoomRecord } from './words.ts';

type Page = Extract<FromHub, { type: 'page' }>;
type Poke = Extract<FromHub, { type: 'poke' }>;

/** The records that a client holds, and up to which sequence it holds them whole. */
export class Replica {
  readonly #records = new Map<string, RoomRecord>();
  #epoch = 0;
  #seq = 0;

  /** What a hello says that is held; null before anything is. */
  get have(): { readonly epoch: number; readonly seq: number } | null {
    return this.#epoch === 0 ? null : { epoch: this.#epoch, seq: this.#seq };
  }

  get seq(): number {
    return this.#seq;
  }

  /** A hub of a higher epoch tells another history: what was held of the former one goes. */
  enter(epoch: number): void {
    if (epoch <= this.#epoch) return;
    this.#records.clear();
    this.#seq = 0;
    this.#epoch = epoch;
  }

  /** True when the page joined what was held. */
  takePage(page: Page): boolean {
    if (page.epoch !== this.#epoch || page.since > this.#seq) return false;
    this.#keep(page.records);
    this.#seq = Math.max(this.#seq, page.upTo);
    return true;
  }

  /** True when the poke joined what was held; false means a gap, and a pull. */
  takePoke(poke: Poke): boolean {
    if (poke.epoch !== this.#epoch || poke.prev > this.#seq) return false;
    this.#keep(poke.records);
    this.#seq = Math.max(this.#seq, poke.seq);
    return true;
  }

  body(key: string): Readonly<Record<string, unknown>> | null {
    return this.#records.get(key)?.body ?? null;
  }

  all(kind: string): Readonly<Record<string, unknown>>[] {
    return [...this.#records.values()].flatMap((record) =>
      record.kind === kind && record.body !== null ? [record.body] : [],
    );
  }

  #keep(records: readonly RoomRecord[]): void {
    for (const record of records) {
      const held = this.#records.get(record.key);
      if (held === undefined || held.seq <= record.seq) this.#records.set(record.key, record);
    }
  }
}
