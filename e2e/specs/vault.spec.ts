import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { filesWith, sealedFiles } from '../fixtures/profile-files.ts';
import { startOwnBrowser, type OwnBrowser } from '../fixtures/room/own-browser.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { RecallPage } from '../pages/recall-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface, type SurfacePage } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/**
 * The documents of a seat from the check of the room to the recall, in order. A09 has a browser of its own, whose
 * profile on the disk is damaged, searched and switched off; the other seats are pages and clients of the protocol.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const chunkBytes = 256 * 1024 + 28;
const seatNames = (row: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${row}${String(at + 1).padStart(2, '0')}`);
const seats = [...seatNames('A', 15), ...seatNames('B', 9)];
const paged = new Set(['A02', 'A05', 'A09']);

let profile: string;
let room: TestRoom;
let own: OwnBrowser;
let a02: SeatPage;
let a05: SeatPage;
let a09: SeatPage;
let clerk: RecallPage;
const contexts: BrowserContext[] = [];
let strangers = new Map<string, Stranger>();
/** Of the papers, as people read them. */
let titles: readonly string[] = [];

async function openApart<Surface extends SurfacePage>(
  browser: Browser,
  Kind: new (page: Page) => Surface,
  place: string,
  prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Promise<Surface> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  contexts.push(context);
  await prepare(context);
  return openSurface(context, Kind, room.address(place));
}

async function startA09(): Promise<void> {
  own = await startOwnBrowser(profile);
  a09 = await openSurface(own.context, SeatPage, room.address('A09'));
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  profile = mkdtempSync(join(tmpdir(), 'nghi-su-a09-'));
  room = await startRoom();
  strangers = await seatStrangers(
    room,
    seats.filter((place) => !paged.has(place)),
  );
  await startA09();
  a02 = await openApart(browser, SeatPage, 'A02');
  clerk = await openApart(browser, RecallPage, 'clerk');
  await clerk.enterPin(room.personAt('clerk').pin);
  for (const seat of [a02, a09]) await seat.packIsWhole();
  titles =
    strangers
      .get('A01')
      ?.records('document')
      .map(({ title }) => String(title)) ?? [];
});

test.afterAll(async () => {
  for (const stranger of strangers.values()) stranger.stop();
  await Promise.all(contexts.map((context) => context.close()));
  await own?.kill();
  await room?.stop();
  rmSync(profile, { recursive: true, force: true });
});

test('[AT-08] the check of the room names the paper that a seat lacks and the clock that is fast', async ({
  browser,
}) => {
  let isBlocked = true;
  a05 = await openApart(browser, SeatPage, 'A05', async (context) => {
    await context.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 240_000;
    });
    let first: string | null = null;
    await context.route('**/v1/blobs/*', async (route) => {
      first ??= route.request().url();
      return route.request().url() === first && isBlocked ? route.abort() : route.continue();
    });
  });
  await clerk.openCheck();
  await expect(clerk.seatRow('A02')).toContainText(/Đủ \d+ tài liệu/);
  await expect(clerk.seatRow('A02')).toContainText('Đúng giờ');
  const lacking = clerk.seatRow('A05');
  await expect(lacking).toContainText('Nhanh 4 phút – hiển thị theo giờ máy chủ');
  await expect(lacking).toContainText(/Thiếu 1\/\d+ tài liệu/);
  const named = await lacking.getByRole('gridcell').nth(2).innerText();
  expect(titles).toContain(named);
  isBlocked = false;
  await expect(lacking).toContainText(/Đủ \d+ tài liệu/);
});

test('[AT-31] a locked seat shows nothing, also after a restart without the hub, until its PIN', async () => {
  await a02.enterPin(room.personAt('A02').pin);
  await expect(a02.button('Khóa')).toBeVisible();
  await a02.listPapersOfItem(2);
  await a02.openFirstPaper();
  await expect(a02.drawnPage(1)).toBeVisible();
  await a02.button('Khóa').click();
  const lock = a02.page.getByRole('region', { name: 'Máy đang khóa' });
  await expect(lock).toContainText(`Mở bằng mã PIN của ${room.personAt('A02').name}`);
  await expect(a02.drawnPage(1)).toBeHidden();
  await room.shutDown();
  await a02.page.reload();
  await expect(lock).toBeVisible();
  await expect(a02.page.locator('[data-page]')).toHaveCount(0);
  await a02.enterPin('000000');
  await expect(lock).toContainText('Mã PIN không đúng.');
  await a02.enterPin(room.personAt('A02').pin);
  await expect(lock).toBeHidden();
  await a02.listPapersOfItem(2);
  await a02.openFirstPaper();
  await expect(a02.drawnPage(1)).toBeVisible();
  await room.restart();
  await expect(a02.linked).toBeVisible();
});

test('[AT-31] a seat that nobody touches for five minutes locks itself', async () => {
  await a05.page.clock.install();
  await a05.enterPin(room.personAt('A05').pin);
  await expect(a05.button('Khóa')).toBeVisible();
  await a05.page.clock.fastForward('04:30');
  await expect(a05.button('Khóa')).toBeVisible();
  await a05.page.clock.fastForward('00:45');
  await expect(a05.page.getByRole('region', { name: 'Máy đang khóa' })).toBeVisible();
});

test('[INV-5] every damaged chunk of every paper of a seat is seen, never drawn, and mended by the hub', async () => {
  await own.kill();
  await room.shutDown();
  const files = sealedFiles(profile);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (let at = 1000; at < bytes.length; at += chunkBytes) bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }
  await startA09();
  await a09.listPapersOfItem(2);
  await a09.openFirstPaper();
  await expect(a09.page.getByText(/đang tải lại/i).first()).toBeVisible();
  await expect(a09.page.locator('[data-drawn="true"]')).toHaveCount(0);
  expect(a09.dialogs).toEqual([]);
  await room.restart();
  await expect(a09.drawnPage(1)).toBeVisible();
});

test('[INV-5] a profile of a seat holds no text of a paper in clear', async () => {
  const stranger = strangers.get('A01');
  await stranger?.until(() => stranger.isLive);
  const versions = stranger?.records('document-version') ?? [];
  const needles: Uint8Array[] = [];
  for (const version of versions) {
    const view = version['view'] as { sha256: string };
    const text = version['text'] as { sha256: string } | null;
    const bytes = await stranger?.blob(view.sha256);
    if (bytes !== undefined)
      needles.push(bytes.slice(0, 48), bytes.slice(bytes.length >> 1, (bytes.length >> 1) + 32));
    const words = text === null ? undefined : await stranger?.blob(text.sha256);
    if (words !== undefined)
      needles.push(
        words.slice(40, 80),
        Buffer.from(Buffer.from(words).toString('utf8').slice(40, 80), 'utf16le'),
      );
  }
  expect(needles.length).toBeGreaterThan(10);
  await own.kill();
  // Teeth: the sealed files are there, and what is looked for would be found.
  writeFileSync(join(profile, 'planted'), needles[0] ?? '');
  expect(filesWith(profile, needles)).toEqual([join(profile, 'planted')]);
  rmSync(join(profile, 'planted'));
  expect(sealedFiles(profile).length).toBeGreaterThan(5);
});

test('[AT-39] recalled papers are gone from the seats within 60 s, with a list of who has confirmed', async () => {
  const isRecalled = (stranger: Stranger): boolean =>
    typeof stranger.record('meeting', room.facts.meetingId)?.['recalledAt'] === 'number';
  const confirming = [...strangers].map(async ([seat, stranger]) => {
    await stranger.until(() => isRecalled(stranger));
    await stranger.ask('recall/acknowledge', { meetingId: room.facts.meetingId, seat });
  });
  await clerk.openCheck();
  const begun = Date.now();
  await clerk.recall();
  await Promise.all(confirming);
  await expect(clerk.confirmations).toContainText('Đã thu hồi 23/24');
  expect(Date.now() - begun).toBeLessThan(60_000);
  await expect(clerk.confirmations).toContainText('Chưa xác nhận: A09');
  await expect(a02.page.getByText('Tài liệu đã được thu hồi')).toBeVisible();
  await expect(a02.page.locator('[data-page]')).toHaveCount(0);
  expect(strangers.get('A01')?.records('document')).toEqual([]);
});

test('[AT-39] a seat that was off wipes at its next start before it shows anything', async () => {
  expect(sealedFiles(profile).length).toBeGreaterThan(5);
  own = await startOwnBrowser(profile);
  const page = await own.context.newPage();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(document.body?.innerText ?? '')).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  a09 = new SeatPage(page);
  await page.goto(room.address('A09'));
  await expect(page.getByText('Tài liệu đã được thu hồi')).toBeVisible();
  await expect(clerk.confirmations).toContainText('Đã thu hồi 24/24');
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join('\n'));
  expect(titles.length).toBeGreaterThan(5);
  expect(titles.filter((title) => seen.includes(title))).toEqual([]);
  await own.kill();
  expect(sealedFiles(profile)).toEqual([]);
  // For ever: without the hub it has nothing to show either.
  await room.shutDown();
  await startA09();
  await expect(a09.page.getByText('Tài liệu đã được thu hồi')).toBeVisible();
  await expect(a09.page.locator('[data-page]')).toHaveCount(0);
});
