import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type BrowserContext, type Locator } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { PenDesk } from '../pages/pen-desk.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';
import { ViewerTools } from '../pages/viewer-tools.ts';

/** A07 and the secretary take papers out of the room; then the hub goes off and A07 goes on searching. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(90_000);

let folder: string;
let room: TestRoom;
let context: BrowserContext;
let a07: SeatPage;

const lacks = (tool: string): boolean => spawnSync(tool, ['-v']).error !== undefined;
const needs = (tool: string, packageName: string): void =>
  test.skip(lacks(tool), `${tool} is not installed (apt-get install ${packageName})`);

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-out-'));
  room = await startRoom();
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  a07 = await openSurface(context, SeatPage, room.address('A07'));
  await a07.packIsWhole();
  await a07.enterPin(room.personAt('A07').pin);
  await a07.listPapersOfItem(2);
  await a07.openFirstPaper();
  await expect(a07.drawnPage(1)).toBeVisible();
});

test.afterAll(async () => {
  await context?.close();
  await room?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const searchField = (): Locator => a07.page.getByLabel('Từ cần tìm');
const hits = (): Locator => a07.page.locator('mark');

/** The find bar shows the words, and the first place of them on that page is marked and on the screen. */
async function expectMarked(seat: SeatPage, words: string, page: number): Promise<void> {
  const view = new ViewerTools(seat.page);
  await expect(view.findField).toHaveValue(words);
  await expect(view.findCount).toHaveText(/^\d+ \/ \d+$/);
  await expect.poll(() => view.currentHit()).toEqual({ page, isInSight: true });
}

test('a note is written on page 4', async () => {
  const desk = new PenDesk(a07);
  await desk.open();
  await desk.goTo(4);
  await desk.write(4, [0.2, 0.12], [0.6, 0.16]);
  await expect.poll(() => desk.inkOn(4)).not.toBeNull();
  await expect(a07.page.getByText('1 ghi chú', { exact: true })).toBeVisible();
});

test('a copy with the own notes is read by mupdf: page, kind, colour, author', async () => {
  needs('mutool', 'mupdf-tools');
  const download = a07.page.waitForEvent('download');
  await a07.button('Lưu PDF').click();
  const file = join(folder, 'copy.pdf');
  await (await download).saveAs(file);
  expect((await download).suggestedFilename()).toMatch(/ \(có ghi chú\)\.pdf$/);
  const script = join(folder, 'list.js');
  writeFileSync(
    script,
    `var document = new PDFDocument(scriptArgs[0]);
     for (var i = 0; i < document.countPages(); ++i) document.loadPage(i).getAnnotations().forEach(function (note) {
       print(JSON.stringify([i + 1, note.getType(), note.getAuthor(), note.getInkList().length]));
     });`,
  );
  const listed = execFileSync('mutool', ['run', script, file], { encoding: 'utf8' }).trim().split('\n');
  expect(listed.map((line) => JSON.parse(line) as unknown)).toEqual([
    [4, 'Ink', room.personAt('A07').name, 1],
  ]);
});

test('the secretary exports the pack: folders, originals, a list with the hashes of what is in it', async ({
  browser,
}) => {
  const desk = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  const clerk = await openSurface(desk, ClerkPage, room.address('clerk'));
  await clerk.enterPin(room.personAt('clerk').pin);
  await clerk.openDocuments();
  const download = clerk.page.waitForEvent('download');
  await clerk.button('Xuất tệp nén').click();
  const file = join(folder, 'pack.zip');
  await (await download).saveAs(file);
  expect((await download).suggestedFilename()).toMatch(/^Tài liệu - .*\.zip$/);
  await expect(clerk.page.getByText(/^Đã xuất: /)).toBeVisible();
  const entries = unzipSync(readFileSync(file));
  const list = Buffer.from(entries['Danh mục tài liệu.csv'] ?? []).toString('utf8');
  const papers = Object.entries(entries).filter(([name]) => name !== 'Danh mục tài liệu.csv');
  expect(papers.length).toBeGreaterThanOrEqual(11);
  for (const [name, bytes] of papers) {
    expect(name.normalize('NFC')).toBe(name);
    expect(name).toMatch(/^\d+ - [^/\\:*?"<>|]+\/\d\d - [^/\\:*?"<>|]+\.[a-z0-9]+$/);
    expect(list).toContain(createHash('sha256').update(bytes).digest('hex'));
  }
  if (!lacks('unzip')) execFileSync('unzip', ['-tq', file]);
  await desk.close();
});

test('[AT-09] with the hub off a seat finds words in the whole pack, with or without marks, and opens the page', async () => {
  await room.shutDown();
  await a07.button('Tìm').click();
  for (const typed of ['nghi quyet', 'Nghị quyết', 'NGHỊ QUYẾT'.normalize('NFD')]) {
    await searchField().fill(typed);
    await expect(hits().first()).toHaveText(/^nghị quyết$/i);
  }
  const news = a07.page.getByText(/^\d+ chỗ trong \d+ tài liệu$/);
  await expect(news).toBeVisible();
  await searchField().fill('chữ không có ở đâu');
  await expect(a07.page.getByText('Không thấy “chữ không có ở đâu”')).toBeVisible();
  await searchField().fill('nghi quyet');
  await searchField().press('ArrowDown');
  const first = a07.page.getByRole('button', { name: /^Trang \d+/ }).first();
  await expect(first).toBeFocused();
  const page = /Trang (\d+)/.exec(await first.innerText())?.[1] ?? '';
  await first.press('Enter');
  await expect(a07.pageNumber).toHaveValue(page);
  await expect(a07.drawnPage(Number(page))).toBeVisible();
  await expectMarked(a07, 'nghi quyet', Number(page));

  // The list keeps the keyboard, so that the next hit is one key away.
  await expect(first).toBeFocused();

  const other = a07.page.getByRole('button', { name: /^Trang \d+/ }).last();
  const otherPage = Number(/Trang (\d+)/.exec(await other.innerText())?.[1]);
  await other.click();
  await expect(a07.pageNumber).toHaveValue(String(otherPage));
  await expectMarked(a07, 'nghi quyet', otherPage);
  await a07.button('Tài liệu').click();
  await a07.openFirstPaper();
  // Where the note was written.
  await expect(a07.drawnPage(4)).toBeVisible();
  await expect(new ViewerTools(a07.page).findField).toBeHidden();
  expect(a07.errors).toEqual([]);
});

// The last, because a browser without a screen does not live long after its print window has been asked for.
test('a print has name, seat and time on every page, with the hub off too', async () => {
  needs('pdftotext', 'poppler-utils');
  await a07.button('Tài liệu').click();
  const pages = await a07.pageCount();
  const made = Promise.withResolvers<string>();
  await a07.page.exposeFunction('keepPrint', made.resolve);
  await a07.page.evaluate(() => {
    // The page's own policy lets nothing read an address of its memory again, so the copy is taken where it is made.
    const make = URL.createObjectURL.bind(URL);
    const { keepPrint } = window as unknown as { keepPrint(bytes: string): void };
    URL.createObjectURL = (blob) => {
      void (blob as Blob)
        .arrayBuffer()
        .then((bytes) =>
          keepPrint(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')),
        );
      return make(blob);
    };
  });
  await a07.button('In').click();
  await expect(a07.page.getByText('Đã gửi sang cửa sổ in của máy')).toBeVisible({ timeout: 30_000 });
  const file = join(folder, 'print.pdf');
  writeFileSync(file, Buffer.from(await made.promise, 'latin1'));
  for (const page of ['1', String(pages)]) {
    const words = execFileSync('pdftotext', ['-f', page, '-l', page, '-raw', file, '-'], {
      encoding: 'utf8',
    });
    expect(words.normalize('NFC').replace(/\s+/g, ' ')).toContain(`${room.personAt('A07').name} – A07 – `);
  }
});
