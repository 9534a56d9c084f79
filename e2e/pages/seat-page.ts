import { expect, type Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

export type Answer = 'Tán thành' | 'Không tán thành' | 'Không biểu quyết';

/** A delegate's terminal. */
export class SeatPage extends SurfacePage {
  get pageNumber(): Locator {
    return this.page.getByLabel('Số trang');
  }

  get question(): Locator {
    return this.page.getByRole('form', { name: 'Ý kiến của đồng chí' });
  }

  /** What the seat says of the ballot that was given. */
  get ballot(): Locator {
    return this.page.getByRole('group', { name: 'Đồng chí đã biểu quyết' });
  }

  get tally(): Locator {
    return this.page.getByTestId('tally');
  }

  /** A page of the open document that has been drawn. */
  drawnPage(page: number): Locator {
    return this.page.locator(`[data-page="${page}"][data-drawn="true"]`);
  }

  /** Opens a paper from the list beside the document. */
  async openPaper(title: string | RegExp): Promise<void> {
    await this.button(title).click();
  }

  async packIsWhole(): Promise<void> {
    await expect(this.page.getByText(/^Tài liệu đủ (\d+)\/\1 /)).toBeVisible({ timeout: 60_000 });
  }

  /** Chooses an answer and sends it. */
  async vote(answer: Answer): Promise<void> {
    await this.question.getByRole('button', { name: answer, exact: true }).click();
    await this.question.getByRole('button', { name: 'Gửi phiếu' }).click();
  }

  /** Begins to watch for a page number; {@link watchedAt} tells when it was on the screen. */
  async watchFor(page: number): Promise<void> {
    await this.pageNumber.evaluate((field: HTMLInputElement, wanted) => {
      const holder = window as unknown as { shownAt: Promise<number> };
      holder.shownAt = new Promise((resolve) => {
        const look = (): void => {
          // The field may have been made anew for another document.
          const now = field.isConnected ? field : document.querySelector<HTMLInputElement>(`[aria-label="Số trang"]`);
          if (now?.value === wanted) resolve(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      });
    }, String(page));
  }

  /** When the page number that was watched for came on the screen, in milliseconds since 1970. */
  async watchedAt(): Promise<number> {
    return this.page.evaluate(async () => (window as unknown as { shownAt: Promise<number> }).shownAt);
  }
}
