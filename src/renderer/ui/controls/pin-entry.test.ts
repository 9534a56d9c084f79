import { describe, expect, it } from 'vitest';
import { pressPinKey, readPin } from './pin-entry.ts';

describe('entering a PIN', () => {
  it('adds one digit at a time and stops at the length', () => {
    expect(pressPinKey('', { digit: '4' }, 6)).toBe('4');
    expect(pressPinKey('12345', { digit: '0' }, 6)).toBe('123450');
    expect(pressPinKey('123456', { digit: '7' }, 6)).toBe('123456');
  });

  it('erases the last digit, or all, and does nothing when there is none', () => {
    expect(pressPinKey('123', 'erase', 6)).toBe('12');
    expect(pressPinKey('', 'erase', 6)).toBe('');
    expect(pressPinKey('123', 'clear', 6)).toBe('');
  });

  it('takes only digits from what is typed or pasted', () => {
    expect(pressPinKey('1', { digit: 'a' }, 6)).toBe('1');
    expect(readPin(' 12-34 56 78', 6)).toBe('123456');
    expect(readPin('không', 6)).toBe('');
  });
});
