import { describe, expect, it } from 'vitest';
import { createPageMover } from './page-mover.ts';

function pushed() {
  const by = { x: 0, y: 0 };
  const mover = createPageMover((x, y) => {
    by.x += x;
    by.y += y;
  });
  return { by, mover };
}

describe('fingers that move the page', () => {
  it('push it by as much as they go, together as the middle of them', () => {
    const { by, mover } = pushed();
    mover.down({ id: 1, x: 100, y: 100 });
    mover.move({ id: 1, x: 100, y: 60 });
    expect(by).toEqual({ x: 0, y: 40 });
    mover.down({ id: 2, x: 200, y: 60 });
    expect(mover.isPinch()).toBe(true);
    mover.move({ id: 1, x: 90, y: 60 });
    mover.move({ id: 2, x: 210, y: 60 });
    expect(by).toEqual({ x: 0, y: 40 });
    mover.up(2);
    expect(mover.isPinch()).toBe(false);
  });

  it('do not listen to fingers that came down elsewhere', () => {
    const { by, mover } = pushed();
    mover.move({ id: 9, x: 5, y: 5 });
    expect(by).toEqual({ x: 0, y: 0 });
  });
});
