import { describe, expect, it, vi } from 'vitest';
import { CanvasPool } from './canvas-pool.ts';
import { PageRenders, type WantedPage } from './page-renders.ts';
import type { PdfDocument } from './pdf-document.ts';

interface Started {
  readonly page: number;
  readonly canvas: HTMLCanvasElement;
  finish(): void;
  fail(): void;
  isCancelled: boolean;
}

/** A document whose pages are drawn when the test says so. */
function setUp(msBetweenTurns = 1_000) {
  const started: Started[] = [];
  const forgotten: number[] = [];
  const document: PdfDocument = {
    pages: 100,
    isWhole: true,
    sizeOf: () => Promise.reject(new Error('not asked for here')),
    layText: () => ({ done: Promise.resolve(), cancel: () => undefined }),
    textOf: () => Promise.resolve(''),
    outline: () => Promise.resolve([]),
    forget: (page) => void forgotten.push(page),
    draw(page, canvas) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const run: Started = {
        page,
        canvas,
        finish: resolve,
        fail: () => reject(new Error('broken')),
        isCancelled: false,
      };
      started.push(run);
      return {
        done: promise,
        cancel: () => {
          run.isCancelled = true;
          resolve();
        },
      };
    },
  };
  const failures: unknown[] = [];
  const created: HTMLCanvasElement[] = [];
  const canvases = new CanvasPool(() => {
    const canvas = fakeCanvas();
    created.push(canvas);
    return canvas;
  });
  let now = 0;
  const clock = (): number => (now += msBetweenTurns);
  const renders = new PageRenders(document, canvases, (reason) => failures.push(reason), clock);
  return { renders, started, forgotten, failures, created };
}

/** As much of a canvas as is asked for where nothing is drawn. */
function fakeCanvas(): HTMLCanvasElement {
  return { width: 0, height: 0 } as HTMLCanvasElement;
}

const at = (page: number, width = 1000, height = 1400): WantedPage => ({ page, width, height });
const last = (started: readonly Started[]): Started =>
  started.at(-1) ?? expect.unreachable('nothing was begun');
const drawnAll = async ({ started }: ReturnType<typeof setUp>, count: number): Promise<void> => {
  for (let done = 0; done < count; done += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await vi.waitUntil(() => started.length > done);
    started[done]?.finish();
  }
};

describe('the drawings of pages', () => {
  it('are made one at a time, most urgent first, and shown as they come', async () => {
    const view = setUp();
    view.renders.want([at(5), at(6), at(4)]);
    expect(view.started.map(({ page }) => page)).toEqual([5]);
    const told: string[] = [];
    view.renders.subscribe(5, () => told.push('5'));
    await drawnAll(view, 3);
    await vi.waitUntil(() => view.renders.canvasOf(4) !== null);
    expect(view.started.map(({ page }) => page)).toEqual([5, 6, 4]);
    expect(told).toEqual(['5']);
    expect(view.renders.canvasOf(5)).toBe(view.started[0]?.canvas);
    expect(view.renders.canvasOf(7)).toBeNull();
  });

  it('are given up when no longer wanted, and then not shown', async () => {
    const view = setUp();
    view.renders.want([at(1)]);
    view.renders.want([at(50)]);
    expect(view.started[0]?.isCancelled).toBe(true);
    await vi.waitUntil(() => view.started.length === 2);
    expect(last(view.started).page).toBe(50);
    expect(view.renders.canvasOf(1)).toBeNull();
  });

  it('are not made twice, and stand in for another size until that is ready', async () => {
    const view = setUp();
    view.renders.want([at(1)]);
    await drawnAll(view, 1);
    await vi.waitUntil(() => view.renders.canvasOf(1) !== null);
    view.renders.want([at(1)]);
    expect(view.started).toHaveLength(1);
    const small = view.renders.canvasOf(1);
    view.renders.want([at(1, 2000, 2800)]);
    expect(view.renders.canvasOf(1)).toBe(small);
    last(view.started).finish();
    await vi.waitUntil(() => view.renders.canvasOf(1) !== small);
    expect(view.renders.canvasOf(1)?.width).toBe(2000);
  });

  it('stay within bounds: those seen longest ago are freed, those in sight are not', async () => {
    const view = setUp();
    const pages = Array.from({ length: 40 }, (_, index) => at(index + 1));
    for (const [index, page] of pages.entries()) {
      view.renders.want([page]);
      // oxlint-disable-next-line no-await-in-loop
      await vi.waitUntil(() => view.started.length > index);
      view.started[index]?.finish();
      // oxlint-disable-next-line no-await-in-loop
      await vi.waitUntil(() => view.renders.canvasOf(page.page) !== null);
    }
    const held = pages.filter(({ page }) => view.renders.canvasOf(page) !== null);
    expect(held.length * 1000 * 1400).toBeLessThanOrEqual(8_000_000);
    expect(held.at(-1)?.page).toBe(40);
    expect(view.forgotten).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
    // Those shown, the one being drawn and the one that has just gone.
    expect(view.created.length).toBeLessThanOrEqual(held.length + 2);
  });

  it('of one page are bounded too, whatever the zoom', () => {
    const view = setUp();
    view.renders.want([at(1, 8000, 11_000)]);
    const { width, height } = last(view.started).canvas;
    expect(width * height).toBeLessThanOrEqual(16_100_000);
    expect(width / height).toBeCloseTo(8000 / 11_000, 2);
  });

  it('leave an empty page for one that cannot be drawn, say so, and go on', async () => {
    const view = setUp();
    view.renders.want([at(1), at(2)]);
    view.started[0]?.fail();
    await vi.waitUntil(() => view.started.length === 2);
    expect(view.failures).toHaveLength(1);
    expect(last(view.started).page).toBe(2);
  });

  it('end when they are closed', async () => {
    const view = setUp();
    view.renders.want([at(1), at(2)]);
    view.renders.close();
    expect(view.started[0]?.isCancelled).toBe(true);
    await Promise.resolve();
    expect(view.started).toHaveLength(1);
    expect(view.renders.canvasOf(1)).toBeNull();
  });

  it('are small at first for who flips through the pages, and sharp where the flipping ends', async () => {
    const view = setUp(100);
    for (const page of [1, 2, 3]) view.renders.want([at(page), at(page + 1)]);
    await vi.waitUntil(() => view.started.length === 2);
    expect(last(view.started)).toMatchObject({ page: 3, canvas: { width: 250, height: 350 } });
    last(view.started).finish();
    await vi.waitUntil(() => view.started.length === 3);
    expect(view.renders.canvasOf(3)?.width).toBe(250);
    expect(last(view.started)).toMatchObject({ page: 3, canvas: { width: 1000, height: 1400 } });
    last(view.started).finish();
    await vi.waitUntil(() => view.started.length === 4);
    expect(view.renders.canvasOf(3)?.width).toBe(1000);
    expect(last(view.started)).toMatchObject({ page: 4, canvas: { width: 1000 } });
  });
});
