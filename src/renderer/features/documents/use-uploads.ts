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
  /** It is no PDF: the hub converts it first. */
  readonly isConverted: boolean;
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'done'; readonly pages: number }
    | { readonly kind: 'refused'; readonly code: HttpRefusal['code'] }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'away' };
}

interface Place {
  readonly meetingId: MeetingId;
  readonly itemId: AgendaItemId;
  readonly category: DocumentCategory;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly send: (files: readonly File[], place: Place) => Promise<void>;
  /** Gives up a file that is not taken in yet. */
  readonly cancel: (id: number) => void;
  /** Forgets those that have ended. */
  readonly clear: () => void;
}

/** Whether a file may still be given up. */
export function isUnderWay({ state }: Upload): boolean {
  return state.kind === 'waiting' || state.kind === 'sending';
}

/** Sends files to the hub one after another and keeps what it said of each. */
export function useUploads(): Uploads {
  const { hub } = useBridge();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const nextId = useRef(0);
  const running = useRef(new Map<number, AbortController>());
  const tell = (id: number, state: Upload['state']): void =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, state } : each)));

  const sendOne = async ({ id, file, givenUp }: Queued, place: Place): Promise<Upload['state']> => {
    if (givenUp.aborted) return { kind: 'cancelled' };
    tell(id, { kind: 'sending', share: 0 });
    const query = { ...place, fileName: file.name.normalize('NFC') };
    const told = (sent: number, total: number): void =>
      tell(id, { kind: 'sending', share: total === 0 ? 1 : sent / total });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const outcome = await hub.addDocument(query, bytes, told, givenUp);
      return outcome.ok
        ? { kind: 'done', pages: outcome.value.pages }
        : { kind: 'refused', code: outcome.reason.code };
    } catch (reason) {
      if (givenUp.aborted) return { kind: 'cancelled' };
      if (!(reason instanceof LinkDown)) console.error('upload:', reason);
      return { kind: 'away' };
    }
  };

  const queue = (file: File): Queued => {
    const controller = new AbortController();
    const id = (nextId.current += 1);
    running.current.set(id, controller);
    return { id, file, givenUp: controller.signal };
  };

  return {
    uploads,
    async send(files, place) {
      const queued = files.map(queue);
      setUploads((all) => [...queued.map(asWaiting), ...all]);
      for (const one of queued) {
        // One at a time: the order of the papers is the order in which they arrive.
        // oxlint-disable-next-line no-await-in-loop
        tell(one.id, await sendOne(one, place));
        running.current.delete(one.id);
      }
    },
    cancel(id) {
      running.current.get(id)?.abort();
      tell(id, { kind: 'cancelled' });
    },
    clear: () => setUploads((all) => all.filter(isUnderWay)),
  };
}

interface Queued {
  readonly id: number;
  readonly file: File;
  readonly givenUp: AbortSignal;
}

function asWaiting({ id, file }: Queued): Upload {
  return { id, name: file.name, isConverted: !/\.pdf$/i.test(file.name), state: { kind: 'waiting' } };
}
