import { X } from 'lucide-react';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import { ToolButton } from '../../../ui/controls/ToolButton.tsx';
import { Outline } from './Outline.tsx';
import type { PageSizes } from './page-sizes.ts';
import type { PdfDocument } from './pdf-document.ts';
import { Thumbnails } from './Thumbnails.tsx';
import type { PanelName } from './use-reading-actions.ts';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly panel: PanelName;
  readonly document: PdfDocument;
  readonly sizes: PageSizes;
  readonly current: number;
  readonly onPanel: (panel: PanelName | null) => void;
  readonly onPage: (page: number) => void;
}

/** Small pictures of all pages, or the table of contents, beside the pages. */
export function SidePanel({ panel, document, sizes, current, onPanel, onPage }: SidePanelProps) {
  const { viewer } = useMessages();
  return (
    <nav className={styles.panel} aria-label={viewer.panel}>
      <div className={styles.head}>
        {(['thumbnails', 'outline'] as const).map((name) => (
          <ToolButton
            key={name}
            label={viewer.panels[name]}
            hasWord
            isOn={panel === name}
            onPress={() => onPanel(name)}
          />
        ))}
        <ToolButton label={viewer.closePanel} icon={X} onPress={() => onPanel(null)} />
      </div>
      {panel === 'thumbnails' ? (
        <Thumbnails document={document} sizes={sizes} current={current} onPage={onPage} />
      ) : (
        <Outline document={document} current={current} onPage={onPage} />
      )}
    </nav>
  );
}
