import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AgendaItemId, DocumentVersionId, VoteId } from '../../shared/records/ids.ts';

/** The parts of a seat that its rail leads to. */
export type SeatPlace = 'agenda' | 'documents' | 'search' | 'vote' | 'help' | 'keys' | 'leave';

/** A page of a document, from 1. */
export interface PagePlace {
  readonly versionId: DocumentVersionId;
  readonly page: number;
}

/** What a delegate looks at. It is the delegate's own and gone with the window. */
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
  /** Texts that have been on this screen, whole and checked. */
  readonly seen: ReadonlySet<DocumentVersionId>;

  goTo(place: SeatPlace, during: VoteId | null): void;
  listPapersOf(itemId: AgendaItemId | null, during: VoteId | null): void;
  /** Opens a paper by hand, which leaves the room's page. */
  openAlone(own: PagePlace): void;
  /** Turns a page where nobody leads, without leaving the room. */
  turnUnled(own: PagePlace): void;
  rejoin(): void;
  markSeen(versionId: DocumentVersionId): void;
}

/** Creates the reading state of one seat window. */
export function createReadingStore(): StoreApi<Reading> {
  return createStore<Reading>()((set, get) => ({
    place: 'documents',
    chosenIn: null,
    itemId: null,
    isFollowing: true,
    own: null,
    seen: new Set(),
    goTo: (place, during) => set({ place, chosenIn: during }),
    listPapersOf: (itemId, during) => set({ itemId, place: 'documents', chosenIn: during }),
    openAlone: (own) => set({ own, isFollowing: false }),
    turnUnled: (own) => set({ own }),
    rejoin: () => set({ isFollowing: true, itemId: null, own: null }),
    markSeen(versionId) {
      if (!get().seen.has(versionId)) set({ seen: new Set([...get().seen, versionId]) });
    },
  }));
}
