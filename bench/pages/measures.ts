/** What a page under measurement offers to the benchmark that drives it; all times in milliseconds. */
export interface Measures {
  /** Pulls everything into a new replica, then what has changed since: until each is whole. */
  replica(seat: string): Promise<Pulled>;
  /** The same records into plain IndexedDB with two indexes. */
  plainStore(name: string): Promise<Pulled>;
  /** Fetches a document into the vault; resolves once it is held. */
  hold(sha256: string, bytes: number): Promise<void>;
  /** Opens a held document with the viewer's engine: until its first page is drawn. */
  firstPageFromVault(sha256: string, bytes: number): Promise<number>;
  /** Opens the same bytes, which lie in memory, with pdf.js as it comes. */
  firstPageFromMemory(sha256: string): Promise<number>;
}

export interface Pulled {
  readonly initial: number;
  readonly catchUp: number;
}

/** How many records a new terminal pulls, and how many have changed when it comes back. */
export const records = { first: 5_000, missed: 200 } as const;
