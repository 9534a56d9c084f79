import { describe, expect, it } from 'vitest';
import { CanvasPool } from './canvas-pool.ts';

function setUp() {
  const created: { width: number; height: number }[] = [];
  const pool = new CanvasPool(() => {
    const canvas = { width: 0, height: 0 };
    created.push(canvas);
    return canvas as unknown as HTMLCanvasElement;
  });
  return { pool, created };
}

describe('canvases that are used again', () => {
  it('serve the next page of their size', () => {
    const { pool } = setUp();
    const first = pool.take(800, 1100);
    pool.give(first);
    expect(pool.take(800, 1100)).toBe(first);
    expect(pool.take(800, 1100)).not.toBe(first);
  });

  it('are not bent to another size', () => {
    const { pool } = setUp();
    const upright = pool.take(800, 1100);
    pool.give(upright);
    expect(pool.take(1100, 800)).not.toBe(upright);
    expect(pool.take(800, 1100)).toBe(upright);
  });

  it('are few: more than are turned to next are let go, and all of them at the end', () => {
    const { pool, created } = setUp();
    const taken = Array.from({ length: 9 }, () => pool.take(800, 1100));
    for (const canvas of taken) pool.give(canvas);
    expect(created.filter(({ width }) => width === 800)).toHaveLength(4);
    pool.empty();
    expect(created.filter(({ width }) => width === 800)).toHaveLength(0);
  });
});
