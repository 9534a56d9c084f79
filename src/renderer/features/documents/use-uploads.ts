import { useRef, useState } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { HttpRefusal } from '../../../shared/protocol/http.ts';
import type { DocumentCategory } from '../../../shared/records/document.ts';
import type { AgendaItemId, MeetingId } from '../../../shared/records/ids.ts';
import { useBridge } from '../../data/data-context.ts';

/** A file on its way to the hub, and what has become of it. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'done'; readonly pages: number }
    | { readonly kind: 'refused'; readonly code: HttpRefusal['code'] }
    | { readonly kind: 'away' };
}

interface Place {
  readonly meetingId: MeetingId;
  readonly itemId: AgendaItemId;
  readonly category: DocumentCategory;
}

/** Sends files to the hub one after another and keeps what it said of each. */
export function useUploads(): {
  readonly uploads: readonly Upload[];
  readonly send: (files: readonly File[], place: Place) => Promise<void>;
  readonly clear: () => void;
} {
  const { hub } = useBridge();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const nextId = useRef(0);
  const tell = (id: number, state: Upload['state']): void =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, state } : each)));

  const sendOne = async (id: number, file: File, place: Place): Promise<void> => {
    const pdf = new Uint8Array(await file.arrayBuffer());
    tell(id, { kind: 'sending', share: 0 });
    const query = { ...place, fileName: file.name.normalize('NFC') };
    try {
      const outcome = await hub.addDocument(query, pdf, (sent, total) =>
        tell(id, { kind: 'sending', share: total === 0 ? 1 : sent / total }),
      );
      tell(
        id,
        outcome.ok
          ? { kind: 'done', pages: outcome.value.pages }
          : { kind: 'refused', code: outcome.reason.code },
      );
    } catch (reason) {
      if (!(reason instanceof LinkDown)) console.error('upload:', reason);
      tell(id, { kind: 'away' });
    }
  };

  return {
    uploads,
    async send(files, place) {
      const queued = files.map((file) => ({ id: (nextId.current += 1), file }));
      setUploads((all) => [
        ...queued.map(({ id, file }) => ({ id, name: file.name, state: { kind: 'waiting' } as const })),
        ...all,
      ]);
      // One at a time: the order of the papers is the order in which they arrive.
      // oxlint-disable-next-line no-await-in-loop
      for (const { id, file } of queued) await sendOne(id, file, place);
    },
    clear: () =>
      setUploads((all) => all.filter(({ state }) => state.kind === 'waiting' || state.kind === 'sending')),
  };
}
