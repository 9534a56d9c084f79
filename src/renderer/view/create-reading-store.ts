import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AgendaItemId, DocumentVersionId, VoteId } from '../../shared/records/ids.ts';

/** The parts of a seat that its rail leads to. */
export type SeatPlace =
  | 'agenda'
  | 'documents'
  | 'search'
  | 'vote'
  | 'floor'
  | 'opinion'
  | 'call'
  | 'help'
  | 'keys'
  | 'leave';

/** A page of a document, from 1. */
export interface PagePlace {
  readonly versionId: DocumentVersionId;
  readonly page: number;
}

/** A page that was opened for the words that a search found on it. */
export interface FoundPlace extends PagePlace {
  /** As they were typed. */
  readonly words: string;
}

/** What a delegate looks at. It is the delegate's own; of it `kept-reading.ts` keeps what a reload has to show again. */
export interface Reading {
  readonly place: SeatPlace;
  /** The vote that was open when the place was chosen; a new vote comes to the front once. */
  readonly chosenIn: VoteId | null;
  /** The item whose papers are listed; null goes with the meeting. */
  readonly itemId: AgendaItemId | null;
  /** True while the seat goes where the room is ("Theo trang trình bày"). */
  readonly isFollowing: boolean;
  /** What the delegate opened; while following, the page chosen in a document that nobody leads. */
  readonly own: PagePlace | null;
  /** What a search has led to, until the delegate goes on from there. */
  readonly found: FoundPlace | null;
  /** Texts that have been on this screen, whole and checked. */
  readonly seen: ReadonlySet<DocumentVersionId>;

  goTo(place: SeatPlace, during: VoteId | null): void;
  listPapersOf(itemId: AgendaItemId | null, during: VoteId | null): void;
  /** Opens a paper by hand, which leaves the room's page. */
  openAlone(own: PagePlace): void;
  /** Opens a paper where a search has found something; each call is a wish of its own. */
  openFound(found: FoundPlace): void;
  /** Turns a page where nobody leads, without leaving the room. */
  turnUnled(own: PagePlace): void;
  rejoin(): void;
  markSeen(versionId: DocumentVersionId): void;
}

/** Creates the reading state of one seat window, with what it showed before it was loaded anew. */
export function createReadingStore(
  kept: Pick<Reading, 'place' | 'itemId' | 'isFollowing' | 'own'> | null = null,
): StoreApi<Reading> {
  return createStore<Reading>()((set, get) => ({
    place: 'documents',
    chosenIn: null,
    itemId: null,
    isFollowing: true,
    own: null,
    found: null,
    ...kept,
    seen: new Set(),
    goTo: (place, during) => set({ place, chosenIn: during }),
    listPapersOf: (itemId, during) => set({ itemId, place: 'documents', chosenIn: during }),
    openAlone: (own) => set({ own, isFollowing: false, found: null }),
    openFound: ({ versionId, page, words }) =>
      set({ own: { versionId, page }, isFollowing: false, found: { versionId, page, words } }),
    turnUnled: (own) => set({ own, found: null }),
    rejoin: () => set({ isFollowing: true, itemId: null, own: null, found: null }),
    markSeen(versionId) {
      if (!get().seen.has(versionId)) set({ seen: new Set([...get().seen, versionId]) });
    },
  }));
}
