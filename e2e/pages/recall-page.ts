import type { Locator } from '@playwright/test';
import { ClerkPage } from './clerk-page.ts';

/** The secretary's check of the room, and the recall. */
export class RecallPage extends ClerkPage {
  async openCheck(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Kiểm tra phòng' }).click();
  }

  /** The row of a seat in the check of the room. */
  seatRow(seat: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: seat }) });
  }

  get confirmations(): Locator {
    return this.page.getByRole('region', { name: 'Thu hồi tài liệu' });
  }

  /** Asks for the recall and confirms it in the second step. */
  async recall(): Promise<void> {
    await this.button('Thu hồi tài liệu…').click();
    await this.button('Tiếp tục thu hồi').click();
    await this.button('Thu hồi ngay').click();
  }
}
