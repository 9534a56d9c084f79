import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumPath, chromiumSwitches } from './fixtures/chromium-path.ts';
import { startFaultProxy } from './fixtures/fault-proxy.ts';
import { settle } from './fixtures/looks.ts';
import { seatStrangers, signInAt } from './fixtures/room/protocol-seat.ts';
import { startRoom } from './fixtures/room/start-room.ts';
import { ChairPage } from './pages/chair-page.ts';
import { ClerkPage } from './pages/clerk-page.ts';
import { ScreenPage } from './pages/screen-page.ts';
import { SeatPage } from './pages/seat-page.ts';
import { Terminals, type SurfacePage } from './pages/surface-page.ts';
import type { Stranger } from './stranger/stranger.ts';

/**
 * Pictures of every surface for people to look at, in both languages and sizes:
 * `SCREENSHOTS=<folder> node e2e/screenshots.ts`, on a build. The room is the sample meeting with its seats taken.
 */
const folder = process.env['SCREENSHOTS'];
if (folder === undefined) throw new Error('set SCREENSHOTS to the folder that the pictures go to');
mkdirSync(folder, { recursive: true });

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const voteId = 'v-nd2';
const seatNames = (row: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${row}${String(at + 1).padStart(2, '0')}`);
const onS1 = seatNames('A', 8);
const onS2 = [...seatNames('A', 15).slice(8), ...seatNames('B', 9)].filter((place) => place !== 'A12');

const executablePath = chromiumPath(process.env);
const browser = await chromium.launch({
  args: chromiumSwitches(),
  ...(executablePath === undefined ? {} : { executablePath }),
});
const terminals = new Terminals();
const open = <Surface extends SurfacePage>(
  Kind: new (page: Page) => Surface,
  address: string,
): Promise<Surface> =>
  terminals.open(browser, Kind, address, { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
const room = await startRoom();
const uplink = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
const strangers = new Map([
  ...(await seatStrangers(room, onS1)),
  ...(await seatStrangers(room, onS2, uplink.url)),
]);
try {
  await takePictures(folder);
} finally {
  for (const stranger of strangers.values()) stranger.stop();
  await terminals.close();
  await browser.close();
  await uplink.stop();
  await room.stop();
}

async function takePictures(to: string): Promise<void> {
  const seat = await open(SeatPage, room.address('A12', uplink.url));
  const chair = await open(ChairPage, room.address('chair'));
  const clerk = await open(ClerkPage, room.address('clerk'));
  const screen = await open(ScreenPage, room.address('screen'));
  await seat.packIsWhole();
  await take(to, '1-signing-in', { seat, chair });
  await seat.enterPin(room.personAt('A12').pin);
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  for (const [place, stranger] of strangers) if (place !== 'A13') await signInAt(room, place, stranger);
  await take(to, '2-before', { seat, chair, clerk, screen });
  await chair.step('Khai mạc').click();
  await chair.step('Bắt đầu nội dung 1').click();
  await seat.drawnPage(1).waitFor();
  await take(to, '3-item', { seat, chair, screen });
  await chair.step('Sang nội dung 2').click();
  await chair.step('Mở biểu quyết').click();
  await seat.question.waitFor();
  await seat.drawnPage(1).waitFor();
  await take(to, '4-vote', { seat });
  uplink.cut('blackhole');
  for (const place of onS1) await cast(place);
  await seat.vote('Tán thành');
  await chair.page.getByText('6 máy mất kết nối', { exact: true }).waitFor();
  await seat.page.getByText('Mất kết nối · làm việc ngoại tuyến').waitFor();
  await take(to, '5-vote-cut', { seat, chair, screen });
  uplink.heal();
  for (const place of ['A09', 'A10', 'A11', 'A14', 'A15']) await cast(place);
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
  await seat.tally.waitFor();
  await screen.page.getByText('Thông qua', { exact: true }).waitFor();
  await clerk.openDocuments();
  await take(to, '6-result', { seat, chair, clerk, screen });
}

async function cast(place: string): Promise<void> {
  const stranger = strangers.get(place) as Stranger;
  await stranger.until(() => stranger.record('vote', voteId)?.['state'] === 'open');
  const versionId = stranger.record('vote', voteId)?.['versionId'];
  const choice = place === 'A05' ? 'reject' : place === 'A10' ? 'abstain' : 'approve';
  await stranger.ask('ballot/cast', { voteId, participantId: stranger.participantId, choice, versionId });
}

/** One moment of the meeting on these surfaces, in each language and size. */
async function take(
  to: string,
  moment: string,
  surfaces: Readonly<Record<string, SurfacePage>>,
): Promise<void> {
  for (const [name, { page }] of Object.entries(surfaces)) {
    for (const language of ['en', 'vi'] as const) {
      await speak(page, language);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await settle(page);
        await page.screenshot({ path: join(to, `${moment}-${name}-${language}-${size.width}.png`) });
      }
    }
  }
}

async function speak(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.setViewportSize(sizes[0]);
  await page.getByRole('button', { name: /^(Cài đặt hiển thị|Display settings)$/ }).click();
  const name = language === 'vi' ? 'Tiếng Việt' : 'English';
  await page.getByRole('radio', { name }).click();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
}
