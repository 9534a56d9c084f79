import { describe, expect, it } from 'vitest';
import { scrollToThumbnail, thumbnailsInSight } from './thumbnail-window.ts';

const grid = { pages: 5001, columns: 2, rowHeight: 100 };

describe('thumbnails', () => {
  it('exist only near what is in sight, however long the document is', () => {
    const { pages, offset, height } = thumbnailsInSight(grid, { top: 100_000, height: 500 });
    expect(pages[0]).toBe(1999);
    expect(pages.length).toBeLessThanOrEqual(16);
    expect(offset).toBe(99_900);
    expect(height).toBe(250_100);
  });

  it('end with the last page', () => {
    const { pages } = thumbnailsInSight(grid, { top: 249_600, height: 500 });
    expect(pages.at(-1)).toBe(5001);
    expect(thumbnailsInSight({ ...grid, pages: 1 }, { top: 0, height: 500 }).pages).toEqual([1]);
  });

  it('come into sight with the page that is read, and otherwise stay', () => {
    const scroll = { top: 0, height: 500 };
    expect(scrollToThumbnail(grid, 3, scroll)).toBeNull();
    expect(scrollToThumbnail(grid, 101, scroll)).toBe(5000 - 200);
  });
});
