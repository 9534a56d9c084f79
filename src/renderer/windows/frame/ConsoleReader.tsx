import { useState, type ReactNode } from 'react';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useIdentity } from '../../data/room.ts';
import { documentsOf } from '../../data/select/documents.ts';
import { shownNow } from '../../data/select/meetings.ts';
import { DocumentReader } from '../../features/documents/DocumentReader.tsx';
import { RecalledNotice } from '../../features/guard/RecalledNotice.tsx';
import { LeadTools } from '../../features/presentation/FollowTools.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';
import styles from './ConsoleReader.module.css';
import { useLeading, type Leading } from './use-leading.tsx';
import type { MeetingView } from './use-meeting.ts';

interface ConsolePlace {
  readonly versionId: DocumentVersionId;
  readonly page: number;
}

/** The paper and page that a console shows: the one chosen here, else the one that is led, else the item's first. */
function useConsolePlace({ meeting, items, item }: MeetingView) {
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const me = useIdentity().participantId;
  const shown = shownNow(useRecords('presentation'), meeting?.id ?? null);
  const [chosen, choose] = useState<ConsolePlace | null>(null);
  const isPresenting = shown !== null && me !== null && shown.presenterId === me;
  const papers = items.flatMap((one) => documentsOf(documents, one.id));
  const first = documentsOf(documents, item?.id ?? items[0]?.id ?? null)[0];
  const place: ConsolePlace | null =
    chosen ?? shown ?? (first === undefined ? null : { versionId: first.currentVersionId, page: 1 });
  const version = place === null ? null : (versions.get(place.versionId) ?? null);
  return {
    papers,
    place,
    version,
    document: papers.find(({ id }) => id === version?.documentId),
    shown,
    isPresenting,
    /** The region that somebody else leads to; null where nobody does, or this console reads by itself. */
    zone: chosen === null && !isPresenting ? (shown?.zone ?? null) : null,
    isLed: shown !== null && !isPresenting && chosen === null,
    chosen,
    choose,
  };
}

interface ConsoleReaderProps {
  readonly room: MeetingView;
  /** Beside the choice of the paper: the way back to whatever stood here. */
  readonly corner?: ReactNode;
  /** False where the rules of the body keep the words of its papers on the page. */
  readonly canCopy?: boolean;
}

/** The papers at a console: to read them, and to lead the room's pages. Without a choice it goes where the room is. */
export function ConsoleReader({ room, corner, canCopy = true }: ConsoleReaderProps) {
  const { meeting } = room;
  const { meeting: words, viewer } = useMessages();
  const { papers, place, version, document, shown, zone, isPresenting, isLed, chosen, choose } =
    useConsolePlace(room);
  const leading = useLeading(meeting?.id ?? null, version?.id ?? null, isPresenting, isLed);
  if (meeting === null) return null;
  if (meeting.recalledAt !== null) return <RecalledNotice at={meeting.recalledAt} />;
  const turn = (page: number): void => {
    if (place !== null) choose({ versionId: place.versionId, page });
  };
  return (
    <section className={styles.reader} aria-label={viewer.readingView}>
      <div className={styles.head}>
        <Select
          label={words.documents}
          placeholder={words.chooseDocument}
          selectedId={document?.currentVersionId ?? null}
          options={papers.map((paper) => ({ id: paper.currentVersionId, label: paper.title }))}
          onSelect={(versionId) => choose({ versionId, page: 1 })}
        />
        {corner}
      </div>
      <div className={styles.page}>
        <DocumentReader
          version={version}
          title={document?.title ?? ''}
          page={place?.page ?? 1}
          zone={zone}
          canCopy={canCopy}
          onTurn={turn}
          onPlace={(now, by) => {
            if (version === null) return;
            leading.moved({ versionId: version.id, page: now.page, zone: now.zone });
            if (isLed && by === 'person') choose({ versionId: version.id, page: now.page });
          }}
          onShown={() => undefined}
          pageLayer={leading.layer}
          tools={
            <ConsoleTools
              leading={leading}
              isPresenting={isPresenting}
              canPresent={meeting.state === 'open'}
              canRejoin={shown !== null && chosen !== null}
              onRejoin={() => choose(null)}
              onPresent={() => {
                if (place !== null) choose({ versionId: place.versionId, page: place.page });
                leading.begin();
              }}
            />
          }
        />
      </div>
    </section>
  );
}

interface ConsoleToolsProps {
  readonly leading: Leading;
  readonly isPresenting: boolean;
  readonly canPresent: boolean;
  readonly canRejoin: boolean;
  readonly onRejoin: () => void;
  readonly onPresent: () => void;
}

function ConsoleTools({
  leading,
  isPresenting,
  canPresent,
  canRejoin,
  onRejoin,
  onPresent,
}: ConsoleToolsProps) {
  const { seat: words } = useMessages();
  const stop = (): void => {
    leading.stop();
    onRejoin();
  };
  if (isPresenting) {
    return <LeadTools isPointing={leading.isPointing} onPointing={leading.setPointing} onStop={stop} />;
  }
  return (
    <>
      {canRejoin && <ToolButton label={words.rejoin} hasWord onPress={onRejoin} />}
      <ToolButton label={words.present} hasWord isDisabled={!canPresent} onPress={onPresent} />
    </>
  );
}
