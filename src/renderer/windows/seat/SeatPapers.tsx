import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useRecords } from '../../data/records.ts';
import { DocumentPanel } from '../../features/documents/DocumentPanel.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { SeatView } from './use-seat.ts';
import { useSeatVersions } from './use-seat-versions.ts';

interface SeatPapersProps {
  readonly seat: SeatView;
  readonly item: AgendaItem;
  readonly onOpen: (versionId: DocumentVersionId) => void;
}

/** The papers of an item at a seat; a paper that was replaced says so until its new text has been opened. */
export function SeatPapers({ seat, item, onOpen }: SeatPapersProps) {
  const { versions: words } = useMessages();
  const documents = useRecords('document');
  const { news, openNew, noteOn } = useSeatVersions(seat);
  const notes = { old: words.oldBadge, new: words.newBadge };
  const open = documents.find(({ id }) => id === seat.version?.documentId);
  return (
    <DocumentPanel
      item={item}
      openId={open?.currentVersionId ?? null}
      onOpen={(versionId) => {
        const one = news.find(({ version, isReadingOld }) => isReadingOld && version.id === versionId);
        if (one === undefined) onOpen(versionId);
        else openNew(one);
      }}
      noteOf={(paper) => {
        const note = noteOn(paper);
        return note === null ? null : { tone: 'info', label: notes[note] };
      }}
    />
  );
}
