import { describe, expect, it, vi } from 'vitest';
import { PageSizes } from './page-sizes.ts';
import type { PdfDocument } from './pdf-document.ts';

const run = { done: Promise.resolve(), cancel: () => undefined };

function setUp({ pages = 20, isWhole = true } = {}) {
  const asked: number[] = [];
  const document: PdfDocument = {
    pages,
    isWhole,
    sizeOf: (page) => {
      asked.push(page);
      if (page === 13) return Promise.reject(new Error('broken'));
      return Promise.resolve(page % 10 === 9 ? { width: 1123, height: 794 } : { width: 794, height: 1123 });
    },
    draw: () => run,
    layText: () => run,
    textOf: () => Promise.resolve(''),
    outline: () => Promise.resolve([]),
    forget: () => undefined,
  };
  const idle: (() => void)[] = [];
  const sizes = new PageSizes(document, (task) => {
    idle.push(task);
    return () => undefined;
  });
  return { asked, idle, pageSizes: sizes, sizes: sizes.sizes };
}

describe('the sizes of pages', () => {
  it('are taken to be as the first until they are measured', async () => {
    const { sizes, pageSizes } = setUp();
    await vi.waitUntil(() => sizes.get().length === 20);
    expect(sizes.get()[8]).toEqual({ width: 794, height: 1123, isMeasured: false });
    pageSizes.need([8, 9, 10, 99]);
    await vi.waitUntil(() => sizes.get()[8]?.isMeasured);
    expect(sizes.get()[8]).toEqual({ width: 1123, height: 794, isMeasured: true });
  });

  it('are measured to the end when there is nothing better to do, each once', async () => {
    const { sizes, asked, idle } = setUp();
    for (let turn = 0; turn < 4; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await vi.waitUntil(() => idle.length > turn);
      idle[turn]?.();
    }
    await vi.waitUntil(() => sizes.get().filter(({ isMeasured }) => isMeasured).length === 19);
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('of a large document are measured only where it is read', async () => {
    const { sizes, asked, idle } = setUp({ isWhole: false });
    await vi.waitUntil(() => sizes.get().length === 20);
    expect(idle).toEqual([]);
    expect(asked).toEqual([1]);
  });

  it('stay as they were taken to be where a page cannot be measured', async () => {
    const { sizes, pageSizes } = setUp();
    pageSizes.need([13, 14]);
    await vi.waitUntil(() => sizes.get()[13]?.isMeasured);
    expect(sizes.get()[12]?.isMeasured).toBe(false);
  });
});
