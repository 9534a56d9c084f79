import type { Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

/** The secretary's console. */
export class ClerkPage extends SurfacePage {
  /** The row of a person in the roll-call. */
  person(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }
}
