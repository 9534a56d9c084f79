import { useEffect } from 'react';
import type { Desk } from './create-desk.ts';

/** Ctrl+Z, Ctrl+Y (or Ctrl+Shift+Z) and Escape, wherever the focus is but in a field; a field has its own undo. */
export function usePenKeys(desk: Desk): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { isOpen, side, show, close } = desk.pens.getState();
      if ((!isOpen && side === null) || event.defaultPrevented) return;
      if (event.key === 'Escape') {
        if (side === null) close();
        else show(null);
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) desk.notebook.undo();
      else if (key === 'y' || key === 'z') desk.notebook.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [desk]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea') || target.isContentEditable);
}
