import { FileText } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { useBridge } from '../../data/data-context.ts';
import { useVault } from '../../data/room.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { ToolDivider, Toolbar, ToolbarPlace } from '../../ui/controls/Toolbar.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { useLastPlaces, type LastPlace } from '../../view/last-places.ts';
import { availabilityOf } from './document-facts.ts';
import styles from './DocumentReader.module.css';
import { firstView, type DocumentView } from './pdf/document-view.ts';
import type { PdfSource } from './pdf/pdf-source.ts';
import { PdfView, type PdfViewProps, type ReadingPlace } from './pdf/PdfView.tsx';

interface DocumentReaderProps {
  /** The text to show; null while none is chosen. */
  readonly version: DocumentVersion | null;
  readonly title: string;
  /** From 1. */
  readonly page: number;
  /** The person turned to another page. */
  readonly onTurn: (page: number) => void;
  /** A page of this text has been drawn, from bytes that are whole and checked. */
  readonly onShown: () => void;
  /** What of the page is to be in sight, where somebody leads; null where the person reads alone. */
  readonly zone?: PdfViewProps['zone'];
  /** How the person looks at documents; left out, kept for as long as this reader stands. */
  readonly view?: DocumentView;
  readonly onView?: (view: DocumentView) => void;
  /** Words that brought the person here. */
  readonly lookFor?: PdfViewProps['lookFor'];
  /** False where the rules of the body let no words be taken out of its papers. */
  readonly canCopy?: PdfViewProps['canCopy'];
  /** The pages have moved; `by` says whether by the person. */
  readonly onPlace?: PdfViewProps['onPlaceChange'];
  /** Another text in place of this one opens where this one was, not at the page that is wanted. */
  readonly keepsPlace?: boolean;
  /** Drawn over each page near the screen, and told of the words that are selected: the notes of the person. */
  readonly pageLayer?: PdfViewProps['pageLayer'];
  readonly onSelectText?: PdfViewProps['onSelectText'];
  /** Tools of the room after those of the page: follow, present. */
  readonly tools?: ReactNode;
}

/** The page in the middle of a seat; bytes that are not here or not whole are said, never shown. */
export function DocumentReader(props: DocumentReaderProps) {
  const { meeting: words } = useMessages();
  // Of the reader and not of the document: a paper may go for a moment, while its bytes are mended or a person signs in.
  const [ownView, setOwnView] = useState(firstView);
  const { version, tools, view = ownView, onView = setOwnView } = props;
  const isHere = useVault((progress) => availabilityOf(version, progress) === 'here');
  if (version !== null && isHere) {
    return <HeldDocument {...props} version={version} view={view} onView={onView} />;
  }
  return (
    <div className={styles.place}>
      {version === null ? (
        <EmptyState icon={FileText} title={words.chooseDocument} detail={words.chooseDocumentDetail} />
      ) : (
        <EmptyState icon={FileText} title={words.notHere} detail={words.notHereDetail} />
      )}
      {tools !== undefined && version !== null && (
        <ToolbarPlace>
          <Toolbar label={words.documents}>{tools}</Toolbar>
        </ToolbarPlace>
      )}
    </div>
  );
}

type HeldDocumentProps = DocumentReaderProps &
  Required<Pick<DocumentReaderProps, 'view' | 'onView'>> & { readonly version: DocumentVersion };

function HeldDocument(props: HeldDocumentProps) {
  const { vault } = useBridge();
  const { sha256, bytes } = props.version.view;
  const source = useMemo<PdfSource>(
    () => ({ bytes, read: async (begin, end) => await vault.read(sha256, begin, end) }),
    [vault, sha256, bytes],
  );
  const { start, keep } = usePlaceOf(props.version.id, props.page);
  const { zone = null, onPlace } = props;
  return (
    <div className={styles.place} data-version={props.version.id}>
      <PdfView
        source={source}
        title={props.title}
        page={props.page}
        zone={zone}
        view={props.view}
        onView={props.onView}
        lookFor={props.lookFor ?? null}
        canCopy={props.canCopy ?? true}
        {...(start === undefined ? {} : { start })}
        keepsPlace={props.keepsPlace ?? false}
        onPlaceChange={(place, by) => {
          // Where somebody else leads is not where this person was reading.
          if (zone === null) keep(place);
          onPlace?.(place, by);
        }}
        onPageChange={(page, by) => {
          if (by === 'person') props.onTurn(page);
        }}
        onPageShown={props.onShown}
        {...(props.pageLayer === undefined ? {} : { pageLayer: props.pageLayer })}
        {...(props.onSelectText === undefined ? {} : { onSelectText: props.onSelectText })}
        tools={
          <>
            <ToolDivider />
            {props.tools}
          </>
        }
      />
    </div>
  );
}

interface PlaceOf {
  /** Where the text was left on this terminal, if that is on the page at which it opens. */
  readonly start: LastPlace | undefined;
  readonly keep: (place: ReadingPlace) => void;
}

function usePlaceOf(versionId: DocumentVersionId, page: number): PlaceOf {
  const places = useLastPlaces();
  const [opened, setOpened] = useState({ versionId, page });
  if (opened.versionId !== versionId) setOpened({ versionId, page });
  const start = useMemo(() => {
    const left = places.placeOf(opened.versionId);
    return left !== null && left.page === opened.page ? left : undefined;
  }, [places, opened]);
  const keep = useCallback(
    ({ page: now, at }: ReadingPlace) => {
      // The page that is read may begin below the one whose end is still at the upper edge.
      places.keep(versionId, at.page === now ? at : { page: now, fraction: 0 });
    },
    [places, versionId],
  );
  return { start, keep };
}
