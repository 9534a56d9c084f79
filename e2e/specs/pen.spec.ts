import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test, type BrowserContext } from '@playwright/test';
import { startOwnBrowser, type OwnBrowser } from '../fixtures/room/own-browser.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { PenDesk, type InkBox } from '../pages/pen-desk.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface, SurfacePage } from '../pages/surface-page.ts';

/** A04 writes on the draft of 60 pages before the meeting. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(90_000);

const inked = [4, 12, 40] as const;
const words = 'Hỏi rõ nguồn kinh phí năm 2027';

let profile: string;
let room: TestRoom;
let browserOfA04: OwnBrowser;
let others: BrowserContext;
let a04: PenDesk;
const written = new Map<number, InkBox>();

async function sitDown(): Promise<PenDesk> {
  const seat = await openSurface(browserOfA04.context, SeatPage, room.address('A04'));
  return new PenDesk(seat);
}

/** Signs in, and waits until it is done. */
async function signIn(seat: SurfacePage, place: string): Promise<void> {
  await seat.enterPin(room.personAt(place).pin);
  await expect(seat.page.getByLabel('Mã PIN 6 số')).toHaveCount(0);
}

/** Opens the draft; what a seat shows just after the sign-in may still be set up anew. */
async function openDraft(seat: SeatPage): Promise<void> {
  await expect(async () => {
    await seat.listPapersOfItem(2);
    await seat.openFirstPaper();
    await expect(seat.page.locator('[data-page][data-drawn="true"]').first()).toBeVisible({
      timeout: 10_000,
    });
  }).toPass({ timeout: 60_000 });
  expect(await seat.pageCount()).toBe(60);
}

function expectSamePlace(found: InkBox | null, wanted: InkBox | undefined): void {
  expect(found).not.toBeNull();
  for (const edge of ['left', 'top', 'right', 'bottom'] as const)
    expect(Math.abs((found?.[edge] ?? NaN) - (wanted?.[edge] ?? NaN)), edge).toBeLessThan(0.006);
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  profile = mkdtempSync(join(tmpdir(), 'nghi-su-a04-'));
  room = await startRoom();
  browserOfA04 = await startOwnBrowser(profile);
  others = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  a04 = await sitDown();
  await a04.seat.packIsWhole();
  await signIn(a04.seat, 'A04');
  await openDraft(a04.seat);
});

test.afterAll(async () => {
  await others?.close();
  await browserOfA04?.kill();
  await room?.stop();
  rmSync(profile, { recursive: true, force: true });
});

test('[AT-12] ink that A04 writes on pages 4, 12 and 40 of the draft is there after its power was cut', async () => {
  await a04.open();
  for (const page of inked) {
    await a04.goTo(page);
    await a04.write(page, [0.2, 0.12], [0.6, 0.16]);
    await expect.poll(() => a04.inkOn(page)).not.toBeNull();
    const box = await a04.inkOn(page);
    if (box !== null) written.set(page, box);
    expect(box?.left).toBeCloseTo(0.2, 1);
    expect(box?.right).toBeCloseTo(0.6, 1);
  }
  await expect(a04.seat.page.getByText('Chưa lưu được')).toHaveCount(0);
  await expect(a04.seat.page.getByText(/chờ gửi/)).toHaveCount(0);

  await browserOfA04.kill();
  browserOfA04 = await startOwnBrowser(profile);
  a04 = await sitDown();
  await a04.seat.packIsWhole();
  const pin = a04.seat.page.getByLabel('Mã PIN 6 số');
  const pens = a04.seat.button('Bút');
  await openDraft(a04.seat);
  await expect(pin.or(pens).first()).toBeVisible();
  if (await pin.isVisible()) await signIn(a04.seat, 'A04');
  for (const page of inked) {
    await a04.goTo(page);
    await expect.poll(() => a04.inkOn(page)).not.toBeNull();
    expectSamePlace(await a04.inkOn(page), written.get(page));
  }
});

test('[AT-12] it is visible nowhere else: not at another seat, not at the consoles', async () => {
  const a05 = await openSurface(others, SeatPage, room.address('A05'));
  const contexts = [others];
  for (const place of ['chair', 'clerk']) {
    // oxlint-disable-next-line no-await-in-loop
    const context = await others.browser()?.newContext();
    if (context === undefined) throw new Error('no browser');
    contexts.push(context);
    // oxlint-disable-next-line no-await-in-loop
    const console = await openSurface(context, SurfacePage, room.address(place));
    // oxlint-disable-next-line no-await-in-loop
    await signIn(console, place);
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => console.frames.kindsReceived()).toContain('meeting');
    expect(console.frames.kindsReceived()).not.toContain('layer-part');
  }
  await a05.packIsWhole();
  await signIn(a05, 'A05');
  const desk = new PenDesk(a05);
  await openDraft(a05);
  await desk.open();
  for (const page of inked) {
    await desk.goTo(page);
    expect(await desk.inkOn(page)).toBeNull();
  }
  await desk.tool('Danh sách').click();
  await expect(desk.side).toContainText('Tài liệu này chưa có ghi chú');
  expect(a05.frames.kindsReceived()).not.toContain('layer-part');
  for (const context of contexts.slice(1)) await context.close();
  await a05.page.close();
});

test('[AT-12] ink keeps its place while the page is enlarged and scrolled, and no wait is seen in the draft', async () => {
  await a04.goTo(4);
  const before = await a04.seat.drawnPage(4).boundingBox();
  await a04.seat.page.getByRole('button', { name: 'Phóng to' }).click();
  await expect
    .poll(async () => (await a04.seat.drawnPage(4).boundingBox())?.width)
    .toBeGreaterThan(Number(before?.width));
  await expect.poll(() => a04.inkOn(4)).not.toBeNull();
  expectSamePlace(await a04.inkOn(4), written.get(4));
  await a04.seat.page.locator('[data-page="4"]').locator('xpath=ancestor::*[@role="region"][1]').press('0');
  await expect
    .poll(async () => (await a04.seat.drawnPage(4).boundingBox())?.width)
    .toBeLessThanOrEqual(Number(before?.width) + 1);
});

test('a stroke is erased as a whole, and comes back with Ctrl+Z and goes with Ctrl+Y', async () => {
  await a04.goTo(12);
  await a04.open();
  await a04.tool('Tẩy').click();
  const [from, to] = await a04.spots(12, [0.4, 0.08], [0.4, 0.2]);
  await a04.seat.page.mouse.move(from?.x ?? 0, from?.y ?? 0);
  await a04.seat.page.mouse.down();
  await a04.seat.page.mouse.move(to?.x ?? 0, to?.y ?? 0, { steps: 6 });
  await a04.seat.page.mouse.up();
  await expect.poll(() => a04.inkOn(12)).toBeNull();
  await a04.seat.page.keyboard.press('Control+z');
  await expect.poll(() => a04.inkOn(12)).not.toBeNull();
  expectSamePlace(await a04.inkOn(12), written.get(12));
  await a04.seat.page.keyboard.press('Control+y');
  await expect.poll(() => a04.inkOn(12)).toBeNull();
  await a04.tool('Hoàn tác').click();
  await expect.poll(() => a04.inkOn(12)).not.toBeNull();
});

test('a note, a bookmark and marked words are listed by page, each a touch away, by keyboard too', async () => {
  const { page } = a04.seat;
  await a04.goTo(4);
  await a04.tool('Ghi chú').click();
  const [spot] = await a04.spots(4, [0.85, 0.2]);
  await page.mouse.click(spot?.x ?? 0, spot?.y ?? 0);
  await a04.side.getByLabel('Nội dung ghi chú').fill(words);
  await a04.tool('Đánh dấu').click();
  await a04.tool('Tô sáng').click();
  const line = a04.seat.drawnPage(4).locator('span[role=presentation]').filter({ hasText: /\S{4}/ }).nth(3);
  const box = await line.boundingBox();
  if (box === null) throw new Error('the page has no words');
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => a04.inkOn(4, 'mark')).not.toBeNull();

  await a04.goTo(1);
  await a04.side.getByRole('button', { name: 'Danh sách' }).click();
  const rows = a04.side.getByRole('listitem');
  await expect(rows.filter({ hasText: 'Trang 4 · Viết tay' })).toContainText('1 nét viết tay');
  await expect(rows.filter({ hasText: 'Trang 4 · Ghi chú' })).toContainText(words);
  await expect(rows.filter({ hasText: 'Trang 4 · Đánh dấu trang' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Trang 4 · Tô sáng' })).toContainText('“');
  await rows.filter({ hasText: 'Trang 40' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(a04.seat.pageNumber).toHaveValue('40');
  await page.keyboard.press('Escape');
  await expect(a04.side).toHaveCount(0);
  expect(room.log()).not.toContain(words);
});

test('a hand that rests on the page while the pen writes leaves no mark, and fingers move the page', async () => {
  await a04.goTo(40);
  await a04.tool('Bút mực').click();
  await a04.write(40, [0.2, 0.2], [0.5, 0.2]);
  await a04.touch(40, [[0.6, 0.25]], { x: 0, y: 40 });
  await expect.poll(async () => (await a04.inkOn(40))?.bottom).toBeLessThan(0.23);
  const top = async (): Promise<number> => (await a04.seat.drawnPage(40).boundingBox())?.y ?? NaN;
  const before = await top();
  // Once the pen has been away for a moment, the same finger pushes the page.
  await expect(async () => {
    await a04.touch(40, [[0.6, 0.25]], { x: 0, y: -80 });
    expect(await top()).toBeLessThan(before - 40);
  }).toPass();
  expect((await a04.inkOn(40))?.bottom).toBeLessThan(0.23);
});

test('the pen bar and the notes have names, contrast and targets for everybody', async () => {
  await a04.tool('Danh sách').click();
  await a04.tool('Màu, nét').click();
  const found = await new AxeBuilder({ page: a04.seat.page })
    .include('[aria-label="Bút và ghi chú cá nhân"]')
    .include('aside[aria-label="Ghi chú cá nhân"]')
    .analyze();
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  const targets = await a04.bar.getByRole('button').all();
  for (const target of targets) {
    // oxlint-disable-next-line no-await-in-loop
    const box = await target.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60);
  }
  expect(a04.seat.errors).toEqual([]);
  expect(a04.seat.dialogs).toEqual([]);
});
