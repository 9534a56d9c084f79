import type { DocumentHits } from '../../../shared/domain/search/pack-index.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';

/** From the window to the worker that holds the text of the pack. */
export type ToSearchWorker =
  /** The bytes of a version's `text` blob. */
  | { readonly type: 'put'; readonly versionId: DocumentVersionId; readonly text: Uint8Array }
  | { readonly type: 'drop'; readonly versionId: DocumentVersionId }
  /** `request` comes back with the answer; `order` is what to look through. */
  | {
      readonly type: 'search';
      readonly request: number;
      readonly query: string;
      readonly order: readonly DocumentVersionId[];
      readonly limit: number;
    };

/** From the worker to its window. */
export type FromSearchWorker =
  /** A version has been taken in; `hasText` is false when its blob could not be read. */
  | { readonly type: 'taken'; readonly versionId: DocumentVersionId; readonly hasText: boolean }
  | { readonly type: 'found'; readonly request: number; readonly hits: readonly DocumentHits[] };
