import type { Locator, Page } from '@playwright/test';

/** The view of a document, on whatever surface it stands. */
export class ViewerTools {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Công cụ đọc tài liệu' });
  }

  get scroller(): Locator {
    return this.page.locator('[data-mode]');
  }

  get findField(): Locator {
    return this.page.getByRole('searchbox', { name: 'Từ cần tìm' });
  }

  get findCount(): Locator {
    return this.page.getByRole('search', { name: 'Tìm trong tài liệu' }).getByRole('status');
  }

  /** The marked place that was gone to: its page, and whether it is on the screen. Null while none is marked. */
  async currentHit(): Promise<{ readonly page: number; readonly isInSight: boolean } | null> {
    return this.scroller.evaluate((scroller: HTMLElement) => {
      const [range] = CSS.highlights.get('find-current') ?? [];
      if (!(range instanceof Range)) return null;
      const page = range.startContainer.parentElement?.closest<HTMLElement>('[data-page]');
      const box = range.getBoundingClientRect();
      const edge = scroller.getBoundingClientRect();
      return {
        page: Number(page?.dataset['page']),
        isInSight: box.height > 0 && box.top >= edge.top && box.bottom <= edge.bottom,
      };
    });
  }

  get panel(): Locator {
    return this.page.getByRole('navigation', { name: 'Trang và mục lục' });
  }

  /** Where the presenter is shown to point. */
  get pointer(): Locator {
    return this.page.getByRole('img', { name: 'Người trình bày đang chỉ vào đây' });
  }

  thumbnail(page: number): Locator {
    return this.panel.locator(`[data-thumbnail="${page}"]`);
  }

  /** Chooses a tool behind the button with the three points. */
  async choose(name: string): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'Thêm công cụ' }).click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** The pages of which something is in sight, in order. */
  async pagesInSight(): Promise<number[]> {
    return this.scroller.evaluate((scroller: HTMLElement) => {
      const edge = scroller.getBoundingClientRect();
      return [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
        .filter((page) => {
          const box = page.getBoundingClientRect();
          return box.bottom > edge.top + 1 && box.top < edge.bottom - 1 && box.right > edge.left;
        })
        .map((page) => Number(page.dataset['page']))
        .toSorted((a, b) => a - b);
    });
  }

  /** How many pixels of its own the drawing of a page has for each of the screen's, to and fro. */
  async sharpness(page: number): Promise<number> {
    return this.scroller.evaluate((scroller: HTMLElement, wanted) => {
      const canvas = scroller.querySelector<HTMLCanvasElement>(`[data-page="${wanted}"] canvas`);
      if (canvas === null) return 0;
      return canvas.width / (canvas.getBoundingClientRect().width * window.devicePixelRatio);
    }, page);
  }

  /** How wide a page is on the screen, and how far its upper edge is below that of the view, in CSS pixels. */
  async standing(page: number): Promise<{ readonly width: number; readonly top: number }> {
    return this.scroller.evaluate((scroller: HTMLElement, wanted) => {
      const box = scroller.querySelector(`[data-page="${wanted}"]`)?.getBoundingClientRect();
      if (box === undefined) throw new Error(`page ${wanted} is not near the screen`);
      return { width: box.width, top: box.top - scroller.getBoundingClientRect().top };
    }, page);
  }
}
