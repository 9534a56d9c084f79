import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { openSurface, type SurfacePage } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/** A vote is held, the secretary takes the log out, and the verifier counts it again without the room. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(90_000);

const verifier = fileURLToPath(new URL('../../src/verifier/main.ts', import.meta.url));
const places = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12'];
const button = 'Xuất nhật ký để kiểm chứng';

let folder: string;
let room: TestRoom;
let strangers: ReadonlyMap<string, Stranger>;
const contexts: BrowserContext[] = [];
let chair: ChairPage;
let clerk: ClerkPage;

async function open<Surface extends SurfacePage>(
  browser: Browser,
  Kind: new (page: Page) => Surface,
  place: string,
): Promise<Surface> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  contexts.push(context);
  const surface = await openSurface(context, Kind, room.address(place));
  await surface.enterPin(room.personAt(place).pin);
  return surface;
}

function verify(file: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-log-'));
  room = await startRoom();
  strangers = await seatStrangers(room, places);
  chair = await open(browser, ChairPage, 'chair');
  clerk = await open(browser, ClerkPage, 'clerk');
  for (const [place, seated] of strangers) await signInAt(room, place, seated);
  await chair.step('Khai mạc').click();
  await chair.step('Bắt đầu nội dung 1').click();
  await chair.step('Sang nội dung 2').click();
  await clerk.page.getByRole('tab', { name: /^Biểu quyết/ }).click();
});

test.afterAll(async () => {
  for (const stranger of strangers?.values() ?? []) stranger.stop();
  await Promise.all(contexts.map((context) => context.close()));
  await room?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everybody at a seat approves what the meeting has prepared. */
async function holdVote(): Promise<void> {
  await chair.step('Mở biểu quyết').click();
  for (const seated of strangers.values()) {
    const running = () => seated.records('vote').find(({ state }) => state === 'open');
    await seated.until(() => running() !== undefined);
    const { id, versionId } = running() ?? {};
    const { participantId } = seated;
    const ballot = { voteId: id, participantId, choice: 'approve', versionId };
    expect(await seated.ask('ballot/cast', ballot)).toMatchObject({ status: 'accepted' });
  }
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
}

test('[VOTE-18] the secretary exports the log, and the verifier counts what was announced', async () => {
  await holdVote();
  const download = clerk.page.waitForEvent('download');
  await clerk.button(button).click();
  const file = join(folder, 'log.ndjson');
  await (await download).saveAs(file);
  expect((await download).suggestedFilename()).toMatch(/^nhat-ky-\d+\.ndjson$/);
  await expect(clerk.page.getByText(/^Đã xuất: nhat-ky-\d+\.ndjson$/)).toBeVisible();
  await clerk.page.screenshot({ path: test.info().outputPath('clerk-log.png'), fullPage: true });

  const { status, said } = verify(file);
  expect(said).toContain('The log is whole, and 1 announced results are what the ballots give.');
  expect(said).toMatch(/: 12 – 0 – 0 of 15, needs \d+: passed/);
  expect(status).toBe(0);

  const changed = readFileSync(file, 'utf8').replace('"choice":"approve"', '"choice":"reject"');
  writeFileSync(file, changed);
  expect(verify(file)).toMatchObject({ status: 1, said: expect.stringContaining('was changed') });
});

test('without the hub the secretary is told that nothing was saved, and gets the log when it is back', async () => {
  await room.kill();
  await clerk.button(button).click();
  await expect(clerk.page.getByText(/chưa lưu tệp nào/)).toBeVisible();
  await room.restart();
  const download = clerk.page.waitForEvent('download');
  await clerk.button(button).click();
  const file = join(folder, 'after.ndjson');
  await (await download).saveAs(file);
  expect(verify(file)).toMatchObject({ status: 0 });
});
