import { Highlighter } from 'lucide-react';
import type { ReactNode } from 'react';
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
import type { Desk } from './create-desk.ts';
import type { PlacedNote, Versions } from './page-notes.ts';
import { PenBar, penIcon } from './PenBar.tsx';
import { useDesk } from './use-desk.ts';
import { usePagesOfDesk } from './use-pages-of-desk.tsx';
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

/** The pages with a person's own notes on them (ghi chú cá nhân): pens above, notes at the side, nothing covered. */
export function AnnotationDesk(props: AnnotationDeskProps) {
  const { versionId, page, onOpenOld } = props;
  const { desk, personal } = useDesk(props.meetingId);
  const { isOpen, side, toggle, take } = useStore(desk.pens);
  usePenKeys(desk);
  const marking = useTextMarking(desk, versionId);
  const isReady = personal.state === 'ready' && versionId !== null;
  const pages = usePagesOfDesk(desk, { ...props, versionId: isReady ? versionId : null });
  const takeTool = (tool: PenTool): void => {
    // What is selected already is marked by the press; then the tool stays as it was.
    if (tool !== 'text' || !marking.mark() || !isMarkingText(desk)) take(tool);
  };
  return (
    <div className={styles.desk}>
      <DeskBanners desk={desk} isLocked={personal.state === 'locked'} />
      {isReady && isOpen && (
        <PenBar
          desk={desk}
          page={page}
          isPageMarked={pages.bookmarks.length > 0}
          onMarkPage={() => markPage(desk, { versionId, page }, pages.bookmarks)}
          onTake={takeTool}
        />
      )}
      <div className={styles.row}>
        <div className={styles.pages}>
          {props.children({
            pageLayer: pages.pageLayer,
            onSelectText: marking.onSelectText,
            tools: personal.state !== 'nobody' && (
              <DeskTools
                isOpen={isOpen}
                onToggle={toggle}
                onMark={isReady && marking.isAnySelected && !isOpen ? marking.mark : null}
              />
            ),
          })}
        </div>
        {isReady && side !== null && (
          <DeskSide
            desk={desk}
            placed={pages.placed}
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

function isMarkingText(desk: Desk): boolean {
  return desk.pens.getState().tool === 'text';
}

function markPage(desk: Desk, anchor: AnnotationAnchor, bookmarks: readonly PlacedNote[]): void {
  const content = { text: '', color: 'red' as const };
  const added = { kind: 'add', anchor, shape: { kind: 'bookmark' }, content } as const;
  const removed = bookmarks.map(({ annotation }) => ({ kind: 'remove' as const, id: annotation.id }));
  desk.notebook.change(removed.length > 0 ? removed : [added]);
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

/** What is not as it should be with the notes, in words. */
function DeskBanners({ desk, isLocked }: { readonly desk: Desk; readonly isLocked: boolean }) {
  const { annotations: words, general } = useMessages();
  const isOpen = useStore(desk.pens, (state) => state.isOpen);
  const { isKept } = useWatchable(desk.notebook);
  const retry = <Button label={general.action.retry} size="seat" onPress={desk.notebook.keep} />;
  return (
    <>
      {isLocked && isOpen && <Banner tone="info" title={words.locked} detail={words.lockedDetail} />}
      {!isKept && <Banner tone="waiting" title={words.notKept} action={retry} />}
    </>
  );
}
