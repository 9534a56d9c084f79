import type { Locator } from '@playwright/test';
import { SurfacePage } from './surface-page.ts';

/** IT's page. */
export class AdminPage extends SurfacePage {
  get password(): Locator {
    return this.page.getByLabel('Mật khẩu quản trị', { exact: true });
  }

  async signIn(password: string): Promise<void> {
    await this.password.fill(password);
    await this.button('Đăng nhập').click();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  /** The machines of the room check, without its head. */
  get machines(): Locator {
    return this.page
      .getByRole('grid', { name: 'Kiểm tra phòng' })
      .getByRole('row')
      .filter({
        has: this.page.getByRole('rowheader'),
      });
  }

  machine(seat: string): Locator {
    return this.machines.filter({ has: this.page.getByRole('rowheader', { name: seat, exact: true }) });
  }

  /** "22 máy tốt", "1 cần xem", "1 phải xử lý". */
  get counts(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'máy tốt' });
  }
}
