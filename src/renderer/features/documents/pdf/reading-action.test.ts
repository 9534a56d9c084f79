import { describe, expect, it } from 'vitest';
import { actionOfKey } from './reading-action.ts';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the keys of a document', () => {
  it.each([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['0', 'fit-width'],
    ['9', 'fit-page'],
    ['R', 'turn'],
    ['t', 'thumbnails'],
    ['m', 'outline'],
    ['3', 'spread'],
    ['Escape', 'close'],
  ] as const)('%s: %s', (name, action) => {
    expect(actionOfKey(key(name), 'continuous')).toBe(action);
  });

  it('look for words by Ctrl+F and go through them by F3', () => {
    expect(actionOfKey(key('f', { ctrlKey: true }), 'single')).toBe('find');
    expect(actionOfKey(key('F3'), 'single')).toBe('find-next');
    expect(actionOfKey(key('F3', { shiftKey: true }), 'single')).toBe('find-previous');
  });

  it('go back and forward by Alt and the arrows', () => {
    expect(actionOfKey(key('ArrowLeft', { altKey: true }), 'continuous')).toBe('back');
    expect(actionOfKey(key('ArrowRight', { altKey: true }), 'continuous')).toBe('forward');
  });

  it('turn pages sideways only where pages do not scroll on, and leave other keys to the browser', () => {
    expect(actionOfKey(key('ArrowRight'), 'continuous')).toBeNull();
    expect(actionOfKey(key('ArrowRight'), 'spread')).toBe('next');
    expect(actionOfKey(key('ArrowLeft'), 'single')).toBe('previous');
    expect(actionOfKey(key('c', { ctrlKey: true }), 'single')).toBeNull();
    expect(actionOfKey(key('r', { ctrlKey: true }), 'single')).toBeNull();
  });
});
