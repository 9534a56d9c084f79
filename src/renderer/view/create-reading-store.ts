import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AgendaItemId, DocumentVersionId } from '../../shared/records/ids.ts';

/** The parts of a seat that its rail leads to. */
export type SeatPlace = 'agenda' | 'documents' | 'vote' | 'help' | 'leave';

/** A page of a document, from 1. */
export interface PagePlace {
  readonly versionId: DocumentVersionId;
  readonly page: number;
}

/** What a delegate looks at. It is the delegate's own and gone with the window. */
export interface Reading {
  readonly place: SeatPlace;
  /** The item whose papers are listed; null goes with the meeting. */
  readonly itemId: AgendaItemId | null;
  /** True while the seat goes where the room is ("Theo trang trình bày"). */
  readonly isFollowing: boolean;
  /** What the delegate opened; while following, the page chosen in a document that nobody leads. */
  readonly own: PagePlace | null;
  /** Texts that have been on this screen, whole and checked. */
  readonly seen: ReadonlySet<DocumentVersionId>;

  goTo(place: SeatPlace): void;
  listPapersOf(itemId: AgendaItemId | null): void;
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
    itemId: null,
    isFollowing: true,
    own: null,
    seen: new Set(),
    goTo: (place) => set({ place }),
    listPapersOf: (itemId) => set({ itemId, place: 'documents' }),
    openAlone: (own) => set({ own, isFollowing: false }),
    turnUnled: (own) => set({ own }),
    rejoin: () => set({ isFollowing: true, itemId: null, own: null }),
    markSeen(versionId) {
      if (!get().seen.has(versionId)) set({ seen: new Set([...get().seen, versionId]) });
    },
  }));
}
