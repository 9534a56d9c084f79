import type { Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

/** The secretary's console. */
export class ClerkPage extends SurfacePage {
  /** The row of a person in the roll-call. */
  person(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async openDocuments(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Tài liệu' }).click();
  }

  async upload(file: {
    readonly name: string;
    readonly mimeType: string;
    readonly buffer: Buffer;
  }): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** What became of a file that was sent. */
  uploaded(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Tệp vừa gửi' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }
}
