import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { filesWith } from '../fixtures/find-text.ts';
import { startOwnBrowser, type OwnBrowser } from '../fixtures/room/own-browser.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { NotesSide } from '../pages/notes-side.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';

let room: TestRoom;
/** What undoes the preparations, in the order they were made. */
const ends: (() => Promise<void> | void)[] = [];

test.beforeEach(async () => {
  test.setTimeout(240_000);
  room = await startRoom();
  ends.push(room.stop);
});

test.afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The profile of a terminal of its own: what is kept on it outlives the browser. */
function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'nghi-su-private-'));
  ends.push(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  return profile;
}

interface Terminal {
  readonly browser: OwnBrowser;
  readonly seat: SeatPage;
  readonly notes: NotesSide;
}

async function switchOn(profile: string, place: string): Promise<Terminal> {
  const browser = await startOwnBrowser(profile);
  ends.push(browser.kill);
  const seat = await openSurface(browser.context, SeatPage, room.address(place));
  return { browser, seat, notes: new NotesSide(seat) };
}

async function signIn({ seat }: Terminal, pin: string): Promise<void> {
  await seat.enterPin(pin);
  await expect(seat.button('Khóa ghi chú')).toBeVisible();
}

async function openPaper({ seat }: Terminal): Promise<void> {
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible({ timeout: 60_000 });
}

/** Everything written has reached the hub. */
async function allSent({ seat }: Terminal): Promise<void> {
  await seat.button('Khóa ghi chú').click();
  await expect(seat.page.getByText('Ghi chú đã gửi hết', { exact: false })).toBeVisible();
}

test('[INV-7] AT-33 a spare terminal shows a person’s notes within 10 s of signing in, and the hub’s folder shows them to nobody', async () => {
  const words = 'Đề nghị giảm phần chi thường xuyên';
  const { pin } = room.personAt('A11');
  const profile = newProfile();
  const dead = await switchOn(profile, 'A11');
  await signIn(dead, pin);
  await openPaper(dead);
  await dead.notes.write(words);
  await allSent(dead);
  await dead.browser.kill();
  expect(filesWith(profile, words)).toEqual([]);

  const spare = await switchOn(newProfile(), 'A11');
  await expect(spare.seat.linked).toBeVisible();
  await openPaper(spare);
  await spare.seat.enterPin(pin);
  const signedIn = Date.now();
  await spare.notes.open();
  await expect(spare.notes.note(words)).toBeVisible({ timeout: 10_000 });
  expect(Date.now() - signedIn).toBeLessThanOrEqual(10_000);

  await room.shutDown();
  expect(filesWith(room.folder, words)).toEqual([]);
  expect(room.log()).not.toContain(words);
  // A PIN of six digits may stand inside a hash by chance, but not by itself.
  expect(room.log()).not.toMatch(new RegExp(`\\b${pin}\\b`));
});

test('[LAYER-5] two terminals of one person that wrote while the hub was away lose nothing', async () => {
  const { pin } = room.personAt('A05');
  const [firstProfile, secondProfile] = [newProfile(), newProfile()];
  const first = await switchOn(firstProfile, 'A05');
  await signIn(first, pin);
  await openPaper(first);
  await first.notes.write('Viết ở máy thứ nhất');
  await room.kill();
  await first.notes.write('Viết ở máy thứ nhất khi mất mạng');
  await expect(first.notes.note('khi mất mạng')).toBeVisible();
  await first.browser.kill();
  await room.restart();

  const second = await switchOn(secondProfile, 'A05');
  await signIn(second, pin);
  await openPaper(second);
  await room.kill();
  await second.notes.write('Viết ở máy thứ hai khi mất mạng');
  await second.browser.kill();
  // What was written without the hub is there after a restart without it.
  const again = await switchOn(secondProfile, 'A05');
  await openPaper(again);
  await again.notes.open();
  await expect(again.notes.note('Viết ở máy thứ hai khi mất mạng')).toBeVisible();
  await room.restart();
  await allSent(again);
  await again.browser.kill();

  const back = await switchOn(firstProfile, 'A05');
  await signIn(back, pin);
  await openPaper(back);
  await back.notes.open();
  for (const words of ['Viết ở máy thứ nhất khi mất mạng', 'Viết ở máy thứ hai khi mất mạng']) {
    await expect(back.notes.note(words)).toBeVisible();
  }
  await allSent(back);
});

test('[LAYER-6] a reset PIN loses the notes, as was said beforehand, and the printed recovery key brings them back', async ({
  browser,
}) => {
  const person = room.personAt('A03');
  const words = 'Ý kiến riêng về mục tiêu';
  const context = await browser.newContext();
  ends.push(() => context.close());
  const seat = await openSurface(context, SeatPage, room.address('A03'));
  const terminal = { seat, notes: new NotesSide(seat) } as Terminal;
  await signIn(terminal, person.pin);
  await openPaper(terminal);
  await terminal.notes.write(words);
  await allSent(terminal);
  await seat.button('In khóa khôi phục').click();
  await seat.enterPin(person.pin);
  const key = await seat.page.getByTestId('recovery-key').innerText();
  expect(key.trim()).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
  await seat.button('Xong').click();
  await expect(seat.page.getByText('Đã in khóa khôi phục.')).toBeVisible();

  const clerk = await openSurface(context, ClerkPage, room.address('clerk'));
  const secretary = room.personAt('clerk');
  await clerk.page.getByText(secretary.name).click();
  await clerk.enterPin(secretary.pin);
  await clerk.page.getByRole('tab', { name: 'Mã PIN' }).click();
  await clerk.page
    .getByRole('listitem')
    .filter({ hasText: person.name })
    .getByRole('button', { name: 'Đặt lại mã PIN…' })
    .click();
  await expect(clerk.page.getByText('sẽ không mở được nữa, trừ khi có khóa khôi phục')).toBeVisible();
  await clerk.button('Đặt lại, chấp nhận mất ghi chú').click();
  const newPin = (await clerk.page.getByTestId('new-pin').innerText()).trim();
  expect(newPin).toMatch(/^[0-9]{6}$/);

  await signIn(terminal, newPin);
  await terminal.notes.open();
  await expect(seat.page.getByText('Tài liệu này chưa có ghi chú')).toBeVisible();
  await seat.button('Khóa ghi chú').click();
  await seat.button('Khôi phục ghi chú cũ').click();
  await seat.page.getByLabel(/^Khóa khôi phục/).fill(key.toLowerCase());
  await seat.button('Tiếp tục').click();
  await seat.enterPin(newPin);
  await expect(seat.page.getByText('Đã khôi phục.', { exact: false })).toBeVisible();
  await expect(terminal.notes.note(words)).toBeVisible();

  const chosen = newPin === '246802' ? '135791' : '246802';
  await seat.button('Đổi mã PIN').click();
  for (const pin of [newPin, chosen, chosen]) await seat.enterPin(pin);
  await expect(seat.page.getByText('Đã đổi mã PIN.', { exact: false })).toBeVisible();
  await seat.button('Rời máy').first().click();
  await seat.page.getByRole('region', { name: 'Rời máy' }).getByRole('button', { name: 'Rời máy' }).click();
  await signIn(terminal, chosen);
  await terminal.notes.open();
  await expect(terminal.notes.note(words)).toBeVisible();
});
