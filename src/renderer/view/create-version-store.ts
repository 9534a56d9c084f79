import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentVersionId } from '../../shared/records/ids.ts';

/** Two versions that are looked at side by side. */
export interface ComparedVersions {
  readonly old: DocumentVersionId;
  readonly now: DocumentVersionId;
  /** The page of the newer one that was open; from 1. */
  readonly page: number;
}

/** What a person has decided about new versions at this window; gone with it. */
export interface VersionChoices {
  /** New versions that were opened by hand. */
  readonly opened: ReadonlySet<DocumentVersionId>;
  /** New versions whose notice was put away. */
  readonly noted: ReadonlySet<DocumentVersionId>;
  /** Null while the page in the middle is one page. */
  readonly comparing: ComparedVersions | null;
  compare(versions: ComparedVersions | null): void;
  markOpened(id: DocumentVersionId): void;
  markNoted(id: DocumentVersionId): void;
}

export function createVersionStore(): StoreApi<VersionChoices> {
  return createStore<VersionChoices>()((set, get) => ({
    opened: new Set(),
    noted: new Set(),
    comparing: null,
    compare: (comparing) => set({ comparing }),
    markOpened: (id) => set({ opened: new Set([...get().opened, id]), comparing: null }),
    markNoted: (id) => set({ noted: new Set([...get().noted, id]) }),
  }));
}
