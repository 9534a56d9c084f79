import { useEffect } from 'react';

/** What a key of the keyboard does, by the name that the browser gives the key: `F8`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Makes keys work wherever the focus is. For function keys alone: no text field needs them. A key that is held down acts
 * once, so that nobody makes two steps of a meeting by leaning on it.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      const action = event.altKey || event.ctrlKey || event.metaKey ? undefined : shortcuts[event.key];
      if (action === undefined) return;
      event.preventDefault();
      if (!event.repeat) action();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  });
}
