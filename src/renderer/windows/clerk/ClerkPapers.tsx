import { useState } from 'react';
import type { Replaced } from '../../../shared/protocol/http.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { DocumentId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { versionInForce } from '../../data/select/documents.ts';
import { replacementsOf, votesThatMove } from '../../data/select/versions.ts';
import { ClerkDocuments } from '../../features/documents/ClerkDocuments.tsx';
import { PdfSheet } from '../../features/documents/pdf/PdfSheet.tsx';
import { useTakenFiles } from '../../features/documents/use-taken-files.ts';
import { useHubSource, useVersionSource } from '../../features/documents/use-version-source.ts';
import { CompareView } from '../../features/versions/CompareView.tsx';
import { ReplacementReach } from '../../features/versions/ReplacementReach.tsx';
import { ReplacePanel } from '../../features/versions/ReplacePanel.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './ClerkPapers.module.css';

interface ClerkPapersProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly votes: readonly Vote[];
}

/** The papers of the meeting at the secretary's console: added, replaced, and who holds the replacements. */
export function ClerkPapers({ meeting, items, votes }: ClerkPapersProps) {
  const { versions: words } = useMessages();
  const takes = useTakenFiles();
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const [chosen, setChosen] = useState<DocumentId | null>(null);
  const document = documents.find(({ id }) => id === chosen) ?? null;
  const inForce = versionInForce(document, versions);
  // While the panel stands, it stays with the version it was opened for: publishing brings another into force.
  const [replaced, setReplaced] = useState<DocumentVersion | null>(null);
  const begin = (paper: Document): void => {
    setChosen(paper.id);
    setReplaced(versionInForce(paper, versions));
  };
  if (document !== null && replaced !== null && inForce !== null) {
    return (
      <ReplacePanel
        key={replaced.id}
        title={document.title}
        version={replaced}
        votes={votesThatMove(votes, replaced.id)}
        takes={takes}
        sideBySide={(result) => <PreparedComparison result={result} old={replaced} title={document.title} />}
        onClose={() => setChosen(null)}
      />
    );
  }
  return (
    <>
      <ReplacementReach replacements={replacementsOf(documents, meeting, versions)} />
      <ClerkDocuments
        meeting={meeting}
        items={items}
        {...(meeting.state === 'closed'
          ? {}
          : { trailOf: (paper) => <Button label={words.replace} onPress={() => begin(paper)} /> })}
      />
    </>
  );
}

interface PreparedComparisonProps {
  readonly title: string;
  readonly old: DocumentVersion;
  readonly result: Replaced;
}

/** The version in force beside what the hub has made of the file that is to come in its place. */
function PreparedComparison({ title, old, result }: PreparedComparisonProps) {
  const oldSource = useVersionSource(old);
  const newSource = useHubSource(result.prepared?.view ?? null);
  return (
    <div className={styles.comparison}>
      <CompareView
        title={title}
        oldNumber={old.number}
        newNumber={old.number + 1}
        origins={result.pages}
        sheetOf={(slot) => {
          const source = slot.side === 'old' ? oldSource : newSource;
          return source === null ? null : <PdfSheet {...slot} source={source} />;
        }}
      />
    </div>
  );
}
