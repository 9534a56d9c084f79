import type { Locator } from '@playwright/test';
import type { SeatPage } from './seat-page.ts';

/** A delegate's own notes, beside the page of a seat. */
export class NotesSide {
  readonly #seat: SeatPage;

  constructor(seat: SeatPage) {
    this.#seat = seat;
  }

  /** The rows of the list that carry these words. */
  note(text: string): Locator {
    return this.#side.getByRole('listitem').filter({ hasText: text });
  }

  /** Takes out the pen and lists the notes of the open document. */
  async open(): Promise<void> {
    if (await this.#side.isVisible()) return;
    if (!(await this.#bar.isVisible())) await this.#seat.button('Bút').click();
    await this.#bar.getByRole('button', { name: 'Danh sách' }).click();
  }

  /** Adds a note with words to the page being read, and goes back to the list. */
  async write(text: string): Promise<void> {
    await this.open();
    await this.#side.getByRole('button', { name: /^Thêm ghi chú ở trang/ }).click();
    await this.#side.getByLabel('Nội dung ghi chú').fill(text);
    await this.#side.getByRole('button', { name: 'Danh sách' }).click();
  }

  get #side(): Locator {
    return this.#seat.page.getByRole('complementary', { name: 'Ghi chú cá nhân' });
  }

  get #bar(): Locator {
    return this.#seat.page.getByRole('toolbar', { name: 'Bút và ghi chú cá nhân' });
  }
}
