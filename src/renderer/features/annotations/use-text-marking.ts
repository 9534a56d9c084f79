import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import type { TextSelection } from '../../view/page-frame.ts';
import type { Desk } from './create-desk.ts';
import { markOf } from './text-marks.ts';

/** Marking the words that are selected: by a press, or, with the tool in hand, as soon as they are let go of. */
export interface TextMarking {
  readonly isAnySelected: boolean;
  /** For the viewer to tell. */
  readonly onSelectText: (selection: TextSelection | null) => void;
  /** Marks what is selected; false when nothing is. */
  mark(): boolean;
}

export function useTextMarking(desk: Desk, versionId: DocumentVersionId | null): TextMarking {
  const selected = useRef<TextSelection | null>(null);
  const [isAnySelected, setAnySelected] = useState(false);
  const isMarking = useStore(desk.pens, ({ isOpen, tool }) => isOpen && tool === 'text');
  const onSelectText = useCallback((selection: TextSelection | null) => {
    selected.current = selection;
    setAnySelected(selection !== null);
  }, []);
  const mark = useCallback((): boolean => {
    const selection = selected.current;
    const shape = selection === null ? null : markOf(selection);
    if (selection === null || shape === null || versionId === null) return false;
    const content = { text: '', color: desk.pens.getState().colors.text };
    desk.notebook.change([{ kind: 'add', anchor: { versionId, page: selection.page }, shape, content }]);
    document.getSelection()?.removeAllRanges();
    return true;
  }, [desk, versionId]);
  useEffect(() => {
    if (!isMarking) return;
    let frame = 0;
    const letGo = (): void => {
      // The selection is told of after the pointer.
      frame = requestAnimationFrame(() => void mark());
    };
    window.addEventListener('pointerup', letGo);
    return () => {
      window.removeEventListener('pointerup', letGo);
      cancelAnimationFrame(frame);
    };
  }, [isMarking, mark]);
  return { isAnySelected, onSelectText, mark };
}
