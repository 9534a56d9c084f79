import { originsSince } from '../../../shared/domain/versions/version-changes.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { PdfSheet } from '../../features/documents/pdf/PdfSheet.tsx';
import { useVersionSource } from '../../features/documents/use-version-source.ts';
import { CompareView } from '../../features/versions/CompareView.tsx';
import type { ComparedVersions } from '../../view/create-version-store.ts';

interface SeatCompareProps {
  readonly compared: ComparedVersions;
  readonly canCopy: boolean;
  readonly onClose: () => void;
}

/** Two versions of a document in the middle of the seat, in the place of the page. */
export function SeatCompare({ compared, canCopy, onClose }: SeatCompareProps) {
  const versions = useRecordMap('document-version');
  const [old, now] = [versions.get(compared.old) ?? null, versions.get(compared.now) ?? null];
  const origins = originsSince(compared.old, compared.now, versions);
  if (old === null || now === null || origins === null) return null;
  return <Compared {...{ old, now, origins, canCopy, onClose }} page={compared.page} />;
}

interface ComparedProps {
  readonly old: DocumentVersion;
  readonly now: DocumentVersion;
  readonly origins: NonNullable<ReturnType<typeof originsSince>>;
  readonly page: number;
  readonly canCopy: boolean;
  readonly onClose: () => void;
}

function Compared({ old, now, origins, page, canCopy, onClose }: ComparedProps) {
  const documents = useRecords('document');
  const sources = { old: useVersionSource(old), now: useVersionSource(now) };
  return (
    <CompareView
      title={documents.find(({ id }) => id === now.documentId)?.title ?? ''}
      oldNumber={old.number}
      newNumber={now.number}
      origins={origins}
      page={page}
      sheetOf={(slot) => {
        const source = sources[slot.side];
        return source === null ? null : <PdfSheet {...slot} source={source} canCopy={canCopy} />;
      }}
      onClose={onClose}
    />
  );
}
