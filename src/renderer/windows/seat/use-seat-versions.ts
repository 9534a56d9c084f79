import { carry } from '../../../shared/domain/annotations/carry.ts';
import {
  changesBetween,
  changesOf,
  type VersionChanges,
} from '../../../shared/domain/versions/version-changes.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useVault } from '../../data/room.ts';
import { documentsOf } from '../../data/select/documents.ts';
import { historyOf, replacementsOf, type Replaced, type Versions } from '../../data/select/versions.ts';
import { availabilityOf } from '../../features/documents/document-facts.ts';
import type { SeatView } from './use-seat.ts';

/** A replacement that this seat has to be told of. */
export interface VersionNews extends Replaced {
  readonly changes: VersionChanges;
  readonly isReadingOld: boolean;
  readonly isHere: boolean;
}

/** What a seat does with versions. */
export interface SeatVersions {
  readonly news: readonly VersionNews[];
  /** The version before the one on the screen; null when it is the first. */
  readonly before: DocumentVersionId | null;
  /** Whether this seat still reads the text before of a paper, or has not opened its new one; else null. */
  noteOn(document: Document): 'old' | 'new' | null;
  /** Opens the version in force at the page that says what the open page says. */
  openNew(news: VersionNews): void;
  openBefore(): void;
  compareWith(news: VersionNews): void;
}

/** Joins what came into force with what is on the screen. */
export function useSeatVersions(seat: SeatView): SeatVersions {
  const { reading, page, version, choices, item, shown } = seat;
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const replaced = useReplaced(seat);
  const isOpened = (id: DocumentVersionId): boolean => reading.seen.has(id) || choices.opened.has(id);
  const news = replaced
    .filter(({ isReadingOld, version: { id } }) => isReadingOld || !(isOpened(id) || choices.noted.has(id)))
    .toSorted((a, b) => Number(b.isReadingOld) - Number(a.isReadingOld));
  const replacedId = version?.replaces?.versionId ?? null;
  // What was replaced before the release is not here.
  const before = replacedId === null ? null : (versions.get(replacedId)?.id ?? null);
  return {
    news,
    before,
    noteOn({ id }) {
      const found = replaced.find(({ document }) => document.id === id);
      if (found === undefined) return null;
      if (found.isReadingOld) return 'old';
      return isOpened(found.version.id) ? null : 'new';
    },
    openNew({ document, version: { id } }) {
      const carried = page === null ? null : carry(page, id, versions);
      const place = { versionId: id, page: carried?.page ?? 1 };
      choices.markOpened(id);
      const isRoomText = documentsOf(documents, item?.id ?? null)[0]?.id === document.id;
      if (isRoomText && reading.isFollowing && shown === null) reading.turnUnled(place);
      else reading.openAlone(place);
    },
    openBefore() {
      if (page === null || before === null) return;
      reading.openAlone({ versionId: before, page: carry(page, before, versions)?.page ?? 1 });
    },
    compareWith({ isReadingOld, version: { id, replaces } }) {
      const old = isReadingOld && page !== null ? page.versionId : replaces.versionId;
      const carried = page === null ? null : carry(page, id, versions);
      choices.compare({ old, now: id, page: carried?.page ?? 1 });
    },
  };
}

/** The replacements in force, each as it looks from the page that is open. */
function useReplaced({ page, meeting }: SeatView): readonly VersionNews[] {
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const open = page?.versionId ?? null;
  const replacements = replacementsOf(documents, meeting, versions);
  const here = useVault((progress) =>
    replacements
      .filter(({ version }) => availabilityOf(version, progress) === 'here')
      .map(({ version: { id } }) => id)
      .join(' '),
  ).split(' ');
  return replacements.map((one) => ({
    ...one,
    changes: changesFor(one, open, versions),
    isReadingOld: historyOf(one.version.id, versions).some(({ id }, at) => at > 0 && id === open),
    isHere: here.includes(one.version.id),
  }));
}

/** From the version on the screen where it is an older one of this document, else from the one that was replaced. */
function changesFor(
  { version }: Replaced,
  open: DocumentVersionId | null,
  versions: Versions,
): VersionChanges {
  const since = open === null || open === version.id ? null : changesBetween(open, version.id, versions);
  const pagesBefore = versions.get(version.replaces.versionId)?.pages ?? 0;
  return since ?? changesOf(version.replaces.pages, pagesBefore);
}
