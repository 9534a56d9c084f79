import { describe, expect, it } from 'vitest';
import { isLeaveChord, isWayOut } from './kiosk-keys.ts';

/** `Ctrl+Shift+I` and the like, as `before-input-event` tells them. */
function input(text: string) {
  const names = text.split('+');
  const key = names.pop() ?? '';
  const held = new Set(names);
  return {
    key: key === 'Plus' ? '+' : key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    type: 'keyDown' as const,
    control: held.has('Ctrl'),
    alt: held.has('Alt'),
    shift: held.has('Shift'),
    meta: held.has('Meta'),
  };
}

describe('keys in a kiosk', () => {
  it.each([
    ...['F1', 'F5', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'Alt+F4', 'Ctrl+F4', 'Ctrl+F5'],
    ...['Ctrl+r', 'Ctrl+Shift+R', 'Ctrl+w', 'Ctrl+Shift+W', 'Ctrl+p', 'Ctrl+n', 'Ctrl+Shift+N', 'Ctrl+t'],
    ...['Ctrl+o', 'Ctrl+s', 'Ctrl+u', 'Ctrl+j', 'Ctrl+h', 'Ctrl+l', 'Ctrl+q', 'Ctrl+g', 'Ctrl+Tab'],
    ...['Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+Shift+C'],
    ...['Ctrl+Plus', 'Ctrl+-', 'Ctrl+0', 'Ctrl+=', 'Ctrl+PageUp', 'Ctrl+Escape', 'Ctrl+Shift+Escape'],
    ...['Alt+Home', 'Alt+ ', 'Alt+Tab', 'Alt+d', 'Alt+Escape', 'Alt+Enter', 'Ctrl+Alt+Delete'],
    ...['Meta', 'Meta+d', 'Meta+Tab', 'Meta+l', 'BrowserBack', 'BrowserRefresh', 'LaunchApplication1'],
    ...['PrintScreen', 'ContextMenu', 'MediaPlayPause'],
  ])('%s leads out', (text) => {
    expect(isWayOut(input(text))).toBe(true);
  });

  it.each([
    ...['a', 'Shift+A', 'đ', 'Enter', 'Escape', 'Tab', 'Shift+Tab', ' ', 'PageDown', 'Home', 'ArrowLeft'],
    ...['Ctrl+a', 'Ctrl+c', 'Ctrl+x', 'Ctrl+v', 'Ctrl+z', 'Ctrl+Shift+Z', 'Ctrl+y', 'Ctrl+f'],
    ...[
      'Ctrl+ArrowLeft',
      'Ctrl+Backspace',
      'Alt+ArrowLeft',
      'Alt+ArrowUp',
      'F3',
      'Shift+F3',
      'F4',
      'F8',
      'F9',
    ],
    ...['Control', 'Shift', 'Alt', 'Ctrl+Alt+@', 'Ctrl+Alt+€', 'Delete', 'Backspace'],
  ])('%s is of use', (text) => {
    expect(isWayOut(input(text))).toBe(false);
  });

  it('one chord asks to leave, when it is pressed and on any layout', () => {
    expect(isLeaveChord(input('Ctrl+Alt+Shift+T'))).toBe(true);
    expect(isLeaveChord({ ...input('Ctrl+Alt+Shift+ю'), code: 'KeyT' })).toBe(true);
    expect(isLeaveChord({ ...input('Ctrl+Alt+Shift+T'), type: 'keyUp' })).toBe(false);
    for (const near of ['Ctrl+Shift+T', 'Ctrl+Alt+T', 'Alt+Shift+T', 'Ctrl+Alt+Shift+Y'])
      expect(isLeaveChord(input(near))).toBe(false);
  });
});
