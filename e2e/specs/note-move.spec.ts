import { test, type BrowserContext, type Locator } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { PenDesk } from '../pages/pen-desk.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';

/** A text note is moved on its page by mouse, finger and keyboard, gets another colour, and is there at the next terminal. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(90_000);

let room: TestRoom;
let seat: SeatPage;
let desk: PenDesk;
const contexts: BrowserContext[] = [];
const words = 'Hỏi lại Sở Tài chính';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  room = await startRoom();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, hasTouch: true });
  contexts.push(context);
  seat = await openSurface(context, SeatPage, room.address('A07'));
  await openPaper();
  desk = new PenDesk(seat);
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await room?.stop();
});

async function openPaper(at: SeatPage = seat): Promise<void> {
  await at.packIsWhole();
  await at.enterPin(room.personAt('A07').pin);
  await at.listPapersOfItem(2);
  await at.openFirstPaper();
  await expect(at.drawnPage(1)).toBeVisible();
}

const note = (at: SeatPage = seat): Locator => at.page.getByRole('button', { name: `Ghi chú: ${words}` });

/** The middle of the note, as shares of its page. */
async function place(at: SeatPage = seat): Promise<{ readonly x: number; readonly y: number }> {
  const [mark, page] = [await note(at).boundingBox(), await at.drawnPage(1).boundingBox()];
  if (mark === null || page === null) throw new Error('the note is not on the screen');
  const share = (from: number, size: number, begin: number, whole: number): number =>
    Math.round(((from + size / 2 - begin) / whole) * 100) / 100;
  return {
    x: share(mark.x, mark.width, page.x, page.width),
    y: share(mark.y, mark.height, page.y, page.height),
  };
}

async function expectAt(x: number, y: number, at: SeatPage = seat): Promise<void> {
  await expect.poll(async () => (await place(at)).x).toBeCloseTo(x, 1);
  await expect.poll(async () => (await place(at)).y).toBeCloseTo(y, 1);
}

test('a note is pulled by the mouse and pushed by the arrows, and undo takes back the way and not the words', async () => {
  await desk.open();
  await desk.tool('Ghi chú').click();
  const [spot] = await desk.spots(1, [0.3, 0.2]);
  if (spot === undefined) throw new Error('there is no page');
  await seat.page.mouse.click(spot.x, spot.y);
  await seat.page.getByLabel('Nội dung ghi chú').fill(words);
  await expect(note()).toBeVisible();
  await expectAt(0.3, 0.2);

  // The card beside it has made the page smaller.
  const [from, to] = await desk.spots(1, [0.3, 0.2], [0.6, 0.4]);
  if (from === undefined || to === undefined) throw new Error('there is no page');
  await seat.page.mouse.move(from.x, from.y);
  await seat.page.mouse.down();
  await seat.page.mouse.move(to.x - 40, to.y, { steps: 4 });
  await seat.page.mouse.move(to.x, to.y);
  await seat.page.mouse.up();
  await expectAt(0.6, 0.4);

  const before = await place();
  await note().focus();
  for (let step = 0; step < 5; step += 1) await note().press('ArrowLeft');
  await expect.poll(async () => (await place()).x).toBeLessThan(before.x - 0.05);
  await expect(seat.pageNumber).toHaveValue('1');
  await desk.tool('Hoàn tác').click();
  await expectAt(0.3, 0.2);
  await expect(note()).toBeVisible();
  await desk.tool('Làm lại').click();
  await expect.poll(async () => (await place()).x).toBeLessThan(before.x - 0.05);
});

test('a finger moves the note and not the page, and a short touch opens it', async () => {
  const from = await note().boundingBox();
  if (from === null) throw new Error('the note is not on the screen');
  const line = await seat.page.context().newCDPSession(seat.page);
  // A hand that takes its time: after a quick one the next touch only ends what Chromium takes for a fling.
  let timestamp = Date.now() / 1000 - 1;
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', down: number): Promise<void> => {
    const at = { x: from.x + from.width / 2, y: from.y + from.height / 2 + down };
    const touchPoints = type === 'touchEnd' ? [] : [at];
    await line.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
    timestamp += 0.1;
  };
  const before = await place();
  await touch('touchStart', 0);
  for (let step = 1; step <= 6; step += 1) await touch('touchMove', -20 * step);
  await touch('touchEnd', -120);
  await line.detach();
  await expect.poll(async () => (await place()).y).toBeLessThan(before.y - 0.05);
  await seat.page.getByRole('button', { name: 'Danh sách', exact: true }).last().click();
  await note().tap();
  await expect(seat.page.getByLabel('Nội dung ghi chú')).toHaveValue(words);
});

test('another colour is chosen on the card, and the next terminal shows place, colour and words', async ({
  browser,
}) => {
  const colors = seat.page.getByRole('group', { name: 'Màu', exact: true });
  await colors.getByRole('button', { name: 'Màu: Xanh lá' }).click();
  await expect(colors.getByRole('button', { name: 'Màu: Xanh lá' })).toHaveAttribute('aria-pressed', 'true');
  const background = (at: SeatPage): Promise<string> =>
    note(at).evaluate((mark) => getComputedStyle(mark.firstElementChild ?? mark).backgroundColor);
  const [here, color] = [await place(), await background(seat)];
  await seat.button('Khóa ghi chú').click();
  await expect(seat.page.getByText('Ghi chú đã gửi hết', { exact: false })).toBeVisible();

  // A seat belongs to one terminal at a time.
  await seat.page.context().close();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  contexts.push(context);
  const other = await openSurface(context, SeatPage, room.address('A07'));
  await openPaper(other);
  await expect(note(other)).toBeVisible({ timeout: 15_000 });
  await expectAt(here.x, here.y, other);
  expect(await background(other)).toBe(color);
  expect(other.errors).toEqual([]);
  expect(seat.errors).toEqual([]);
});
