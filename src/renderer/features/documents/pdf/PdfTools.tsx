import { ArrowDown, ArrowUp, Maximize, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar, ToolbarPlace, ToolDivider } from '../../../ui/controls/Toolbar.tsx';
import { ToolButton } from '../../../ui/controls/ToolButton.tsx';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import { PageBoxField } from './PageBoxField.tsx';
import { nextZoom, type Zoom } from './zoom.ts';

interface PdfToolsProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  /** The scale at which the present page is shown, which a fitted zoom does not tell. */
  readonly scale: number;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  /** Further tools, behind these. */
  readonly children?: ReactNode;
}

/** The tools beneath a document. */
export function PdfTools({ page, pages, zoom, scale, onPage, onZoom, children }: PdfToolsProps) {
  const { pdf } = useMessages();
  const fit = 'fit' in zoom ? zoom.fit : null;
  return (
    <ToolbarPlace>
      <Toolbar label={pdf.tools}>
        <ToolButton
          label={pdf.previousPage}
          icon={ArrowUp}
          isDisabled={page <= 1}
          onPress={() => onPage(page - 1)}
        />
        <PageBoxField page={page} pages={pages} onPage={onPage} />
        <ToolButton
          label={pdf.nextPage}
          icon={ArrowDown}
          isDisabled={page >= pages}
          onPress={() => onPage(page + 1)}
        />
        <ToolDivider />
        <ToolButton label={pdf.zoomOut} icon={ZoomOut} onPress={() => onZoom(nextZoom(scale, 'out'))} />
        <ToolButton label={pdf.zoomIn} icon={ZoomIn} onPress={() => onZoom(nextZoom(scale, 'in'))} />
        <ToolButton
          label={pdf.fitWidth}
          icon={MoveHorizontal}
          isOn={fit === 'width'}
          onPress={() => onZoom({ fit: 'width' })}
        />
        <ToolButton
          label={pdf.fitPage}
          icon={Maximize}
          isOn={fit === 'page'}
          onPress={() => onZoom({ fit: 'page' })}
        />
        {children}
      </Toolbar>
    </ToolbarPlace>
  );
}
