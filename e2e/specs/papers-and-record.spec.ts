import { test } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/** From the opening over the secret papers and the break to the close, with the record that writes itself. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const seatNames = (row: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${row}${String(from + at).padStart(2, '0')}`);
const absent = 'A13';
const late = 'A06';
const present = seatNames('A', 1, 15).filter((place) => place !== absent && place !== late);

let room: TestRoom;
let chair: ChairPage;
let clerk: ClerkPage;
let screen: ScreenPage;
let seat: SeatPage;
const strangers = new Map<string, Stranger>();
const terminals = new Terminals();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  const others = [...present, late, 'B02'].filter((place) => place !== 'A02');
  for (const [place, one] of await seatStrangers(room, others)) strangers.set(place, one);
  chair = await terminals.open(browser, ChairPage, room.address('chair'));
  clerk = await terminals.open(browser, ClerkPage, room.address('clerk'));
  screen = await terminals.open(browser, ScreenPage, room.address('screen'));
  seat = await terminals.open(browser, SeatPage, room.address('A02'));
  await seat.packIsWhole();
});

test.afterAll(async () => {
  for (const one of strangers.values()) one.stop();
  await terminals.close();
  await room?.stop();
});

test('[AT-13] the screen shows the title and who is present; the record begins with the opening', async () => {
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await seat.enterPin(room.personAt('A02').pin);
  for (const [place, one] of strangers) if (place !== late) await signInAt(room, place, one);
  await expect(clerk.page.getByText('Có mặt 13/15')).toBeVisible();
  await clerk.page.getByRole('tab', { name: 'Diễn biến' }).click();
  await expect(clerk.page.getByText('Chưa có diễn biến')).toBeVisible();
  await chair.step('Khai mạc').click();
  await expect(screen.page.getByText(/Có mặt 13\/15.*đủ điều kiện họp/)).toBeVisible();
  await expect(screen.page.getByText(/Hội nghị Ban Thường vụ Tỉnh ủy/)).toBeVisible();
  const opening = clerk.line(/Khai mạc\. Có mặt 13\/15/);
  await expect(opening).toContainText('Vắng: đ/c Đỗ Thị Lan, đ/c Vũ Hồng Sơn (Công tác Trung ương)');
});

test('[LINE-1] [AT-16] who comes late and what the chairperson does write themselves, under their item', async () => {
  await chair.step('Bắt đầu nội dung 1').click();
  await expect(clerk.line(/Bắt đầu nội dung 1/)).toContainText('ND1');
  const stranger = strangers.get(late);
  if (stranger === undefined) throw new Error(`nobody sits at ${late}`);
  await signInAt(room, late, stranger);
  await expect(clerk.line(/Đến muộn \d\d:\d\d: đ\/c Đỗ Thị Lan/)).toContainText('ND1');
});

test('[LINE-2] the secretary writes, changes and strikes lines without leaving the keyboard', async () => {
  const { keyboard } = clerk.page;
  await clerk.page.getByRole('tab', { name: 'Diễn biến' }).focus();
  await keyboard.press('F2');
  await keyboard.type('Đ/c chủ trì phát biểu khai mạc.');
  await keyboard.press('Enter');
  await expect(clerk.line('Đ/c chủ trì phát biểu khai mạc.')).toContainText('thư ký ghi');
  await keyboard.type('Dòng ghi nhầm.');
  await keyboard.press('Enter');
  await expect(clerk.line('Dòng ghi nhầm.')).toBeVisible();

  await clerk.line('Đ/c chủ trì phát biểu khai mạc.').focus();
  await keyboard.press('Enter');
  const box = clerk.page.getByRole('textbox', { name: /^Sửa/ });
  await expect(box).toHaveValue('Đ/c chủ trì phát biểu khai mạc.');
  await box.fill('Đồng chí chủ trì phát biểu khai mạc.');
  await keyboard.press('Enter');
  await expect(clerk.line('Đồng chí chủ trì phát biểu khai mạc.')).toContainText('sửa lúc');

  await clerk.line('Dòng ghi nhầm.').focus();
  await keyboard.press('Delete');
  await expect(clerk.line('Dòng ghi nhầm.')).toContainText('đã gạch bỏ');
  const order = await clerk.lines.allInnerTexts();
  expect(order.at(-1)).toContain('Dòng ghi nhầm.');
});

test('[AT-30] of the secret item seats show the words alone and the screen shows nothing', async () => {
  await chair.agendaItem(4).click();
  await chair.button('Sang nội dung 4').click();
  await expect(seat.page.getByText('Tài liệu mật – bản giấy').first()).toBeVisible();
  await expect(seat.page.locator('[data-page]')).toHaveCount(0);
  await expect(screen.page.getByText('Đang họp', { exact: true })).toBeVisible();
  const words = await screen.words();
  expect(words).not.toMatch(/mật|bản giấy|Nội dung 4/i);
  expect(JSON.stringify(screen.frames.received)).not.toContain('Tài liệu mật');
});

test('[AT-30] 14 copies are handed out and collected by name, and the item is not left with one missing', async () => {
  await clerk.page.getByRole('tab', { name: 'Bản giấy' }).click();
  const desk = clerk.page.getByRole('region', { name: 'Bản giấy của nội dung 4' });
  await desk.getByRole('button', { name: 'Phát cho 14 người có mặt' }).click();
  await expect(desk.getByText('Đã phát 14/15')).toBeVisible();
  await expect(chair.step('Chờ thu 14 bản giấy')).toBeDisabled();

  const { keyboard } = clerk.page;
  for (let collected = 0; collected < 14; collected += 1) {
    if (collected === 13) {
      await chair.agendaItem(5).click();
      await chair.button('Sang nội dung 5').click();
      await expect(chair.page.getByText('Còn bản giấy chưa thu lại.')).toBeVisible();
    }
    const row = desk.getByRole('row').filter({ hasText: present.concat(late).toSorted()[collected] ?? '' });
    await row.click();
    await keyboard.press('Enter');
    await expect(desk.getByText(`Đã thu ${collected + 1}/14`)).toBeVisible();
  }
  await expect(desk.getByText('Đã thu đủ bản giấy')).toBeVisible();
  await clerk.page.getByRole('tab', { name: 'Diễn biến' }).click();
  await expect(clerk.line(/Phát bản giấy tài liệu mật: 14\/15 bản/)).toContainText('ND4');
  await expect(clerk.line(/Thu bản giấy tài liệu mật: 14\/14 bản/)).toBeVisible();
});

test('[ITEM-1] a break is on every surface, stops the time of the item, and ends with one key', async () => {
  await chair.page.keyboard.press('F4');
  await expect(screen.page.getByText('Giải lao', { exact: true })).toBeVisible();
  await expect(seat.page.getByText('giải lao', { exact: true })).toBeVisible();
  await expect(chair.agendaItem(4)).toContainText('giải lao');
  await expect(chair.step('Tiếp tục họp')).toBeEnabled();
  await chair.page.keyboard.press('F8');
  await expect(screen.page.getByText('Đang họp', { exact: true })).toBeVisible();
  await expect(chair.step('Sang nội dung 5')).toBeVisible();
  await expect(clerk.line('Giải lao.')).toBeVisible();
  await expect(clerk.line('Tiếp tục họp.')).toBeVisible();
});

test('[LINE-3] neither seat nor screen is sent the record or the copies', () => {
  for (const surface of [seat, screen]) {
    const kinds = surface.frames.kindsReceived();
    expect(kinds).not.toContain('record-line');
    expect(kinds).not.toContain('paper-copies');
  }
});

test('nothing complained, and nothing covered a page', async () => {
  for (const surface of [chair, clerk, screen, seat]) {
    expect(surface.errors).toEqual([]);
    expect(surface.dialogs).toEqual([]);
    await expect(surface.modals).toHaveCount(0);
  }
});
