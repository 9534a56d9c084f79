import type { Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

interface UploadFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The secretary's console. */
export class ClerkPage extends SurfacePage {
  /** The row of a person in the roll-call. */
  person(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** Chooses these people in the roll-call, and nobody else. */
  async choose(...names: readonly string[]): Promise<void> {
    for (const row of await this.page.locator('[role=row][aria-selected=true]').all()) await row.click();
    for (const name of names) await this.person(name).click();
  }

  /** The lines of the running record, in their order. */
  get lines(): Locator {
    return this.page.getByRole('grid', { name: 'Diễn biến cuộc họp' }).getByRole('row');
  }

  /** The one line of the running record that says this. */
  line(words: string | RegExp): Locator {
    return this.lines.filter({ hasText: words });
  }

  async openDocuments(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Tài liệu' }).click();
  }

  async upload(file: UploadFile): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Sends several files at once. */
  async uploadAll(files: readonly UploadFile[]): Promise<void> {
    await this.page.getByLabel('Thêm tệp').setInputFiles([...files]);
  }

  /** The row of a paper in the list of the meeting's papers. */
  paper(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .last();
  }

  /** What became of a file that was sent. */
  uploaded(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Tệp vừa gửi' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }
}
