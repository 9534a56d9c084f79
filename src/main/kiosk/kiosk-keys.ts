import type { Input } from 'electron';

/** Function keys that the windows use themselves: finding in a text, and the steps of the consoles. */
const usedFunctionKeys = new Set(['F2', 'F3', 'F4', 'F6', 'F8', 'F9']);

/** With Ctrl or Cmd: editing text, undoing a stroke, finding in a text. */
const editing = new Set(
  'a c x v z y f home end backspace delete enter arrowleft arrowright arrowup arrowdown'.split(' '),
);

/** With Alt: back and forward in a text, moving a request in the queue. */
const withAlt = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

const modifiers = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'CapsLock', 'NumLock']);
const named = /^(?:Browser|Launch|Media|Audio)|^(?:PrintScreen|ContextMenu|Meta|OS|Help)$/;

/**
 * Whether a key leads out of a kiosk or changes what is shown behind the program's back. Whatever is held together with
 * a modifier is one unless it is known to be of use, because systems and Chromium know more of them than any list.
 */
export function isWayOut(input: Pick<Input, 'key' | 'control' | 'alt' | 'meta' | 'shift'>): boolean {
  const { key, control, alt, meta, shift } = input;
  if (modifiers.has(key)) return false;
  if (/^F\d{1,2}$/.test(key)) return alt || control || meta || !usedFunctionKeys.has(key);
  if (named.test(key)) return true;
  if (meta) return true;
  // AltGr, which types letters of many keyboards, is told as Ctrl and Alt.
  if (control && alt) return Array.from(key).length > 1;
  if (control) return isDevtools(key, shift) || !editing.has(key.toLowerCase());
  if (alt) return !withAlt.has(key);
  return shift && key === 'F10';
}

function isDevtools(key: string, shift: boolean): boolean {
  return shift && /^[ijc]$/i.test(key);
}

/** Whether IT asks to leave the kiosk: Ctrl+Alt+Shift+T, for "thoát". */
export function isLeaveChord(input: Pick<Input, 'type' | 'code' | 'control' | 'alt' | 'shift'>): boolean {
  const { type, code, control, alt, shift } = input;
  return type === 'keyDown' && code === 'KeyT' && control && alt && shift;
}
