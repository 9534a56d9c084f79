import { Highlighter } from 'lucide-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AnnotationAnchor } from '../../../shared/domain/annotations/annotation.ts';
import type { DocumentVersionId, MeetingId } from '../../../shared/records/ids.ts';
import { useWatchable } from '../../data/use-watchable.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import type { PageFrame, TextSelection } from '../../view/page-frame.ts';
import styles from './AnnotationDesk.module.css';
import { DeskSide } from './DeskSide.tsx';
import type { PenTool } from './create-pen-store.ts';
import { notesByPage, placeNotes, type PlacedNote, type Versions } from './page-notes.ts';
import { PageNotes } from './PageNotes.tsx';
import { PenBar, penIcon } from './PenBar.tsx';
import { useDesk } from './use-desk.ts';
import { usePenKeys } from './use-pen-keys.ts';
import { useTextMarking } from './use-text-marking.ts';

/** What the reader takes from the desk. */
export interface DeskSlots {
  readonly pageLayer: (frame: PageFrame) => ReactNode;
  readonly onSelectText: (selection: TextSelection | null) => void;
  /** Tools among those of the reader. */
  readonly tools: ReactNode;
}

interface AnnotationDeskProps {
  readonly meetingId: MeetingId | null;
  /** The text that is open. */
  readonly versionId: DocumentVersionId | null;
  /** All that is known, to carry notes from one to another. */
  readonly versions: Versions;
  /** The page being read, from 1. */
  readonly page: number;
  readonly onGoTo: (page: number) => void;
  /** A note on a page that has changed: shows the page it was written on. */
  readonly onOpenOld: (anchor: AnnotationAnchor) => void;
  /** The reader, always in the same place, whoever is signed in. */
  readonly children: (slots: DeskSlots) => ReactNode;
}

const none: readonly PlacedNote[] = [];

/** The pages with a person's own notes on them (ghi chú cá nhân): pens above, notes at the side, nothing covered. */
export function AnnotationDesk(props: AnnotationDeskProps) {
  const { versionId, versions, page, onOpenOld } = props;
  const { desk, personal } = useDesk(props.meetingId);
  const { isOpen, side } = useStore(desk.pens);
  const { layer, isKept } = useWatchable(desk.notebook);
  usePenKeys(desk);
  const marking = useTextMarking(desk, versionId);
  const placed = useMemo(
    () => (versionId === null ? none : placeNotes(layer.annotations, versionId, versions)),
    [layer, versionId, versions],
  );
  const byPage = useMemo(() => notesByPage(placed), [placed]);
  const isReady = personal.state === 'ready' && versionId !== null;
  const pageLayer = useCallback(
    (frame: PageFrame) =>
      isReady && (
        <PageNotes
          desk={desk}
          versionId={versionId}
          frame={frame}
          notes={byPage.get(frame.page) ?? none}
          onOpenOld={onOpenOld}
        />
      ),
    [desk, isReady, versionId, byPage, onOpenOld],
  );
  const bookmarks = (byPage.get(page) ?? none).filter(({ annotation }) => annotation.kind === 'bookmark');
  const markPage = (): void => {
    if (versionId === null) return;
    const content = { text: '', color: 'red' as const };
    const added = { kind: 'add', anchor: { versionId, page }, shape: { kind: 'bookmark' }, content } as const;
    const removed = bookmarks.map(({ annotation }) => ({ kind: 'remove' as const, id: annotation.id }));
    desk.notebook.change(removed.length > 0 ? removed : [added]);
  };
  const take = (tool: PenTool): void => {
    if (tool === 'text' && marking.mark() && desk.pens.getState().tool === 'text') return;
    desk.pens.getState().take(tool);
  };
  return (
    <div className={styles.desk}>
      {personal.state === 'locked' && isOpen && <LockedBanner />}
      {!isKept && <UnkeptBanner onRetry={desk.notebook.keep} />}
      {isReady && isOpen && (
        <PenBar
          desk={desk}
          page={page}
          isPageMarked={bookmarks.length > 0}
          onMarkPage={markPage}
          onTake={take}
        />
      )}
      <div className={styles.row}>
        <div className={styles.pages}>
          {props.children({
            pageLayer,
            onSelectText: marking.onSelectText,
            tools: personal.state !== 'nobody' && (
              <DeskTools
                isOpen={isOpen}
                onToggle={desk.pens.getState().toggle}
                onMark={isReady && marking.isAnySelected && !isOpen ? marking.mark : null}
              />
            ),
          })}
        </div>
        {isReady && side !== null && (
          <DeskSide
            desk={desk}
            placed={placed}
            anchor={{ versionId, page }}
            waiting={personal.waiting}
            onGoTo={props.onGoTo}
            onOpenOld={onOpenOld}
          />
        )}
      </div>
    </div>
  );
}

interface DeskToolsProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Null while no words are selected. */
  readonly onMark: (() => void) | null;
}

function DeskTools({ isOpen, onToggle, onMark }: DeskToolsProps) {
  const { annotations: words } = useMessages();
  return (
    <>
      {onMark !== null && (
        <ToolButton label={words.markSelected} icon={Highlighter} hasWord onPress={onMark} />
      )}
      <ToolButton label={words.open} icon={penIcon} hasWord isOn={isOpen} onPress={onToggle} />
    </>
  );
}

function LockedBanner() {
  const { annotations: words } = useMessages();
  return <Banner tone="info" title={words.locked} detail={words.lockedDetail} />;
}

function UnkeptBanner({ onRetry }: { readonly onRetry: () => void }) {
  const { annotations: words, general } = useMessages();
  return (
    <Banner
      tone="waiting"
      title={words.notKept}
      action={<Button label={general.action.retry} size="seat" onPress={onRetry} />}
    />
  );
}
