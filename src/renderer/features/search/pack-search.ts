import type { DocumentHits } from '../../../shared/domain/search/pack-index.ts';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { createSignal, type Stop, type Watchable } from '../../../shared/std/signal.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

/** A document of the pack as the search sees it. */
export interface SearchPaper {
  readonly versionId: DocumentVersionId;
  readonly title: string;
  /** Its words; null when it has none, as a scan that nobody has read. */
  readonly text: BlobReference | null;
  /** The words are on this terminal. */
  readonly isHere: boolean;
}

/** What a person sees of the search. */
export interface SearchState {
  readonly query: string;
  /** What was found for `query`; null while nothing is asked or the first answer is on its way. */
  readonly hits: readonly DocumentHits[] | null;
  /** Versions whose words are in the index. */
  readonly taken: ReadonlySet<DocumentVersionId>;
}

/** The worker, as far as the search knows it. */
export interface SearchWorker {
  post(message: ToSearchWorker): void;
  close(): void;
}

export interface PackSearchPorts {
  startWorker(onMessage: (message: FromSearchWorker) => void): SearchWorker;
  /** The whole of a held blob; null when it is not held after all. */
  read(text: BlobReference): Promise<Uint8Array | null>;
  onTrouble(reason: unknown): void;
}

/** So many hits of a document are shown; the rest are counted. */
export const hitsShown = 50;

const nothing: SearchState = { query: '', hits: null, taken: new Set() };

/**
 * Keeps the index of the pack in step with what is on this terminal and asks it. The words are in the worker's memory
 * alone and gone with it.
 */
export class PackSearch {
  readonly #ports: PackSearchPorts;
  readonly #state = createSignal<SearchState>(nothing);
  #worker: SearchWorker | null = null;
  #papers: readonly SearchPaper[] = [];
  /** What has been asked for, or is in the index. */
  #begun = new Map<DocumentVersionId, string>();
  /** One document after another, so that the vault stays free for pages. */
  #queue: Promise<void> = Promise.resolve();
  #request = 0;

  constructor(ports: PackSearchPorts) {
    this.#ports = ports;
  }

  get state(): Watchable<SearchState> {
    return this.#state;
  }

  /** Holds an index until it is stopped. */
  run(): Stop {
    this.#worker = this.#ports.startWorker((message) => this.#take(message));
    this.#keepStep();
    return () => {
      this.#worker?.close();
      this.#worker = null;
      this.#begun = new Map();
      this.#state.set({ ...nothing, query: this.#state.get().query });
    };
  }

  /** Takes in what has come and forgets what has gone. */
  follow(papers: readonly SearchPaper[]): void {
    if (isSame(papers, this.#papers)) return;
    this.#papers = papers;
    this.#keepStep();
  }

  /** What the person has typed so far. */
  type(query: string): void {
    this.#state.set({ ...this.#state.get(), query, ...(query.trim() === '' ? { hits: null } : {}) });
    this.#ask();
  }

  #keepStep(): void {
    if (this.#worker === null) return;
    const wanted = new Map(
      this.#papers.flatMap(({ versionId, text, isHere }) =>
        text !== null && isHere ? [[versionId, text] as const] : [],
      ),
    );
    for (const [versionId, sha256] of this.#begun) {
      if (wanted.get(versionId)?.sha256 !== sha256) this.#forget(versionId);
    }
    for (const [versionId, text] of wanted) {
      if (this.#begun.has(versionId)) continue;
      this.#begun.set(versionId, text.sha256);
      this.#queue = this.#queue.then(() => this.#put(versionId, text)).catch(this.#ports.onTrouble);
    }
    this.#ask();
  }

  async #put(versionId: DocumentVersionId, text: BlobReference): Promise<void> {
    if (this.#begun.get(versionId) !== text.sha256) return;
    const bytes = await this.#ports.read(text);
    if (this.#begun.get(versionId) !== text.sha256) return;
    if (bytes === null) this.#begun.delete(versionId);
    else this.#worker?.post({ type: 'put', versionId, text: bytes });
  }

  #forget(versionId: DocumentVersionId): void {
    this.#begun.delete(versionId);
    this.#worker?.post({ type: 'drop', versionId });
    const state = this.#state.get();
    const taken = new Set(state.taken);
    if (taken.delete(versionId)) this.#state.set({ ...state, taken });
  }

  #ask(): void {
    const { query } = this.#state.get();
    this.#request += 1;
    if (query.trim() === '') return;
    this.#worker?.post({
      type: 'search',
      request: this.#request,
      query,
      order: this.#papers.map(({ versionId }) => versionId),
      limit: hitsShown,
    });
  }

  #take(message: FromSearchWorker): void {
    const state = this.#state.get();
    if (message.type === 'taken') {
      if (!this.#begun.has(message.versionId)) return;
      this.#state.set({ ...state, taken: new Set([...state.taken, message.versionId]) });
      return this.#ask();
    }
    if (message.request === this.#request) this.#state.set({ ...state, hits: message.hits });
  }
}

function isSame(some: readonly SearchPaper[], others: readonly SearchPaper[]): boolean {
  return (
    some.length === others.length &&
    some.every((paper, at) => {
      const other = others[at];
      return (
        paper.versionId === other?.versionId &&
        paper.text?.sha256 === other.text?.sha256 &&
        paper.isHere === other.isHere
      );
    })
  );
}
