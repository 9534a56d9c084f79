import { test, type BrowserContext } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';
import { ViewerTools } from '../pages/viewer-tools.ts';

/** A body whose rules keep the words of its papers on the page. */
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

/** Selects all words of the first page and asks the browser to copy them, as Ctrl+C does. */
async function copyFirstPage(
  seat: SeatPage,
): Promise<{ readonly selected: string; readonly copied: string }> {
  const words = seat.drawnPage(1).locator('span').first();
  await expect(words).toBeAttached();
  const selected = await seat.drawnPage(1).evaluate((page) => {
    const selection = document.getSelection();
    selection?.selectAllChildren(page);
    return selection?.toString() ?? '';
  });
  await seat.page.evaluate(() => navigator.clipboard.writeText('trước đó'));
  await seat.page.keyboard.press('Control+c');
  return { selected, copied: await seat.page.evaluate(() => navigator.clipboard.readText()) };
}

for (const words of [true, false]) {
  test(`words of a page are selected and ${words ? 'copied' : 'not copied'} as the body's rules say`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    contexts.push(context);
    if (!words) {
      // The sample's body lets words be copied; here its record says otherwise.
      await context.routeWebSocket(/./, (socket) => {
        const hub = socket.connectToServer();
        hub.onMessage((message) =>
          socket.send(String(message).replaceAll('"copies":{', '"copies":{"words":false,')),
        );
      });
    }
    const seat = await openSurface(context, SeatPage, room.address(words ? 'A06' : 'A07'));
    await seat.packIsWhole();
    await seat.enterPin(room.personAt(words ? 'A06' : 'A07').pin);
    await seat.listPapersOfItem(2);
    await seat.openFirstPaper();
    await expect(seat.drawnPage(1)).toBeVisible();
    const said = new ViewerTools(seat.page).toolbar.getByText('Không sao chép chữ');
    await expect(said).toBeVisible({ visible: !words });
    const { selected, copied } = await copyFirstPage(seat);
    expect(selected.length).toBeGreaterThan(100);
    if (words) expect(copied.length).toBeGreaterThan(100);
    else expect(copied).toBe('trước đó');
    expect(seat.errors).toEqual([]);
  });
}
