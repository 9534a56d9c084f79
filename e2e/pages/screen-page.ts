import { SurfacePage } from './surface-page.ts';

/** The room screen: the public picture. */
export class ScreenPage extends SurfacePage {
  /** Everything that can be read on it. */
  async words(): Promise<string> {
    return this.page.locator('body').innerText();
  }
}
