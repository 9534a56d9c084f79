import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useVault } from '../../data/room.ts';
import { documentsOf, versionInForce } from '../../data/select/documents.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { DocumentRow } from '../../ui/room/DocumentRow.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import type { Tone } from '../../ui/tone.ts';
import { availabilityOf } from './document-facts.ts';

interface DocumentPanelProps {
  readonly item: AgendaItem;
  readonly openId: DocumentVersionId | null;
  readonly onOpen: (versionId: DocumentVersionId) => void;
  /** What is out of the ordinary with a paper that is here; null when nothing is. */
  readonly noteOf?: (paper: Document) => { readonly tone: Tone; readonly label: string } | null;
}

/** The papers of an item; each says when it is not on this terminal yet. */
export function DocumentPanel({ item, openId, onOpen, noteOf }: DocumentPanelProps) {
  const { meeting: words } = useMessages();
  const papers = documentsOf(useRecords('document'), item.id);
  return (
    <Panel title={words.documentCount(item.order, papers.length)}>
      {papers.map((paper) => (
        <PaperRow
          key={paper.id}
          paper={paper}
          openId={openId}
          onOpen={onOpen}
          note={noteOf?.(paper) ?? null}
        />
      ))}
      {papers.length === 0 && (
        <ListRow
          title={item.papers === 'paper' ? words.paperOnly : words.noDocuments}
          {...(item.papers === 'paper' ? { detail: words.paperOnlyDetail } : {})}
        />
      )}
    </Panel>
  );
}

interface PaperRowProps extends Pick<DocumentPanelProps, 'openId' | 'onOpen'> {
  readonly paper: Document;
  readonly note: ReturnType<NonNullable<DocumentPanelProps['noteOf']>>;
}

function PaperRow({ paper, openId, onOpen, note }: PaperRowProps) {
  const { meeting: words } = useMessages();
  const version = versionInForce(paper, useRecordMap('document-version'));
  const availability = useVault((progress) => availabilityOf(version, progress));
  const badges = { fetching: words.fetching, refetching: words.refetching, 'no-space': words.noSpace };
  const pages = version === null ? '' : `${words.pages(version.pages)} · `;
  const badge = availability === 'here' ? note : { tone: 'waiting' as const, label: badges[availability] };
  return (
    <DocumentRow
      title={paper.title}
      detail={`${pages}${words.categories[paper.category]}`}
      isSelected={paper.currentVersionId === openId}
      onPress={() => onOpen(paper.currentVersionId)}
      {...(badge === null ? {} : { badge })}
    />
  );
}
