import { createContext, use } from 'react';
import type { DocumentVersionId } from '../../shared/records/ids.ts';

/** A place in a document: a page from 1, and how far down it (0 to 1). */
export interface LastPlace {
  readonly page: number;
  readonly fraction: number;
}

/** Where this terminal keeps the places; both may fail silently. */
export interface PlaceMemory {
  read(): unknown;
  write(places: unknown): void;
}

/** Where each document was left on this terminal. It holds numbers and ids, and no word of a document. */
export interface LastPlaces {
  placeOf(versionId: DocumentVersionId): LastPlace | null;
  keep(versionId: DocumentVersionId, place: LastPlace): void;
}

/** So many documents are remembered, those read last. */
const most = 300;

/** Reads what the terminal has kept; whatever of it makes no sense is left out. */
export function createLastPlaces(memory: PlaceMemory): LastPlaces {
  const places = new Map<string, LastPlace>(parsePlaces(memory.read()));
  return {
    placeOf: (versionId) => places.get(versionId) ?? null,
    keep(versionId, { page, fraction }) {
      const place = { page, fraction: Math.round(Math.max(0, fraction) * 1000) / 1000 };
      const before = places.get(versionId);
      if (before?.page === place.page && before.fraction === place.fraction) return;
      places.delete(versionId);
      places.set(versionId, place);
      for (const oldest of places.keys()) {
        if (places.size <= most) break;
        places.delete(oldest);
      }
      memory.write([...places]);
    },
  };
}

function parsePlaces(kept: unknown): [string, LastPlace][] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown): [string, LastPlace][] => {
    if (!Array.isArray(entry)) return [];
    const [versionId, place] = entry as readonly unknown[];
    return typeof versionId === 'string' && isPlace(place) ? [[versionId, place]] : [];
  });
}

function isPlace(value: unknown): value is LastPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { page, fraction } = value as Partial<Record<keyof LastPlace, unknown>>;
  return Number.isSafeInteger(page) && Number(page) >= 1 && Number.isFinite(fraction);
}

/** Without a provider above, places are forgotten with the window. */
const LastPlacesContext = createContext<LastPlaces>(
  createLastPlaces({ read: () => null, write: () => undefined }),
);

export const LastPlacesProvider = LastPlacesContext.Provider;

/** Where documents were left on this terminal. */
export function useLastPlaces(): LastPlaces {
  return use(LastPlacesContext);
}
