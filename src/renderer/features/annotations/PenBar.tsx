import {
  Bookmark,
  Eraser,
  Highlighter,
  List,
  MessageSquareText,
  Pen,
  PenLine,
  Redo2,
  TextSelect,
  Undo2,
  X,
} from 'lucide-react';
import { useStore } from 'zustand';
import { useWatchable } from '../../data/use-watchable.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Icon } from '../../ui/icon.ts';
import { Toolbar, ToolDivider } from '../../ui/controls/Toolbar.tsx';
import type { Desk } from './create-desk.ts';
import type { PenTool } from './create-pen-store.ts';
import { cssColor } from './live-ink.ts';
import { PenButton } from './PenButton.tsx';
import { PenStyles } from './PenStyles.tsx';
import styles from './PenBar.module.css';

interface PenBarProps {
  readonly desk: Desk;
  /** The page being read, from 1. */
  readonly page: number;
  readonly isPageMarked: boolean;
  readonly onMarkPage: () => void;
  readonly onTake: (tool: PenTool) => void;
}

const tools: readonly { readonly tool: PenTool; readonly icon: Icon }[] = [
  { tool: 'pen', icon: PenLine },
  { tool: 'marker', icon: Highlighter },
  { tool: 'text', icon: TextSelect },
  { tool: 'note', icon: MessageSquareText },
  { tool: 'eraser', icon: Eraser },
];

/** The pens, in a strip of its own above the page, so that it covers nothing of it. */
export function PenBar({ desk, page, isPageMarked, onMarkPage, onTake }: PenBarProps) {
  const { annotations: words } = useMessages();
  const { tool, colors, areStylesOpen, side, toggleStyles, show, close } = useStore(desk.pens);
  const { canUndo, canRedo } = useWatchable(desk.notebook);
  const color = tool === null || tool === 'eraser' ? null : colors[tool];
  return (
    <div className={styles.strip}>
      <Toolbar label={words.bar}>
        {tools.map((each) => (
          <PenButton
            key={each.tool}
            label={words.tools[each.tool]}
            icon={each.icon}
            isOn={tool === each.tool}
            onPress={() => onTake(each.tool)}
          />
        ))}
        <PenButton
          label={words.style}
          swatch={color === null ? 'transparent' : cssColor(color)}
          isOn={areStylesOpen}
          isDisabled={color === null}
          onPress={toggleStyles}
        />
        <ToolDivider />
        <PenButton label={words.undo} icon={Undo2} isDisabled={!canUndo} onPress={desk.notebook.undo} />
        <PenButton label={words.redo} icon={Redo2} isDisabled={!canRedo} onPress={desk.notebook.redo} />
        <ToolDivider />
        <PenButton
          label={words.bookmark}
          spoken={words.bookmarkPage(page)}
          icon={Bookmark}
          isOn={isPageMarked}
          onPress={onMarkPage}
        />
        <PenButton
          label={words.list}
          icon={List}
          isOn={side !== null}
          onPress={() => show(side === null ? { kind: 'list' } : null)}
        />
        <PenButton label={words.putAway} icon={X} onPress={close} />
      </Toolbar>
      {areStylesOpen && color !== null && <PenStyles desk={desk} />}
    </div>
  );
}

/** The tool in the reader's bar that brings the pens. */
export const penIcon = Pen;
