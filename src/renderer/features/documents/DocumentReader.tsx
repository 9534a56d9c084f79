import { FileText } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { useBridge } from '../../data/data-context.ts';
import { useVaultProgress } from '../../data/room.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { ToolDivider, Toolbar, ToolbarPlace } from '../../ui/controls/Toolbar.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { availabilityOf } from './document-facts.ts';
import styles from './DocumentReader.module.css';
import type { PdfSource } from './pdf/pdf-source.ts';
import { PdfView, type PdfViewProps } from './pdf/PdfView.tsx';

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
  /** Drawn over each page near the screen, and told of the words that are selected: the notes of the person. */
  readonly pageLayer?: PdfViewProps['pageLayer'];
  readonly onSelectText?: PdfViewProps['onSelectText'];
  /** Tools of the room after those of the page: follow, present. */
  readonly tools?: ReactNode;
}

/** The page in the middle of a seat; bytes that are not here or not whole are said, never shown. */
export function DocumentReader(props: DocumentReaderProps) {
  const { meeting: words } = useMessages();
  const progress = useVaultProgress();
  const { version, tools } = props;
  if (version !== null && availabilityOf(version, progress) === 'here') {
    return <HeldDocument {...props} version={version} />;
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

function HeldDocument(props: DocumentReaderProps & { readonly version: DocumentVersion }) {
  const { vault } = useBridge();
  const { sha256, bytes } = props.version.view;
  const source = useMemo<PdfSource>(
    () => ({ bytes, read: async (begin, end) => await vault.read(sha256, begin, end) }),
    [vault, sha256, bytes],
  );
  return (
    <div className={styles.place} data-version={props.version.id}>
      <PdfView
        source={source}
        title={props.title}
        page={props.page}
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
