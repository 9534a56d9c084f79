import { test, type BrowserContext } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';
import { ViewerTools } from '../pages/viewer-tools.ts';

/** How a delegate looks at pages is his or her own choice, and nothing that arrives later takes it back. */
let room: TestRoom;
const contexts: BrowserContext[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  room = await startRoom();
});

test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await room?.stop();
});

test('what is chosen while somebody signs in, and in the first second after, stays', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  contexts.push(context);
  const seat = await openSurface(context, SeatPage, room.address('A06'));
  const { scroller } = new ViewerTools(seat.page);
  await seat.packIsWhole();
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible();
  await scroller.press('2');
  await seat.enterPin(room.personAt('A06').pin);
  await scroller.press('3');
  // Everything that a sign-in brings has come: the person, the notes, the papers anew.
  await expect(seat.button('Khóa ghi chú')).toBeVisible();
  await scroller.press('+');
  const { width } = await new ViewerTools(seat.page).standing(1);
  await expect(seat.button('Bút')).toBeVisible();
  await seat.button('Khóa ghi chú').click();
  await expect(seat.page.getByText('Ghi chú đã gửi hết', { exact: false })).toBeVisible();
  await expect(scroller).toHaveAttribute('data-mode', 'spread');
  expect((await new ViewerTools(seat.page).standing(1)).width).toBeCloseTo(width, 0);
  expect(seat.errors).toEqual([]);
});

test('the next paper is looked at as the one before', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  contexts.push(context);
  const seat = await openSurface(context, SeatPage, room.address('A05'));
  const { scroller } = new ViewerTools(seat.page);
  await seat.packIsWhole();
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible();
  await scroller.press('3');
  await expect(scroller).toHaveAttribute('data-mode', 'spread');
  await seat.button('Chương trình').click();
  await seat.listPapersOfItem(1);
  await seat.openFirstPaper();
  await expect(scroller).toHaveAttribute('data-mode', 'spread');
  expect(seat.errors).toEqual([]);
});
