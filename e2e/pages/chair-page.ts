import type { Locator } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { SurfacePage } from './surface-page.ts';

/** The chairperson's console. */
export class ChairPage extends SurfacePage {
  get map(): Locator {
    return this.page.getByRole('list', { name: 'Sơ đồ chỗ ngồi' });
  }

  /** One seat on the map: its code and its state in a word. */
  seat(code: string): Locator {
    return this.map.getByRole('listitem').filter({ hasText: code });
  }

  seatsThatAre(word: string): Locator {
    return this.map.getByRole('listitem').filter({ hasText: word });
  }

  /** The huge number that stands over these words. */
  figure(label: string): Locator {
    return this.page.locator('div', { has: this.page.getByText(label, { exact: true }) }).last();
  }

  /** A row of the agenda, by its place. */
  agendaItem(order: number): Locator {
    return this.page
      .getByRole('complementary', { name: 'Chương trình' })
      .getByRole('listitem')
      .nth(order - 1);
  }

  /** The bar with the one right thing to do now. */
  get nextStep(): Locator {
    return this.page.getByRole('region', { name: 'Bước tiếp theo' });
  }

  step(name: string): Locator {
    return this.nextStep.getByRole('button', { name, exact: true });
  }

  /** Has a prepared vote put before the others of its item, and waits until the bar offers it. */
  async putNext(title: string): Promise<void> {
    const offered = this.nextStep.getByText(title, { exact: true });
    const row = this.page.getByRole('listitem').filter({ hasText: title }).filter({ hasText: 'Đã chuẩn bị' });
    const pick = row.getByRole('button');
    await expect(offered.or(pick).first()).toBeVisible();
    if (!(await offered.isVisible())) await pick.click();
    await expect(offered).toBeVisible();
  }
}
