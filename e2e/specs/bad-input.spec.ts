import AxeBuilder from '@axe-core/playwright';
import { PDFDocument } from '@cantoo/pdf-lib';
import { test, type Page } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface, type SurfacePage } from '../pages/surface-page.ts';

/** What people and machines do that they should not, and that every surface can be read and reached by everybody. */
test.setTimeout(120_000);

let room: TestRoom;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  room = await startRoom();
});

test.afterAll(async () => {
  await room?.stop();
});

async function pdfOf(pages: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage().drawText(`Page ${page + 1}`, { x: 50, y: 700 });
  return pdf;
}

test('the secretary reads in Vietnamese why a file is refused, and a good one is taken', async ({
  context,
}) => {
  const clerk = await openSurface(context, ClerkPage, room.address('clerk'));
  await clerk.enterPin(room.personAt('clerk').pin);
  await clerk.openDocuments();
  const whole = await (await pdfOf(20)).save();
  const locked = await pdfOf(1);
  locked.encrypt({ userPassword: 'mat-khau', ownerPassword: 'chu' });
  const files: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
    ['ghi-chu.pdf', new TextEncoder().encode('Đây không phải là PDF.'), 'Tệp không phải là PDF.'],
    ['cut.pdf', whole.slice(0, Math.floor(whole.length * 0.6)), 'Tệp PDF bị cắt cụt, thiếu phần cuối.'],
    ['khoa.pdf', await locked.save(), 'Tệp được mã hóa hoặc đặt mật khẩu. Xin gửi bản không khóa.'],
    ['tot.pdf', whole, 'Đã nhận · 20 trang'],
  ];
  for (const [name, bytes, words] of files) {
    await clerk.upload({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
    await expect(clerk.uploaded(name)).toContainText(words);
  }
  expect(clerk.errors).toEqual([]);
  await clerk.page.close();
});

test('a wrong PIN and a stranger’s name at a seat are answered in words, and the papers stay readable', async ({
  context,
}) => {
  const seat = await openSurface(context, SeatPage, room.address('A03'));
  await seat.packIsWhole();
  await seat.enterPin('000000');
  await expect(seat.page.getByText('Mã PIN không đúng.')).toBeVisible();
  await seat.button('Tôi là người khác').click();
  await seat.button(new RegExp(room.personAt('A07').name)).click();
  await seat.enterPin(room.personAt('A07').pin);
  await expect(seat.page.getByText('Chỗ của đồng chí là A07.')).toBeVisible();
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible();
  expect(seat.errors).toEqual([]);
  await seat.page.close();
});

test('no surface opens a dialog when the hub goes away and comes back', async ({ context }) => {
  const seat = await openSurface(context, SeatPage, room.address('A05'));
  const screen = await openSurface(context, ScreenPage, room.address('screen'));
  const chair = await openSurface(context, ChairPage, room.address('chair'));
  await chair.enterPin(room.personAt('chair').pin);
  await expect(chair.map).toBeVisible();
  await seat.packIsWhole();
  await room.kill();
  await expect(seat.page.getByText('Mất kết nối · làm việc ngoại tuyến')).toBeVisible();
  await expect(screen.page.getByText(/Mất nguồn · hình lúc/)).toBeVisible();
  for (const surface of [seat, screen, chair]) {
    await expect(surface.modals).toHaveCount(0);
    expect(surface.dialogs).toEqual([]);
  }
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible();
  await room.restart();
  await expect(seat.linked).toBeVisible();
  await expect(chair.page.getByText('Máy chủ tốt')).toBeVisible();
  for (const surface of [seat, screen, chair]) {
    await expect(surface.modals).toHaveCount(0);
    expect(surface.dialogs).toEqual([]);
    expect(surface.errors).toEqual([]);
    await surface.page.close();
  }
});

test('dark and large text are reached and set by the keyboard alone', async ({ context }) => {
  const seat = await openSurface(context, SeatPage, room.address('A08'));
  await seat.packIsWhole();
  const look = async (): Promise<{ size: number; background: string }> =>
    seat.page.evaluate(() => ({
      size: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      background: getComputedStyle(document.body).backgroundColor,
    }));
  const before = await look();
  await tabTo(seat.page, 'Cài đặt hiển thị');
  await seat.page.keyboard.press('Enter');
  await tabTo(seat.page, 'Tối', true);
  await seat.page.keyboard.press('Enter');
  await tabTo(seat.page, 'Rất lớn', true);
  await seat.page.keyboard.press('Enter');
  await seat.page.keyboard.press('Escape');
  await expect.poll(async () => (await look()).size).toBeGreaterThan(before.size * 1.4);
  await expect.poll(async () => (await look()).background).not.toBe(before.background);
  await expect(seat.button('Cài đặt hiển thị')).toBeFocused();
  await seat.page.close();
});

test('axe finds nothing serious on seat, chair, clerk and screen', async ({ context }) => {
  const seat = await openSurface(context, SeatPage, room.address('A09'));
  const chair = await openSurface(context, ChairPage, room.address('chair'));
  const clerk = await openSurface(context, ClerkPage, room.address('clerk'));
  const screen = await openSurface(context, ScreenPage, room.address('screen'));
  await seat.packIsWhole();
  await seat.enterPin(room.personAt('A09').pin);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible();
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await expect(chair.map).toBeVisible();
  await expect(clerk.person(room.personAt('A09').name)).toBeVisible();
  const surfaces: Readonly<Record<string, SurfacePage>> = { seat, chair, clerk, screen };
  for (const [name, { page }] of Object.entries(surfaces)) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      grave.map(
        ({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => String(target)).join(', ')}`,
      ),
    ).toEqual([]);
  }
});

/** Presses Tab until the control of this name has the focus; in a group of choices also the arrow keys. */
async function tabTo(page: Page, name: string, isInGroup = false): Promise<void> {
  const isFocused = (): Promise<boolean> =>
    page.evaluate((wanted) => {
      const at = document.activeElement;
      return (at?.getAttribute('aria-label') ?? at?.textContent) === wanted;
    }, name);
  const keys = isInGroup ? ['Tab', 'ArrowRight', 'ArrowRight'] : ['Tab'];
  for (let step = 0; step < 90; step += 1) {
    await page.keyboard.press(keys[step % keys.length] ?? 'Tab');
    if (await isFocused()) return;
  }
  throw new Error(`${name} is not reached by the keyboard`);
}
