import type { Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

/** The room screen: the public picture. */
export class ScreenPage extends SurfacePage {
  /** The huge number that stands over these words. */
  figure(label: string): Locator {
    return this.page.locator('div', { has: this.page.getByText(label, { exact: true }) }).last();
  }

  /** Everything that can be read on it. */
  async words(): Promise<string> {
    return this.page.locator('body').innerText();
  }
}
