import type { IntakeRefusal } from './intake-refusal.ts';

/** What the PDF engine's thread is asked: to read one file. The bytes are handed over, not copied again. */
export interface ReadingRequest {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What it found: the facts of a whole, readable, open PDF, or why it is none. */
export type Reading =
  | { readonly ok: true; readonly pages: number; readonly title: string | null; readonly sha256: string }
  | { readonly ok: false; readonly code: IntakeRefusal };

/** What the thread says: first that its engine is loaded, then one reading for each request. */
export type ThreadMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reading'; readonly id: number; readonly reading: Reading };
