import { describe, expect, it } from 'vitest';
import { EnginePool } from './engine-pool.ts';
import type { PdfEngine } from './pdf-document.ts';

function setUp() {
  const started: { readonly engine: PdfEngine; isClosed: boolean }[] = [];
  const idle: (() => void)[] = [];
  const pool = new EnginePool(
    () => {
      const engine = { open: () => expect.unreachable(), close: () => (entry.isClosed = true) };
      const entry = { engine, isClosed: false };
      started.push(entry);
      return engine;
    },
    (run) => {
      idle.push(run);
      return () => undefined;
    },
  );
  const rest = (): void => {
    for (const run of idle.splice(0)) run();
  };
  return { pool, started, rest };
}

describe('engines that wait for a reader', () => {
  it('are started ahead where a window keeps one, and only for a reader elsewhere', () => {
    const { pool, started } = setUp();
    const own = pool.take();
    pool.release(own);
    expect(started).toHaveLength(1);
    pool.keepOne();
    expect(started).toHaveLength(2);
    expect(pool.take()).toBe(started[1]?.engine);
    expect(started).toHaveLength(2);
  });

  it('have read nothing: one that was used is closed, and another waits once no reader is left', () => {
    const { pool, started, rest } = setUp();
    pool.keepOne();
    const [one, other] = [pool.take(), pool.take()];
    pool.release(one);
    rest();
    expect(started.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    pool.release(other);
    rest();
    rest();
    expect(started.map(({ isClosed }) => isClosed)).toEqual([true, true, false]);
    expect(pool.take()).toBe(started[2]?.engine);
  });
});
