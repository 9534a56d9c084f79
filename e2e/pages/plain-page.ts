import type { Locator, Page } from '@playwright/test';
import type { AppHandle } from '../fixtures/app-handle.ts';

/** Long enough for a password to have been checked on a crowded machine. */
const pressTimeoutMs = 20_000;

/** A plain window: one sentence, and what can be done about it. */
export class PlainWindowPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits for the plain window whose text holds these words. */
  static async with(app: AppHandle, words: string): Promise<PlainWindowPage> {
    const page = await app.window(async (each) => (await textOf(each)).includes(words));
    return new PlainWindowPage(page);
  }

  /** Waits until no plain window is open. */
  static count(app: AppHandle): number {
    return app.windows().filter((page) => page.url().endsWith('/plain.html')).length;
  }

  action(name: string): Locator {
    return this.page.locator(`[data-action="${name}"]`);
  }

  /**
   * Presses the button. Each of them may end this window, or the whole program, before the press is
   * answered; what it should have done is for the caller to look at.
   */
  async press(name: string): Promise<void> {
    await this.action(name)
      .click({ timeout: pressTimeoutMs })
      .catch((error: unknown) => {
        if (!this.page.isClosed() && !String(error).includes('has been closed')) throw error;
      });
  }

  get actions(): Promise<(string | undefined)[]> {
    return this.page
      .locator('[data-action]')
      .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['action']));
  }

  get password(): Locator {
    return this.page.locator('#password');
  }

  get said(): Locator {
    return this.page.getByRole('status');
  }
}

async function textOf(page: Page): Promise<string> {
  if (!page.url().endsWith('/plain.html')) return '';
  return page.locator('#plain').innerText();
}
