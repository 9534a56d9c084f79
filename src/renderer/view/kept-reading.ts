import { createContext, use } from 'react';
import {
  agendaItemId,
  documentVersionId,
  type AgendaItemId,
  type ParticipantId,
} from '../../shared/records/ids.ts';
import type { PagePlace, Reading, SeatPlace } from './create-reading-store.ts';

/** What of a delegate's reading outlives the page, so that a window that was loaded anew shows the same. */
export interface KeptReading {
  readonly place: SeatPlace;
  readonly itemId: AgendaItemId | null;
  readonly isFollowing: boolean;
  readonly own: PagePlace | null;
}

/** Where a window keeps that; both may fail silently. It holds numbers and ids, and no word of a document. */
export interface ReadingMemory {
  read(): unknown;
  write(kept: unknown): void;
}

/** Lists to read in. A form that was being filled in begins anew, and nobody is led to the door. */
const restored: readonly SeatPlace[] = ['agenda', 'documents', 'search', 'floor'];

/** What this person was reading; null for somebody else's, and for what makes no sense. */
export function readKept(memory: ReadingMemory, me: ParticipantId | null): KeptReading | null {
  const kept = memory.read();
  if (me === null || !isObject(kept) || kept['participantId'] !== me) return null;
  const place = restored.find((each) => each === kept['place']) ?? 'documents';
  return {
    place,
    itemId: agendaItemId.safeParse(kept['itemId']).data ?? null,
    isFollowing: kept['isFollowing'] !== false,
    own: pagePlaceOf(kept['own']),
  };
}

/** Keeps what this person is reading. */
export function keepReading(
  memory: ReadingMemory,
  participantId: ParticipantId | null,
  { place, itemId, isFollowing, own }: Reading,
): void {
  memory.write({ participantId, place, itemId, isFollowing, own });
}

function pagePlaceOf(value: unknown): PagePlace | null {
  if (!isObject(value)) return null;
  const versionId = documentVersionId.safeParse(value['versionId']);
  const page = Number(value['page']);
  return versionId.success && Number.isSafeInteger(page) && page >= 1
    ? { versionId: versionId.data, page }
    : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Without a provider above, it is forgotten with the window. */
const ReadingMemoryContext = createContext<ReadingMemory>({ read: () => null, write: () => undefined });

export const ReadingMemoryProvider = ReadingMemoryContext.Provider;

/** Where this window keeps what is read in it. */
export function useReadingMemory(): ReadingMemory {
  return use(ReadingMemoryContext);
}
