import { test } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { RecallPage } from '../pages/recall-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals } from '../pages/surface-page.ts';

/** What people are told of a recall, and of not knowing of one. In order: one meeting that closes and is recalled. */
test.describe.configure({ mode: 'serial' });

let room: TestRoom;
let seat: SeatPage;
let chair: ChairPage;
let clerk: RecallPage;
const terminals = new Terminals();
/** A machine that was set up elsewhere: the times that it shows are the room's all the same. */
const elsewhere = { timezoneId: 'America/New_York' };

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  room = await startRoom();
  seat = await terminals.open(browser, SeatPage, room.address('A07'), elsewhere);
  chair = await terminals.open(browser, ChairPage, room.address('chair'), elsewhere);
  clerk = await terminals.open(browser, RecallPage, room.address('clerk'), elsewhere);
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await seat.packIsWhole();
});

test.afterAll(async () => {
  await terminals.close();
  await room?.stop();
});

test('a terminal set to another zone shows the time of the room', async () => {
  for (const surface of [seat, chair, clerk]) {
    const shown = await surface.page.locator('time').evaluate((clock: HTMLTimeElement) => ({
      text: clock.innerText,
      at: clock.dateTime,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }));
    expect(shown.zone).toBe('America/New_York');
    const inVietNam = new Date(Date.parse(shown.at) + 7 * 3_600_000).toISOString().slice(11, 16);
    expect(shown.text).toBe(inVietNam);
  }
});

test('a seat that cannot ask its hub says so of the papers of a meeting that is over, and of no other', async () => {
  const unchecked = seat.page.getByText('Chưa kiểm tra được thu hồi');
  await room.shutDown();
  await expect(seat.page.getByText(/^Mất kết nối/)).toBeVisible();
  await expect(unchecked).toHaveCount(0);
  await room.restart();
  await expect(seat.linked).toBeVisible();
  await chair.step('Khai mạc').click();
  await chair.button('Bế mạc…').click();
  await chair.button('Bế mạc').click();
  await expect(chair.page.getByText('Đã bế mạc').first()).toBeVisible();
  await expect(unchecked).toHaveCount(0);
  await room.shutDown();
  await expect(unchecked).toBeVisible();
  await room.restart();
  await expect(seat.linked).toBeVisible();
  await expect(unchecked).toHaveCount(0);
});

test('[AT-39] the consoles of a recalled meeting are told calmly, and its state says when', async () => {
  await clerk.openCheck();
  await clerk.recall();
  const since = /Đã thu hồi lúc \d\d:\d\d \d\d\/\d\d?\/\d{4}/;
  for (const console of [chair, clerk]) {
    await expect(console.page.getByRole('status').filter({ hasText: since })).toContainText(
      'Các máy trong phòng không còn mở tài liệu của cuộc họp này.',
    );
    await expect(console.page.getByRole('banner')).toContainText(since);
    expect(await console.modals.count()).toBe(0);
  }
  await clerk.page.getByRole('tab', { name: 'Trình bày' }).click();
  await expect(clerk.page.getByText('Tài liệu đã được thu hồi')).toBeVisible();
  await chair.button('Tài liệu').click();
  await expect(chair.page.getByText('Tài liệu đã được thu hồi')).toBeVisible();
  expect([...chair.errors, ...clerk.errors, ...seat.errors]).toEqual([]);
});
