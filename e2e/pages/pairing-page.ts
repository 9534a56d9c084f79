import type { Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

/** The screen of a machine that belongs to no room. */
export class PairingPage extends SurfacePage {
  get title(): Locator {
    return this.page.getByRole('heading', { name: 'Ghép máy này với phòng họp' });
  }

  /** The six digits, as they are read out. */
  get code(): Locator {
    return this.page.getByRole('img', { name: /^Mã đối chiếu/ });
  }

  async shownCode(): Promise<string> {
    return (await this.code.innerText()).replaceAll(/\D/g, '');
  }

  get failure(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'Chưa ghép được máy' });
  }

  async chooseSeat(seat: string): Promise<void> {
    await this.page.getByLabel('Vị trí, ví dụ A07').fill(seat);
  }

  async connectTo(address: string): Promise<void> {
    await this.page.getByLabel('Địa chỉ máy chủ').fill(address);
    await this.button('Kết nối').click();
  }
}
