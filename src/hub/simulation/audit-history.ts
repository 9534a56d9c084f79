import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { Lineage } from './lineage.ts';
import { holds } from './violation.ts';

/** What a terminal keeps of one replica; another object for each replica. */
interface KeptRecords {
  readonly records: ReadonlyMap<string, WireRecord>;
}

/**
 * Watches terminals of a room whose log was copied by hand, so that two hubs write in one epoch: all records of one
 * replica must be of one log, whichever. Before there is such a copy it costs nothing.
 */
export class HistoryAudit {
  /** Each copy, and what it was made of. */
  readonly #origins = new Map<Lineage, Lineage>();
  readonly #lineages = new Set<Lineage>();
  /** Who has said a record since then, word for word. */
  readonly #sayers = new Map<string, Set<Lineage>>();
  readonly #texts = new WeakMap<WireRecord, string>();
  readonly #possible = new WeakMap<KeptRecords, readonly Lineage[]>();
  readonly #heard = new WeakMap<readonly WireRecord[], Set<Lineage>>();

  copied(origin: Lineage, copy: Lineage): void {
    this.#origins.set(copy, origin);
    this.#lineages.add(origin).add(copy);
  }

  /** True when both may write in one epoch, because somebody has copied the one by hand. */
  areOfOneFolder(a: Lineage, b: Lineage): boolean {
    return this.#origins.get(a) === b || this.#origins.get(b) === a;
  }

  said(lineage: Lineage, records: readonly WireRecord[]): void {
    if (this.#origins.size === 0) return;
    const heard = this.#heard.get(records) ?? new Set();
    if (heard.has(lineage)) return;
    this.#heard.set(records, heard.add(lineage));
    this.#lineages.add(lineage);
    for (const record of records) {
      const text = this.#textOf(record);
      this.#sayers.set(text, (this.#sayers.get(text) ?? new Set()).add(lineage));
    }
  }

  /** Records are about to be stored beside what is kept. */
  stored(name: string, kept: KeptRecords | null, records: readonly WireRecord[]): void {
    if (this.#origins.size === 0 || kept === null) return;
    const changed = new Set<string>(records.map(({ key }) => key));
    const left = (): WireRecord[] => [...kept.records.values()].filter(({ key }) => !changed.has(key));
    let possible = this.#having(this.#possible.get(kept) ?? [], records);
    // What made it so may be what is replaced now.
    if (possible.length === 0) possible = this.#having(this.#having([...this.#lineages], left()), records);
    this.#possible.set(kept, possible);
    holds(possible.length > 0, 'INV-10', () => `${name} holds records of two histories`);
  }

  /** The logs of which everything that is kept can be; none that matters where nothing was copied. */
  historiesOf(kept: KeptRecords): readonly Lineage[] {
    return this.#possible.get(kept) ?? this.#having([...this.#lineages], kept.records.values());
  }

  #having(lineages: readonly Lineage[], records: Iterable<WireRecord>): readonly Lineage[] {
    let left = lineages;
    for (const record of records)
      if (record.body !== null) left = left.filter((lineage) => this.#isOf(record, lineage));
    return left;
  }

  #isOf(record: WireRecord, lineage: Lineage): boolean {
    // What nobody has said since the copy was said before, by the one hub that there was.
    const sayers = this.#sayers.get(this.#textOf(record)) ?? this.#origins.values();
    for (const sayer of sayers) if (isSameAt(record.seq, sayer, lineage)) return true;
    return false;
  }

  #textOf(record: WireRecord): string {
    const known = this.#texts.get(record);
    if (known !== undefined) return known;
    const text = `${record.key}@${record.seq} ${JSON.stringify(record.body)}`;
    this.#texts.set(record, text);
    return text;
  }
}

/** True when both logs have the same entry there, or one of the same command, which may read the same. */
function isSameAt(seq: number, a: Lineage, b: Lineage): boolean {
  if (a === b) return true;
  const [one, other] = [a.entries[seq - 1], b.entries[seq - 1]];
  if (one === undefined || other === undefined) return false;
  return one.hash === other.hash || (one.commandId === other.commandId && one.type === other.type);
}
