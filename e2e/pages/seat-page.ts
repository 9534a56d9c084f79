import type { Locator } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
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

  /** One line of the announced result: what is counted, and how many. */
  resultRow(label: string): Locator {
    return this.tally.locator('div', { has: this.page.getByText(label, { exact: true }) }).last();
  }

  /** Lists the papers of an item of the agenda beside the page. */
  async listPapersOfItem(order: number): Promise<void> {
    await this.button('Chương trình').click();
    const agenda = this.page.getByRole('complementary', { name: 'Chương trình' });
    await agenda
      .getByRole('listitem')
      .nth(order - 1)
      .getByRole('button')
      .click();
  }

  /** How many pages the open document has. */
  async pageCount(): Promise<number> {
    const words = await this.page.getByRole('toolbar', { name: 'Công cụ đọc tài liệu' }).innerText();
    return Number(/\/ (\d+)/.exec(words)?.[1]);
  }

  /** The share of a drawn page's pixels that are not paper, from 0 to 1. */
  async inkOn(page: number): Promise<number> {
    return this.drawnPage(page)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        // The page's canvas shows a finished picture and cannot be read; a copy can.
        const copy = Object.assign(document.createElement('canvas'), {
          width: canvas.width,
          height: canvas.height,
        });
        const context = copy.getContext('2d');
        context?.drawImage(canvas, 0, 0);
        const { data } = context?.getImageData(0, 0, copy.width, copy.height) ?? { data: [] };
        let inked = 0;
        for (let at = 0; at < data.length; at += 4)
          if (Number(data[at]) + Number(data[at + 1]) < 400) inked += 1;
        return inked / (data.length / 4);
      });
  }

  /** Opens the first of the papers that are listed. */
  async openFirstPaper(): Promise<void> {
    await this.button(/trang · tài liệu chính/)
      .first()
      .click();
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
          const now = field.isConnected
            ? field
            : document.querySelector<HTMLInputElement>(`[aria-label="Số trang"]`);
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
