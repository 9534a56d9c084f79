import type { BlobProgress, WantedBlob } from '../../../../shared/bridge/bridge.ts';
import type { MeetingId, Sha256 } from '../../../../shared/records/ids.ts';

/** From the page to the worker of its vault. `request` is chosen by the page and comes back with the answer. */
export type ToVault =
  | { readonly type: 'open'; readonly terminal: string; readonly origin: string }
  /** What to ask the hub with; null while there is no use in asking. */
  | { readonly type: 'online'; readonly headers: Readonly<Record<string, string>> | null }
  | { readonly type: 'want'; readonly blobs: readonly WantedBlob[] }
  | {
      readonly type: 'read';
      readonly request: number;
      readonly sha256: Sha256;
      readonly begin: number;
      readonly end: number;
    }
  | { readonly type: 'drop-others'; readonly request: number }
  /** Live traffic goes first for a moment. */
  | { readonly type: 'yield' }
  | { readonly type: 'recall'; readonly request: number; readonly meetingId: MeetingId };

/** From the worker to its page. */
export type FromVault =
  /** `keeps` is false where there is no file system and documents are in memory alone. */
  | { readonly type: 'opened'; readonly keeps: boolean; readonly recalled: readonly MeetingId[] }
  | { readonly type: 'progress'; readonly progress: readonly BlobProgress[] }
  | { readonly type: 'answer'; readonly request: number; readonly bytes: Uint8Array | null }
  /** The disk has refused; the page asks again when it sees fit. */
  | { readonly type: 'failed'; readonly request: number; readonly reason: string }
  | { readonly type: 'trouble'; readonly reason: string };
