import { recordKinds, type RecordBody, type RecordKind } from '../../shared/records/registry.ts';
import { createChannel, type Stop, type Watchable } from '../../shared/std/signal.ts';
import { present } from '../../shared/std/must.ts';
import type { RecordDocument } from './database.ts';
import type { RecordSet } from './replica.ts';

/** A document as a query gives it: the same object as long as nothing in it has changed. */
export interface StoredRecord {
  readonly key: string;
  toJSON(): Pick<RecordDocument, 'body'>;
}

const unread: RecordSet<RecordKind> = { read: false, list: [], byId: new Map() };

/**
 * The records in memory, by kind. One query gives all kinds at once, so that what changed together on the hub
 * (a vote and its tally) changes together on the screen.
 */
export class RecordIndex {
  readonly #shelves = new Map<string, Shelf>(recordKinds.map((kind) => [kind, new Shelf()]));
  /** What was read out of a document; a document that has changed is another. */
  readonly #entries = new WeakMap<StoredRecord, Entry>();

  /** The records of one kind; the same watchable every time. */
  of<Kind extends RecordKind>(kind: Kind): Watchable<RecordSet<Kind>> {
    return present(this.#shelves.get(kind), kind);
  }

  /** Takes what is held now, in the order of the keys. Kinds in which nothing changed tell nobody. */
  show(documents: readonly StoredRecord[]): void {
    const byKind = Map.groupBy(
      documents.map((document) => this.#entryOf(document)),
      ({ kind }) => kind,
    );
    const changed = [...this.#shelves].filter(([kind, shelf]) => shelf.fill(byKind.get(kind) ?? []));
    // Only now, so that no listener finds one kind changed and another not yet.
    for (const [, shelf] of changed) shelf.tell();
  }

  #entryOf(document: StoredRecord): Entry {
    const known = this.#entries.get(document);
    if (known !== undefined) return known;
    const { key } = document;
    const slash = key.indexOf('/');
    // Bodies were parsed by the schema of their kind when they came from the hub, and were sealed since.
    const body = document.toJSON().body as RecordBody<RecordKind>;
    const entry = { kind: key.slice(0, slash), id: key.slice(slash + 1), body };
    this.#entries.set(document, entry);
    return entry;
  }
}

interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly body: RecordBody<RecordKind>;
}

/** The records of one kind, and who wants to know of them. */
class Shelf implements Watchable<RecordSet<RecordKind>> {
  readonly #changes = createChannel<RecordSet<RecordKind>>();
  #entries: readonly Entry[] | null = null;
  #set = unread;

  readonly get = (): RecordSet<RecordKind> => this.#set;

  readonly subscribe = (listener: (set: RecordSet<RecordKind>) => void): Stop =>
    this.#changes.subscribe(listener);

  /** True when something has changed, of which nobody has been told yet. */
  fill(entries: readonly Entry[]): boolean {
    if (this.#entries !== null && isSameList(this.#entries, entries)) return false;
    this.#entries = entries;
    this.#set = {
      read: true,
      list: entries.map(({ body }) => body),
      byId: new Map(entries.map(({ id, body }) => [id, body])),
    };
    return true;
  }

  tell(): void {
    this.#changes.emit(this.#set);
  }
}

function isSameList(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
