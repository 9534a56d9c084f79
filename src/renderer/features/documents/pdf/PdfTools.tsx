import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  Ellipsis,
  File,
  GalleryVertical,
  LayoutGrid,
  ListTree,
  Maximize,
  MoveHorizontal,
  Redo2,
  RotateCw,
  Search,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar, ToolbarPlace, ToolDivider, ToolText, WideTools } from '../../../ui/controls/Toolbar.tsx';
import { ToolButton } from '../../../ui/controls/ToolButton.tsx';
import { ToolMenu, type ToolMenuGroup } from '../../../ui/controls/ToolMenu.tsx';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { DocumentView } from './document-view.ts';
import { PageBoxField } from './PageBoxField.tsx';
import type { ReadingAction } from './reading-action.ts';
import type { Reading } from './use-reading-actions.ts';

interface PdfToolsProps {
  readonly page: number;
  readonly pages: number;
  readonly view: DocumentView;
  readonly reading: Reading;
  readonly canCopy: boolean;
  /** Further tools, behind these. */
  readonly children?: ReactNode;
}

/** The tools beneath a document in one row: those of every minute in sight, the others behind one button. */
export function PdfTools({ page, pages, view, reading, canCopy, children }: PdfToolsProps) {
  const { pdf, viewer } = useMessages();
  const groups = useMenu(view, reading);
  const tool = (action: ReadingAction) => () => void reading.act(action);
  return (
    <ToolbarPlace>
      <Toolbar label={pdf.tools}>
        <ToolButton
          label={pdf.previousPage}
          icon={ArrowUp}
          isDisabled={reading.isFirst}
          onPress={tool('previous')}
        />
        <PageBoxField page={page} pages={pages} onPage={reading.leapTo} />
        <ToolButton
          label={pdf.nextPage}
          icon={ArrowDown}
          isDisabled={reading.isLast}
          onPress={tool('next')}
        />
        <WideTools>
          <ToolDivider />
          <ToolButton label={pdf.zoomOut} icon={ZoomOut} onPress={tool('zoom-out')} />
          <ToolButton label={pdf.zoomIn} icon={ZoomIn} onPress={tool('zoom-in')} />
          <ToolButton
            label={viewer.find}
            icon={Search}
            isOn={reading.isFinding}
            onPress={tool(reading.isFinding ? 'close' : 'find')}
          />
        </WideTools>
        <ToolMenu
          label={viewer.more}
          icon={Ellipsis}
          groups={groups}
          onAction={(id) => void reading.act(id)}
        />
        {!canCopy && <ToolText>{viewer.noCopying}</ToolText>}
        {children}
      </Toolbar>
    </ToolbarPlace>
  );
}

function useMenu(view: DocumentView, reading: Reading): readonly ToolMenuGroup<ReadingAction>[] {
  const { pdf, viewer } = useMessages();
  const fit = 'fit' in view.zoom ? view.zoom.fit : null;
  const { mode } = view;
  return [
    {
      id: 'see',
      label: viewer.groups.see,
      items: [
        { id: 'find', label: viewer.find, icon: Search, hint: 'Ctrl F' },
        {
          id: 'thumbnails',
          label: viewer.panels.thumbnails,
          icon: LayoutGrid,
          isOn: reading.panel === 'thumbnails',
        },
        { id: 'outline', label: viewer.panels.outline, icon: ListTree, isOn: reading.panel === 'outline' },
        { id: 'back', label: viewer.back, icon: Undo2, hint: 'Alt ←', isDisabled: !reading.canGoBack },
        {
          id: 'forward',
          label: viewer.forward,
          icon: Redo2,
          hint: 'Alt →',
          isDisabled: !reading.canGoForward,
        },
      ],
    },
    {
      id: 'mode',
      label: viewer.groups.mode,
      items: [
        {
          id: 'continuous',
          label: viewer.modes.continuous,
          icon: GalleryVertical,
          isOn: mode === 'continuous',
        },
        { id: 'single', label: viewer.modes.single, icon: File, isOn: mode === 'single' },
        { id: 'spread', label: viewer.modes.spread, icon: BookOpen, isOn: mode === 'spread' },
      ],
    },
    {
      id: 'size',
      label: viewer.groups.size,
      items: [
        { id: 'fit-width', label: pdf.fitWidth, icon: MoveHorizontal, isOn: fit === 'width' },
        { id: 'fit-page', label: pdf.fitPage, icon: Maximize, isOn: fit === 'page' },
        { id: 'zoom-in', label: pdf.zoomIn, icon: ZoomIn, hint: '+' },
        { id: 'zoom-out', label: pdf.zoomOut, icon: ZoomOut, hint: '−' },
        { id: 'turn', label: viewer.turn, icon: RotateCw },
      ],
    },
  ];
}
