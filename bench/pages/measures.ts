/** What a page under measurement offers to the benchmark that drives it; all times in milliseconds. */
export interface Measures {
  /** Pulls everything into a new replica, then what has changed since: until each is whole. */
  replica(seat: string): Promise<Pulled>;
  /** The same records into plain IndexedDB with two indexes. */
  plainStore(name: string): Promise<Pulled>;
  /** Fetches a document into the vault; resolves once it is held. */
  hold(sha256: string, bytes: number): Promise<void>;
  /** Opens a held document with the viewer's engine: until its first page is drawn. */
  firstPageFromVault(sha256: string, bytes: number): Promise<FirstPage>;
  /** Opens all of a held document first, and then that with pdf.js as it comes. */
  firstPageAfterAll(sha256: string, bytes: number): Promise<FirstPage>;
  /** Writes one stroke of so many points: from event to pixel, for each of the last of them. */
  ink(arm: InkArm, points: number): Promise<readonly number[]>;
  /** Turns to pages one after the other, with a document whose first page has been shown. */
  turns(arm: TurnArm, sha256: string, pages: readonly number[]): Promise<Turns>;
  /** Shows pages one after the other and keeps the document open. */
  showPages(arm: TurnArm, sha256: string, pages: readonly number[]): Promise<void>;
  /** Writes a blob of so many bytes and reads it again. */
  vaultSpeed(arm: StoreArm, bytes: number): Promise<StoreSpeed>;
}

/** When the first page was there, and how much of the document had been unsealed by then. */
export interface FirstPage {
  readonly ms: number;
  readonly megabytes: number;
}

/** Ways to turn a page: pdf.js as it comes, our engine when asked, the same with the page drawn ahead, PDFium. */
export type TurnArm = 'stock' | 'ours' | 'prepared' | 'pdfium';

/** By turn: until the page is on its canvas, and the longest stall of the main thread meanwhile. */
export interface Turns {
  readonly ms: readonly number[];
  readonly gaps: readonly number[];
}

/** Where bytes are kept: our vault, IndexedDB as well as one can, the same safe from a power cut, a file without a seal. */
export type StoreArm = 'vault' | 'indexed-db' | 'indexed-db-strict' | 'plain-opfs';

/** How long it took to write a blob and to read it again, in milliseconds. */
export interface StoreSpeed {
  /** Until the system has taken the bytes, which a power cut may still take away. */
  readonly taken: number;
  /** Until the store calls them written. */
  readonly write: number;
  readonly read: number;
}

/** Ways to draw a growing stroke: ours, the whole outline at every event, a bare line. */
export type InkArm = 'ours' | 'outline' | 'line';

export interface Pulled {
  readonly initial: number;
  readonly catchUp: number;
}

/** How many records a new terminal pulls, and how many have changed when it comes back. */
export const records = { first: 5_000, missed: 200 } as const;
