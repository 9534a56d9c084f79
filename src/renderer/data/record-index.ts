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

  /** The records of one kind; the same watchable every time. */
  of<Kind extends RecordKind>(kind: Kind): Watchable<RecordSet<Kind>> {
    return present(this.#shelves.get(kind), kind) as unknown as Watchable<RecordSet<Kind>>;
  }

  /** Takes what is held now, in the order of the keys. Kinds in which nothing changed tell nobody. */
  show(documents: readonly StoredRecord[]): void {
    const byKind = Map.groupBy(documents, (document) => kindOf(document.key));
    const changed = [...this.#shelves].filter(([kind, shelf]) => shelf.fill(byKind.get(kind) ?? []));
    // Only now, so that no listener finds one kind changed and another not yet.
    for (const [, shelf] of changed) shelf.tell();
  }
}

/** The records of one kind, and who wants to know of them. */
class Shelf implements Watchable<RecordSet<RecordKind>> {
  readonly #changes = createChannel<RecordSet<RecordKind>>();
  #documents: readonly StoredRecord[] | null = null;
  #set = unread;

  readonly get = (): RecordSet<RecordKind> => this.#set;

  readonly subscribe = (listener: (set: RecordSet<RecordKind>) => void): Stop =>
    this.#changes.subscribe(listener);

  /** True when something has changed, of which nobody has been told yet. */
  fill(documents: readonly StoredRecord[]): boolean {
    if (this.#documents !== null && isSameList(this.#documents, documents)) return false;
    this.#documents = documents;
    this.#set = setOf(documents);
    return true;
  }

  tell(): void {
    this.#changes.emit(this.#set);
  }
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

function setOf(documents: readonly StoredRecord[]): RecordSet<RecordKind> {
  const byId = new Map<string, RecordBody<RecordKind>>();
  for (const document of documents) {
    // Bodies were parsed by the schema of their kind when they came from the hub, and were sealed since.
    byId.set(
      document.key.slice(document.key.indexOf('/') + 1),
      document.toJSON().body as RecordBody<RecordKind>,
    );
  }
  return { read: true, list: [...byId.values()], byId };
}

function isSameList(a: readonly StoredRecord[], b: readonly StoredRecord[]): boolean {
  return a.length === b.length && a.every((document, index) => document === b[index]);
}
