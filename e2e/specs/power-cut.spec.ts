import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { startOwnBrowser, type OwnBrowser } from '../fixtures/room/own-browser.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { PenDesk, type InkBox } from '../pages/pen-desk.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/**
 * Hard case 6: the power of the whole room goes in the middle of a note and of a vote. A04 is writing, A07's ballot has
 * a receipt, A12 is cut off and holds a ballot and a stroke, A05 has a ballot on the wire. Each test goes on from the
 * one before.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);
test.use({ trace: 'off' });

const others = ['A01', 'A02', 'A03', 'A05', 'A06', 'A08', 'A09', 'A10', 'A11'] as const;
const present = others.length + 3;
const voteId = 'v-nd2';

/** Boxes that lose their power together: each a Chromium with a profile of its own. */
const boxes = ['a04', 'a07', 'a12', 'consoles'] as const;
type Box = (typeof boxes)[number];
const profiles = new Map<Box, string>();
const running = new Map<Box, OwnBrowser>();

let room: TestRoom;
let uplink: FaultProxy;
let strangers: Map<string, Stranger>;
let a04: PenDesk;
let a07: SeatPage;
let a12: PenDesk;
let chair: ChairPage;
let screen: ScreenPage;
/** What the screens promised before the cut. */
const promised: { receipt: string; ofA04: InkBox | null; ofA12: InkBox | null } = {
  receipt: '',
  ofA04: null,
  ofA12: null,
};
let onTheWire: Promise<unknown>;

async function powerOn(box: Box): Promise<OwnBrowser> {
  const profile = profiles.get(box) ?? mkdtempSync(join(tmpdir(), `nghi-su-${box}-`));
  profiles.set(box, profile);
  const browser = await startOwnBrowser(profile);
  running.set(box, browser);
  return browser;
}

async function seatAt(box: Box, place: string, through?: string): Promise<SeatPage> {
  const { context } = await powerOn(box);
  return openSurface(context, SeatPage, room.address(place, through));
}

async function startConsoles(): Promise<void> {
  const { context } = await powerOn('consoles');
  chair = await openSurface(context, ChairPage, room.address('chair'));
  screen = await openSurface(context, ScreenPage, room.address('screen'));
}

async function startSeat(box: 'a04' | 'a12'): Promise<PenDesk> {
  return new PenDesk(box === 'a04' ? await seatAt('a04', 'A04') : await seatAt('a12', 'A12', uplink.url));
}

async function openDraft({ seat }: PenDesk): Promise<void> {
  await expect(async () => {
    await seat.listPapersOfItem(2);
    await seat.openFirstPaper();
    await expect(seat.page.locator('[data-page][data-drawn="true"]').first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

function expectSamePlace(found: InkBox | null, wanted: InkBox | null): void {
  for (const edge of ['left', 'top', 'right', 'bottom'] as const)
    expect(Math.abs((found?.[edge] ?? NaN) - (wanted?.[edge] ?? NaN)), edge).toBeLessThan(0.006);
}

const stranger = (place: string): Stranger => {
  const found = strangers.get(place);
  if (found === undefined) throw new Error(`no protocol client sits at ${place}`);
  return found;
};

function cast(place: string, choice: 'approve' | 'reject'): Promise<unknown> {
  const seated = stranger(place);
  const { participantId } = seated;
  const versionId = seated.record('vote', voteId)?.['versionId'];
  return seated.ask('ballot/cast', { voteId, participantId, choice, versionId });
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  room = await startRoom();
  uplink = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
  strangers = await seatStrangers(room, others);
  await startConsoles();
  a07 = await seatAt('a07', 'A07');
  a04 = await startSeat('a04');
  a12 = await startSeat('a12');
  for (const seat of [a07, a04.seat, a12.seat]) await seat.packIsWhole();
  await chair.enterPin(room.personAt('chair').pin);
  for (const [place, seat] of Object.entries({ A04: a04.seat, A07: a07, A12: a12.seat })) {
    await seat.enterPin(room.personAt(place).pin);
    await expect(seat.page.getByLabel('Mã PIN 6 số')).toHaveCount(0);
  }
  for (const place of others) await signInAt(room, place, stranger(place));
  await chair.step('Khai mạc').click();
  await chair.step('Bắt đầu nội dung 1').click();
  await chair.step('Sang nội dung 2').click();
  for (const desk of [a04, a12]) await openDraft(desk);
  await chair.step('Mở biểu quyết').click();
  for (const seat of [a07, a04.seat, a12.seat]) await expect(seat.question).toBeVisible();
  for (const seated of strangers.values())
    await seated.until(() => seated.record('vote', voteId)?.['state'] === 'open');
});

test.afterAll(async () => {
  for (const seated of strangers?.values() ?? []) seated.stop();
  for (const browser of running.values()) await browser.kill();
  await uplink?.stop();
  await room?.stop();
  for (const profile of profiles.values()) rmSync(profile, { recursive: true, force: true });
});

test('before the cut: a receipt at A07, a ballot and a stroke kept at A12, a stroke of A04 taken in', async () => {
  for (const place of ['A01', 'A02', 'A03']) await cast(place, 'approve');
  await cast('A06', 'reject');
  await a07.vote('Tán thành');
  await expect(a07.ballot).toContainText('Đã ghi nhận');
  promised.receipt = /Biên nhận số .*/.exec(await a07.ballot.innerText())?.[0] ?? '';
  expect(promised.receipt).toMatch(/^Biên nhận số \d+, mã \S+/);

  uplink.cut('blackhole');
  await expect(a12.seat.page.getByText('Mất kết nối · làm việc ngoại tuyến')).toBeVisible();
  await a12.seat.vote('Không tán thành');
  await expect(a12.seat.ballot).toContainText('Đã lưu trên máy – chờ gửi');
  for (const desk of [a12, a04]) {
    await desk.open();
    await desk.write(1, [0.2, 0.12], [0.6, 0.16]);
    await expect.poll(() => desk.inkOn(1)).not.toBeNull();
    await expect(desk.seat.page.getByText('Chưa lưu được')).toHaveCount(0);
  }
  await expect(a12.seat.page.getByText('Đã lưu trên máy – chờ gửi: 2')).toBeVisible();
  await expect(a04.seat.page.getByText(/chờ gửi/)).toHaveCount(0);
  [promised.ofA04, promised.ofA12] = [await a04.inkOn(1), await a12.inkOn(1)];
  await expect(chair.figure('phiếu đã nhận')).toContainText(`5/${present}`);
});

test('the power of the whole room goes while a pen is on the page and a ballot is on the wire', async () => {
  await a04.press(1, [0.2, 0.3], [0.5, 0.3]);
  onTheWire = cast('A05', 'approve');
  await Promise.all([room.kill(), ...[...running.values()].map((browser) => browser.kill())]);
  running.clear();
});

test('[INV-1] A12 and A04 start first, without a hub: the ballot and every lifted stroke are there', async () => {
  a12 = await startSeat('a12');
  await expect(a12.seat.ballot).toContainText('Đã lưu trên máy – chờ gửi');
  a04 = await startSeat('a04');
  // Its vote takes the place of whatever was pressed before it was read from the disk.
  await expect(a04.seat.question).toBeVisible();
  for (const [desk, box] of [
    [a12, promised.ofA12],
    [a04, promised.ofA04],
  ] as const) {
    await openDraft(desk);
    await expect.poll(() => desk.inkOn(1)).not.toBeNull();
    expectSamePlace(await desk.inkOn(1), box);
    await expect(desk.seat.modals).toHaveCount(0);
  }
  await expect(a12.seat.page.getByText('Đã lưu trên máy – chờ gửi: 2')).toBeVisible();
});

test('[INV-2] the hub comes back: each ballot is in once, with the receipt that was shown', async () => {
  await room.restart();
  uplink.heal();
  a07 = await seatAt('a07', 'A07');
  await startConsoles();
  await onTheWire;
  await expect(a07.ballot).toContainText('Đã ghi nhận');
  await expect(a07.ballot).toContainText(promised.receipt);
  await expect(a12.seat.ballot).toContainText('Đã ghi nhận');
  await expect(a12.seat.page.getByText(/chờ gửi/)).toHaveCount(0);
  await expect(chair.figure('phiếu đã nhận')).toContainText(`7/${present}`);
  await expect(a04.seat.question).toBeVisible();
  await expect(screen.page.getByText(`7/${present}`)).toBeVisible();
});

test('[INV-3] the others vote, and the result is what the screens had promised', async () => {
  for (const place of ['A08', 'A09', 'A10', 'A11']) await cast(place, 'approve');
  await a04.seat.vote('Tán thành');
  await expect(a04.seat.ballot).toContainText('Đã ghi nhận');
  await expect(chair.figure('phiếu đã nhận')).toContainText(`${present}/${present}`);
  // Whoever has voted before the cut is asked nothing again.
  for (const seat of [a07, a12.seat]) await expect(seat.question).toHaveCount(0);
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
  for (const [label, count] of [
    ['Tán thành', '10'],
    ['Không tán thành', '2'],
  ] as const) {
    for (const seat of [a07, a04.seat, a12.seat])
      await expect(seat.resultRow(label)).toHaveText(`${label}${count}`);
  }
  for (const place of others) {
    const seated = stranger(place);
    const id = `${voteId}~${String(seated.participantId)}`;
    await seated.until(() => seated.record('ballot', id) !== null);
    expect(seated.record('ballot', id)).toMatchObject({ state: 'counted', revision: 1 });
  }
});

test('what A12 wrote while it was cut off reaches the hub after all, and A12 alone', async () => {
  await expectSame(a12, promised.ofA12);
  await expectSame(a04, promised.ofA04);
  expect(chair.frames.kindsReceived()).not.toContain('layer-part');
  for (const surface of [a04.seat, a07, a12.seat, chair, screen]) {
    expect(surface.dialogs).toEqual([]);
    expect(surface.errors).toEqual([]);
  }
});

async function expectSame(desk: PenDesk, box: InkBox | null): Promise<void> {
  await expect.poll(() => desk.inkOn(1)).not.toBeNull();
  expectSamePlace(await desk.inkOn(1), box);
}
