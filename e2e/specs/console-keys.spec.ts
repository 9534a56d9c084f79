import { test, type BrowserContext, type Page } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { openSurface, type SurfacePage } from '../pages/surface-page.ts';

/** Whoever sits at a console changes the own PIN there and prints the recovery key, as at a seat. */
let room: TestRoom;
const contexts: BrowserContext[] = [];
const ownKeys = 'Mã PIN và khóa ghi chú của tôi';

test.beforeAll(async () => {
  test.setTimeout(120_000);
  room = await startRoom();
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await room?.stop();
});

const consoles: readonly (readonly [string, new (page: Page) => SurfacePage])[] = [
  ['chair', ChairPage],
  ['clerk', ClerkPage],
];
for (const [place, Kind] of consoles) {
  test(`the ${place} changes the PIN and prints a recovery key without leaving the console`, async ({
    browser,
  }) => {
    const { pin } = room.personAt(place);
    const chosen = pin === '246802' ? '135791' : '246802';
    const open = async (): Promise<SurfacePage> => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      contexts.push(context);
      return openSurface(context, Kind, room.address(place));
    };
    const console = await open();
    await expect(console.button(ownKeys)).toHaveCount(0);
    await console.enterPin(pin);
    await console.button(ownKeys).click();
    const panel = console.page.getByRole('region', { name: 'Ghi chú của tôi' });
    await panel.getByRole('button', { name: 'Đổi mã PIN' }).click();
    for (const entered of [pin, chosen, chosen]) await console.enterPin(entered);
    await expect(panel.getByText('Đã đổi mã PIN.', { exact: false })).toBeVisible();

    await panel.getByRole('button', { name: 'In khóa khôi phục' }).click();
    await console.enterPin(chosen);
    await expect(console.page.getByTestId('recovery-key')).toHaveText(/^\s*([0-9A-Z]{5}-){5}[0-9A-Z]{5}\s*$/);
    // On paper the sheet stands alone.
    await console.page.emulateMedia({ media: 'print' });
    await expect(console.page.getByTestId('recovery-key')).toBeVisible();
    await expect(console.page.getByRole('banner')).toBeHidden();
    await console.page.emulateMedia({ media: 'screen' });
    await panel.getByRole('button', { name: 'Xong' }).click();
    // The button that was pressed is gone; the panel takes the keyboard back.
    await expect(panel.locator('button:focus')).toHaveCount(1);
    await console.page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);

    const elsewhere = await open();
    await elsewhere.enterPin(pin);
    await expect(elsewhere.page.getByText('Mã PIN không đúng', { exact: false })).toBeVisible();
    await elsewhere.enterPin(chosen);
    await expect(elsewhere.button(ownKeys)).toBeVisible();
    expect(console.errors).toEqual([]);
  });
}
