import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { followHost, hostState } from '../fixtures/host/host-probe.ts';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { filesWith } from '../fixtures/profile-files.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { takePicture } from '../fixtures/take-picture.ts';
import { SeatPage } from '../pages/seat-page.ts';

/**
 * A07 prints from the installed program. The window of the system is answered by the test; what it would print is drawn
 * by Chromium. In order.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

/** What main has sent to the print window, and how the person there answers. */
interface Prints {
  answer: readonly [boolean, string];
  readonly made: { readonly address: string; readonly isVisible: boolean; readonly pdf: string }[];
}

let room: TestRoom;
let app: AppHandle;
let seat: SeatPage;
let folder: string;

async function launchSeat(args: readonly string[] = []): Promise<void> {
  app = await launchApp({ args: [`--address=${room.address('A07')}`, ...args] });
  seat = new SeatPage(await app.firstWindow());
  await app.evaluate(({ app: program, BrowserWindow, session }) => {
    const prints: Prints = { answer: [true, ''], made: [] };
    Object.assign(globalThis, { prints });
    program.on('web-contents-created', (_event, contents) => {
      if (contents.session === session.defaultSession) return;
      const answer = async (callback?: (isDone: boolean, reason: string) => void): Promise<void> => {
        const pdf = await contents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true });
        const isVisible = BrowserWindow.fromWebContents(contents)?.isVisible() ?? true;
        prints.made.push({ address: contents.getURL(), isVisible, pdf: pdf.toString('base64') });
        callback?.(...prints.answer);
      };
      contents.print = (_options, callback) => void answer(callback);
    });
  });
  await seat.packIsWhole();
  await seat.enterPin(room.personAt('A07').pin);
  await seat.listPapersOfItem(2);
  await seat.button(/^Tờ trình .*trang · tài liệu chính/).click();
  await expect(seat.drawnPage(1)).toBeVisible();
}

const made = (): Promise<Prints['made']> =>
  app.evaluate(() => (globalThis as unknown as { prints: Prints }).prints.made);

const printed = (): Promise<number> =>
  app.evaluate(() => (globalThis as unknown as { prints: Prints }).prints.made.length);

async function personAnswers(...answer: Prints['answer']): Promise<void> {
  await app.evaluate((_electron, next) => {
    (globalThis as unknown as { prints: Prints }).prints.answer = next;
  }, answer);
}

const windows = (): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-print-'));
  room = await startRoom();
  await launchSeat();
});

test.afterAll(async () => {
  await app?.kill();
  await room?.stop();
  const kept = process.env['SCREENSHOTS'];
  const print = join(folder, 'print.pdf');
  if (kept !== undefined && existsSync(kept) && existsSync(print)) cpSync(print, join(kept, 'print.pdf'));
  rmSync(folder, { recursive: true, force: true });
});

test('a seat prints its paper without a window of its own left over', async () => {
  await seat.page.setViewportSize({ width: 1366, height: 768 });
  await seat.page.evaluate(() => {
    const encode = HTMLCanvasElement.prototype.toBlob;
    HTMLCanvasElement.prototype.toBlob = function keep(done, type, quality) {
      const told = (blob: Blob | null): void => {
        Object.assign(window, { lastPicture: blob });
        done(blob);
      };
      encode.call(this, told, type, quality);
    };
  });
  await seat.button('In').click();
  // On a small display too, where the panel is longer than its place.
  await expect(seat.page.getByRole('progressbar', { name: 'Đang soạn bản in' })).toBeInViewport();
  await expect(seat.button('Dừng')).toBeInViewport();
  await expect(seat.page.getByText('Đã gửi sang máy in')).toBeInViewport({ timeout: 60_000 });
  await takePicture(seat.page, 'print-done');
  const [print, ...more] = await made();
  expect(more).toEqual([]);
  expect(print).toMatchObject({ isVisible: false });
  expect(print?.address).toMatch(/^app:\/\/print\/[0-9a-f]{32}\/$/);
  expect(await windows()).toBe(1);
});

test('a print is a sheet to a page, with the mark in the picture and no word to copy', async () => {
  const lacking = ['pdfinfo', 'pdftoppm', 'pdftotext'].find(
    (tool) => spawnSync(tool, ['-v']).error !== undefined,
  );
  test.skip(lacking !== undefined, `${lacking} is not installed (apt-get install poppler-utils)`);
  const [print] = await made();
  const file = join(folder, 'print.pdf');
  writeFileSync(file, Buffer.from(print?.pdf ?? '', 'base64'));
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(facts).toMatch(new RegExp(`^Pages:\\s+${await seat.pageCount()}$`, 'm'));
  expect(facts).toMatch(/A4/);
  expect(facts).toMatch(/^Title:\s+Nghị Sự$/m);
  expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).trim()).toBe('');
  for (const page of [1, await seat.pageCount()]) {
    const ink = inkOf(file, page);
    // The line at the foot; the paper itself has nothing there but a number in the middle.
    expect(ink.foot).toBeGreaterThan(0.004);
    // The pale line across the page.
    expect(ink.pale).toBeGreaterThan(0.005);
    // A printer reaches no further than this.
    expect(ink.edge).toBe(0);
  }
});

test('nothing of it is on the disk, in no folder of the program', async () => {
  const piece = await seat.page.evaluate(async () => {
    const picture = (window as unknown as { lastPicture: Blob }).lastPicture;
    // In the midst of it: pictures begin alike.
    const middle = Math.floor(picture.size / 2);
    return [...new Uint8Array(await picture.slice(middle, middle + 64).arrayBuffer())];
  });
  expect(new Set(piece).size).toBeGreaterThan(20);
  const [print] = await made();
  // Chromium prints the very bytes that it was given, so they would be found.
  expect(Buffer.from(print?.pdf ?? '', 'base64').includes(Buffer.from(piece))).toBe(true);
  expect(filesWith(app.userData, [Uint8Array.from(piece)])).toEqual([]);
});

test('a person who closes the print window hears of no error, and one without a printer what to do', async () => {
  await personAnswers(false, 'Print job canceled');
  await seat.button('In').click();
  await expect.poll(printed, { timeout: 60_000 }).toBe(2);
  await expect(seat.page.getByRole('progressbar')).toBeHidden();
  await expect(seat.page.getByText(/Đã gửi|Chưa in được|cửa sổ in/)).toBeHidden();

  await personAnswers(false, 'Print job failed');
  await seat.button('In').click();
  await expect(seat.page.getByRole('alert').filter({ hasText: 'Chưa in được' })).toBeVisible({
    timeout: 60_000,
  });

  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = async () => [];
  });
  await seat.button('In').click();
  await expect(seat.page.getByRole('alert').filter({ hasText: 'chưa có máy in' })).toBeVisible();
  await takePicture(seat.page, 'print-no-printer');
  expect(await printed()).toBe(3);
  expect(await windows()).toBe(1);
  expect(seat.errors).toEqual([]);
});

/** Asks main as a page would that does not keep to the rules. */
async function printPast(meetingId: string): Promise<unknown> {
  return seat.page.evaluate(async (meeting) => {
    const { requests } = window.nghisu;
    const answers = [
      await requests['print/begin']({ print: 9, meetingId: meeting, pages: 1 } as never),
      await requests['print/page']({ print: 9, picture: new Uint8Array([0xff, 0xd8, 0xff]) }),
      await requests['print/show']({ print: 9 }),
    ];
    return answers.map((reply) => reply.status === 'answered' && reply.answer);
  }, meetingId);
}

test('main opens no window for a meeting whose rules do not let it, nor for a locked seat', async () => {
  expect(await printPast('m-unknown')).toEqual(['not-allowed', false, 'failed']);
  await seat.page.evaluate(() => window.nghisu.requests['guard/lock'](undefined));
  expect(await printPast(await meetingHere())).toEqual(['not-allowed', false, 'failed']);
  expect(await printed()).toBe(3);
});

test('a kiosk never opens a print window, and says where paper is had', async () => {
  await app.kill();
  await launchSeat(['--kiosk']);
  await expect(seat.page.getByText('Máy này không in tài liệu.', { exact: false })).toBeVisible();
  await expect(seat.button('In')).toBeHidden();
  await takePicture(seat.page, 'print-kiosk');
  // Nor by what every page can do by itself.
  const ignored = seat.page.waitForEvent('console', (message) =>
    message.text().includes("Ignored call to 'print()'"),
  );
  await seat.page.evaluate(() => globalThis.print());
  await ignored;
  expect(await printPast(await meetingHere())).toEqual(['not-allowed', false, 'failed']);
  expect(await printed()).toBe(0);
  expect(await windows()).toBe(1);
});

/** The meeting whose papers this seat holds. */
async function meetingHere(): Promise<string> {
  await followHost(seat.page);
  await seat.page.evaluate(() => window.nghisu.requests['state/watch'](undefined));
  await expect
    .poll(async () => (await hostState(seat.page, 'vault/progress'))?.length ?? 0)
    .toBeGreaterThan(0);
  return String((await hostState(seat.page, 'vault/progress'))?.[0]?.meetingId);
}

/** Shares of pixels of a printed page that are dark at its foot, pale anywhere, and not white at the very edge. */
function inkOf(
  file: string,
  page: number,
): { readonly foot: number; readonly pale: number; readonly edge: number } {
  const prefix = join(folder, `page-${page}`);
  execFileSync('pdftoppm', [
    '-r',
    '72',
    '-gray',
    '-singlefile',
    '-f',
    String(page),
    '-l',
    String(page),
    file,
    prefix,
  ]);
  const pgm = readFileSync(`${prefix}.pgm`);
  const [head = '', columns = '', rows = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1')) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  const share = (counts: (x: number, y: number) => boolean, is: (grey: number) => boolean): number => {
    let [all, hits] = [0, 0];
    for (let at = 0; at < width * height; at++) {
      if (!counts(at % width, Math.floor(at / width))) continue;
      all += 1;
      if (is(pgm[head.length + at] ?? 255)) hits += 1;
    }
    return hits / all;
  };
  const edge = 10;
  return {
    foot: share(
      (_, y) => y > height - 40,
      (grey) => grey < 170,
    ),
    pale: share(
      () => true,
      (grey) => grey > 200 && grey < 245,
    ),
    edge: share(
      (x, y) => x < edge || y < edge || x > width - edge || y > height - edge,
      (grey) => grey < 250,
    ),
  };
}
