import { describe, expect, it } from 'vitest';
import { createTouchRules, handRestsMs, palmSize, penStaysMs } from './touch-rules.ts';

const touch = (id: number, timeMs: number, size = 20) => ({ id, kind: 'touch', timeMs, size });
const pen = (id: number, timeMs: number) => ({ id, kind: 'pen', timeMs, size: 1 });
const mouse = (id: number, timeMs: number) => ({ id, kind: 'mouse', timeMs, size: 1 });

describe('who draws', () => {
  it('a finger does, where there is no pen', () => {
    expect(createTouchRules().down(touch(1, 0))).toBe('draw');
  });

  it('a hand resting on the page while the pen writes does nothing', () => {
    const rules = createTouchRules();
    expect(rules.down(pen(1, 1000))).toBe('draw');
    expect(rules.down(touch(2, 1000 + handRestsMs + 1))).toBe('nothing');
    rules.up(1);
    rules.seen({ kind: 'pen', timeMs: 3000 });
    expect(rules.down(touch(3, 3000 + handRestsMs - 1))).toBe('nothing');
  });

  it('a finger moves the page once the pen has been away for a moment, and draws again long after', () => {
    const rules = createTouchRules();
    rules.seen({ kind: 'pen', timeMs: 1000 });
    expect(rules.down(touch(1, 1000 + handRestsMs))).toBe('move');
    rules.up(1);
    expect(rules.down(touch(2, 1000 + penStaysMs))).toBe('draw');
  });

  it('a second finger moves the page, and so does one beside a mouse that draws', () => {
    const rules = createTouchRules();
    rules.down(touch(1, 0));
    expect(rules.down(touch(2, 5))).toBe('move');
    const desk = createTouchRules();
    desk.down(mouse(1, 0));
    expect(desk.down(touch(2, 5))).toBe('move');
  });

  it('a palm never draws', () => {
    expect(createTouchRules().down(touch(1, 0, palmSize))).toBe('nothing');
  });
});
