import { createCanvas } from '@napi-rs/canvas';
import { test, type BrowserContext } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { openSurface } from '../pages/surface-page.ts';

/** A paper is replaced by a file that is no PDF, and by one that the hub no longer holds when it is to be published. */
test.describe.configure({ mode: 'serial' });

let room: TestRoom;
let context: BrowserContext;
let clerk: ClerkPage;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  room = await startRoom();
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  clerk = await openSurface(context, ClerkPage, room.address('clerk'));
  await clerk.enterPin(room.personAt('clerk').pin);
  await clerk.openDocuments();
});

test.afterAll(async () => {
  await context?.close();
  await room?.stop();
});

function picture(words: string): Buffer {
  const canvas = createCanvas(800, 1100);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, 800, 1100);
  pen.fillStyle = 'black';
  pen.font = '48px sans-serif';
  pen.fillText(words, 80, 160);
  return canvas.toBuffer('image/png');
}

/** Compares a picture with the first paper that can be replaced, up to the question before the last step. */
async function prepare(name: string): Promise<void> {
  await clerk.button('Thay thế…').first().click();
  await clerk.upload({ name, mimeType: 'image/png', buffer: picture(name) });
  await clerk.button('So sánh với bản hiện hành').click();
  await expect(clerk.page.locator('[data-sheet=now] canvas')).toBeVisible({ timeout: 30_000 });
  await clerk.page.getByLabel('Lý do thay thế').fill('Thay bằng bản có chữ ký');
  await clerk.button('Phát hành bản thay thế…').click();
}

test('a picture comes in the place of a text: set side by side as the hub has made it, and sent once', async () => {
  const uploads: { readonly url: string; readonly bytes: number }[] = [];
  clerk.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/v1/documents'))
      uploads.push({ url: request.url(), bytes: request.postDataBuffer()?.length ?? 0 });
  });
  await prepare('Bản ký.png');
  await clerk.button('Phát hành bản thay thế').click();
  await expect(clerk.page.getByText(/^Đã phát hành bản thay thế: /)).toBeVisible();
  expect(uploads).toHaveLength(2);
  expect(uploads[0]?.url).toContain('publish=no');
  expect(uploads[1]).toMatchObject({ bytes: 0 });
  expect(uploads[1]?.url).toContain('prepared=');
  await clerk.button('Quay lại').click();
  await expect(clerk.button('Tải bản gốc .png')).toBeVisible();
});

test('a text that the hub has forgotten meanwhile is sent once more, and nobody is asked', async () => {
  await prepare('Bản ký lần hai.png');
  await room.shutDown();
  await room.restart();
  await expect(clerk.page.getByText('Máy chủ tốt', { exact: true })).toBeVisible();
  await clerk.button('Phát hành bản thay thế').click();
  await expect(clerk.page.getByText(/^Đã phát hành bản thay thế: /)).toBeVisible();
  expect(clerk.errors).toEqual([]);
});
