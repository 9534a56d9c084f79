import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { filesWith } from '../fixtures/find-text.ts';
import { filesUnder } from '../fixtures/profile-files.ts';
import { startOwnBrowser, type OwnBrowser } from '../fixtures/room/own-browser.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { NotesSide } from '../pages/notes-side.ts';
import { SeatPage } from '../pages/seat-page.ts';

/** Giờ giải lao: A07 leaves the seat with a note open. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const words = 'Hỏi lại nguồn vốn đối ứng của tỉnh';
let profile: string;
let room: TestRoom;
let browser: OwnBrowser;
let seat: SeatPage;

/** A seat whose clock the test moves on. */
async function switchOn(): Promise<void> {
  browser = await startOwnBrowser(profile);
  const page = await browser.context.newPage();
  await page.clock.install();
  seat = new SeatPage(page);
  await page.goto(room.address('A07'));
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  profile = mkdtempSync(join(tmpdir(), 'nghi-su-idle-'));
  room = await startRoom();
  await switchOn();
  await seat.packIsWhole();
  await seat.enterPin(room.personAt('A07').pin);
  await expect(seat.button('Khóa ghi chú')).toBeVisible();
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible({ timeout: 60_000 });
  await new NotesSide(seat).write(words);
});

test.afterAll(async () => {
  await browser?.kill();
  await room?.stop();
  rmSync(profile, { recursive: true, force: true });
});

test('[AT-31] a seat locks by itself 5 minutes after it was last touched, and not before', async () => {
  const locked = seat.page.getByRole('heading', { name: 'Máy đang khóa' });
  await seat.page.clock.fastForward('04:50');
  await expect(seat.drawnPage(1)).toBeVisible();
  await seat.page.mouse.move(200, 200);
  await seat.page.clock.fastForward('04:50');
  await expect(seat.drawnPage(1)).toBeVisible();
  await expect(locked).toHaveCount(0);
  await seat.page.clock.fastForward('00:15');
  await expect(locked).toBeVisible();
  await expect(seat.page.locator('[data-page]')).toHaveCount(0);
  await expect(seat.page.getByText(words)).toBeHidden();
});

test('[AT-31] the lock outlives a restart, and what was noted lies on the disk sealed alone', async () => {
  await browser.kill();
  expect(filesUnder(profile).length).toBeGreaterThan(20);
  expect(filesWith(profile, words)).toEqual([]);
  await switchOn();
  await expect(seat.page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
  const { pin } = room.personAt('A07');
  await seat.enterPin(pin === '000000' ? '111111' : '000000');
  await expect(seat.page.getByText('Mã PIN không đúng.')).toBeVisible();
  await seat.enterPin(pin);
  await expect(seat.page.getByRole('heading', { name: 'Máy đang khóa' })).toHaveCount(0);
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible({ timeout: 60_000 });
  const notes = new NotesSide(seat);
  await notes.open();
  await expect(notes.note(words)).toBeVisible();
  expect(seat.errors).toEqual([]);
});
