import type { PageMode } from './document-view.ts';

/** Everything that a reader can ask of the view, by a key, a tool or the menu. */
export type ReadingAction =
  | PageMode
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit-width'
  | 'fit-page'
  | 'turn'
  | 'thumbnails'
  | 'outline'
  | 'back'
  | 'forward'
  | 'find'
  | 'find-here'
  | 'find-next'
  | 'find-previous'
  | 'close';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const plainKeys: Readonly<Record<string, ReadingAction>> = {
  PageDown: 'next',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'fit-width',
  '9': 'fit-page',
  '1': 'continuous',
  '2': 'single',
  '3': 'spread',
  r: 'turn',
  t: 'thumbnails',
  m: 'outline',
  F3: 'find-next',
  Escape: 'close',
};

/** What a key asks for; null when it means nothing here. Keys to the left and right turn pages that do not scroll on. */
export function actionOfKey(pressed: Key, mode: PageMode): ReadingAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if ((ctrlKey || metaKey) && !altKey) return key.toLowerCase() === 'f' ? 'find' : null;
  if (altKey) return key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'forward' : null;
  if (key === 'F3' && shiftKey) return 'find-previous';
  if (mode !== 'continuous' && key === 'ArrowRight') return 'next';
  if (mode !== 'continuous' && key === 'ArrowLeft') return 'previous';
  return plainKeys[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
