import type { Locator, Page } from '@playwright/test';

/** The floor as a surface shows it: who speaks, who waits, and what the chairperson can do. */
export class FloorSide {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Rows of those who wait, in order; the hint under them is none. */
  get waiting(): Locator {
    return this.#page
      .getByRole('region', { name: 'Chờ phát biểu' })
      .getByRole('listitem')
      .filter({ hasText: /[A-Z]\d\d ·/ });
  }

  get speaking(): Locator {
    return this.#page.getByRole('region', { name: 'Đang phát biểu' });
  }

  get timer(): Locator {
    return this.#page.getByRole('timer').first();
  }

  /** Names of the next speakers on the room screen. */
  get next(): Locator {
    return this.#page.getByRole('region', { name: 'Phát biểu tiếp theo' }).getByRole('listitem');
  }

  /** The row of somebody who waits, at the chairperson's. */
  choose(name: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`Sắp xếp ${name}`) });
  }

  get give(): Locator {
    return this.#page.getByRole('region', { name: 'Chờ phát biểu' }).getByRole('button', { name: 'Mời' });
  }

  /** Ends the speech, at the chairperson's. */
  get stop(): Locator {
    return this.speaking.getByRole('button', { name: 'Kết thúc', exact: true });
  }

  /** Time spoken, at the secretary's. */
  get times(): Locator {
    return this.#page.getByRole('region', { name: 'Thời gian đã phát biểu' }).getByRole('listitem');
  }
}
