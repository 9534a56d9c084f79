import { useState, type ReactNode } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { AgendaItemId } from '../../../shared/records/ids.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useRoster } from '../../data/room.ts';
import { documentsOf, versionInForce } from '../../data/select/documents.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import styles from './ClerkDocuments.module.css';
import { PaperBadges } from './PaperBadges.tsx';
import { PreparationLine } from './PreparationLine.tsx';
import { UploadPanel } from './UploadPanel.tsx';

interface ClerkDocumentsProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  /** What may be done with a paper, after its row. */
  readonly trailOf?: (paper: Document) => ReactNode;
}

/** The papers of the meeting by item, and the way to add some. */
export function ClerkDocuments({ meeting, items, trailOf }: ClerkDocumentsProps) {
  const { clerk } = useMessages();
  const [itemId, setItemId] = useState<AgendaItemId | null>(null);
  const seats = useRoster().filter(({ surface }) => surface === 'seat');
  const whole = seats.filter(({ packHeld, packTotal }) => packTotal > 0 && packHeld === packTotal).length;
  const electronic = items.filter(({ papers }) => papers === 'electronic');
  return (
    <div className={styles.columns}>
      <div className={styles.list}>
        <div className={styles.facts}>
          <PreparationLine meeting={meeting} />
          {seats.length > 0 && (
            <Chip
              tone={whole === seats.length ? 'good' : 'waiting'}
              label={clerk.held(whole, seats.length)}
            />
          )}
        </div>
        {items.map((item) => (
          <ItemPapers key={item.id} item={item} {...(trailOf === undefined ? {} : { trailOf })} />
        ))}
      </div>
      {meeting.state !== 'closed' && electronic.length > 0 && (
        <UploadPanel
          meetingId={meeting.id}
          items={electronic}
          itemId={itemId ?? meeting.currentItemId ?? electronic[0]?.id ?? null}
          onItem={setItemId}
        />
      )}
    </div>
  );
}

interface ItemPapersProps extends Pick<ClerkDocumentsProps, 'trailOf'> {
  readonly item: AgendaItem;
}

function ItemPapers({ item, trailOf }: ItemPapersProps) {
  const { meeting: words } = useMessages();
  const format = useFormat();
  const papers = documentsOf(useRecords('document'), item.id);
  const versions = useRecordMap('document-version');
  return (
    <Panel title={words.itemTitle(item.order, item.title)}>
      {papers.map((paper) => {
        const version = versionInForce(paper, versions);
        const facts =
          version === null
            ? ''
            : ` · ${words.pages(version.pages)} · ${format.bytes(version.bytes)} · ${version.fileName}`;
        return (
          <ListRow
            key={paper.id}
            lead={paper.order}
            title={paper.title}
            detail={`${words.categories[paper.category]}${facts}`}
            {...(version === null ? {} : { badge: <PaperBadges version={version} /> })}
            {...(trailOf === undefined ? {} : { trail: trailOf(paper) })}
          />
        );
      })}
      {papers.length === 0 && (
        <ListRow title={item.papers === 'paper' ? words.paperOnly : words.noDocuments} tone="past" />
      )}
    </Panel>
  );
}
