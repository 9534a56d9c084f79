import { useState } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { Replaced, ReplaceDocumentQuery } from '../../../shared/protocol/http.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import { useBridge } from '../../data/data-context.ts';

/** How far a replacement has come. */
export type ReplacementState =
  | { readonly kind: 'writing' }
  | { readonly kind: 'sending'; readonly share: number; readonly publish: boolean }
  | { readonly kind: 'compared'; readonly result: Replaced }
  | { readonly kind: 'published'; readonly result: Replaced }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'away' };

/** A file that is to come in the place of a version, from its choice to its publication. */
export interface Replacement {
  readonly file: File | null;
  readonly reason: string;
  readonly state: ReplacementState;
  choose(file: File): void;
  setReason(reason: string): void;
  compare(): Promise<void>;
  publish(): Promise<void>;
}

/** Prepares the replacement of `version`: another file has to be compared again, another reason has not. */
export function useReplacement(version: DocumentVersion): Replacement {
  const { hub } = useBridge();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const [state, setState] = useState<ReplacementState>({ kind: 'writing' });

  const send = async (publish: ReplaceDocumentQuery['publish']): Promise<void> => {
    if (file === null) return;
    const isPublishing = publish === 'yes';
    setState({ kind: 'sending', share: isPublishing ? 1 : 0, publish: isPublishing });
    const query: ReplaceDocumentQuery = {
      meetingId: version.meetingId,
      replaces: version.id,
      // Only compared it needs no reason yet; the hub keeps nothing of it.
      reason: reason.trim() || '–',
      fileName: file.name.normalize('NFC'),
      publish,
    };
    const sendFile = async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await hub.replaceDocument(query, bytes, (sent, total) =>
        setState({ kind: 'sending', share: total === 0 ? 1 : sent / total, publish: isPublishing }),
      );
    };
    try {
      const held = isPublishing && state.kind === 'compared' ? state.result.prepared : null;
      const published =
        held === null
          ? null
          : await hub.replaceDocument({ ...query, prepared: held.sha256 }, new Uint8Array());
      const isForgotten = published?.ok === false && published.reason.code === 'blob/unknown';
      const outcome = published === null || isForgotten ? await sendFile() : published;
      if (!outcome.ok) setState({ kind: 'refused', code: outcome.reason.code });
      else setState({ kind: isPublishing ? 'published' : 'compared', result: outcome.value });
    } catch (cause) {
      if (!(cause instanceof LinkDown)) console.error('replacement:', cause);
      setState({ kind: 'away' });
    }
  };

  return {
    file,
    reason,
    state,
    choose(chosen) {
      setFile(chosen);
      setState({ kind: 'writing' });
    },
    setReason,
    compare: () => send('no'),
    publish: () => send('yes'),
  };
}
