import { test } from '@playwright/test';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Stranger } from '../stranger/stranger.ts';

/**
 * Seat A12 on the Electron host against the real hub, in order: the cold start without a hub and the vote through the
 * cut. Runs on real Electron where there is a binary, else on the double; each test says on which.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const voteId = 'v-nd2';
const others = ['A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A14', 'A15'];

let room: TestRoom;
let uplink: FaultProxy;
let app: AppHandle;
let seat: SeatPage;
let chair: Stranger;
let userData: string | undefined;
let strangers: Map<string, Stranger>;

async function powerOn(args: readonly string[] = []): Promise<void> {
  app = await launchApp({ args, ...(userData === undefined ? {} : { userData }) });
  userData = app.userData;
  seat = new SeatPage(await app.firstWindow());
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  room = await startRoom();
  uplink = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
  strangers = await seatStrangers(room, others);
  for (const [place, stranger] of strangers) await signInAt(room, place, stranger);
  chair = new Stranger({ hub: room.facts.hub, surface: 'chair', seat: null });
  await chair.register(room.facts.roomCode);
  chair.connect();
  await signInAt(room, 'chair', chair);
  await powerOn([`--address=${room.address('A12', uplink.url)}`]);
  await seat.packIsWhole();
  await seat.enterPin(room.personAt('A12').pin);
  await chair.until(() => present('A12'));
});

test.beforeEach(() => {
  test.info().annotations.push({
    type: 'host',
    description: app.kind === 'electron' ? 'real Electron' : 'double of the electron module over Chromium',
  });
});

test.afterAll(async () => {
  await app?.kill();
  for (const stranger of strangers?.values() ?? []) stranger.stop();
  chair?.stop();
  await uplink?.stop();
  await room?.stop();
});

test('[AT-09] the Electron seat cold-starts to a readable pack within 20 s while there is no hub', async () => {
  await room.shutDown();
  await app.kill();
  const poweredOn = Date.now();
  await powerOn();
  await expect(seat.page.getByText('Đang làm việc ngoại tuyến – tài liệu cập nhật lúc')).toBeVisible({
    timeout: 20_000,
  });
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible({ timeout: 20_000 });
  const readable = Date.now() - poweredOn;
  test.info().annotations.push({ type: 'measured', description: `cold start to page 1: ${readable} ms` });
  expect(readable).toBeLessThanOrEqual(20_000);
});

test('[AT-20] the Electron seat keeps its ballot through the cut and a SIGKILL', async () => {
  await room.restart();
  await expect(seat.linked).toBeVisible();
  await chair.until(() => chair.isLive);
  for (const [command, payload] of [
    ['meeting/open', { meetingId: room.facts.meetingId }],
    ['item/start', { itemId: 'nd2' }],
    ['vote/open', { voteId }],
  ] as const) {
    expect(await chair.ask(command, payload)).toMatchObject({ status: 'accepted' });
  }
  await expect(seat.question).toBeVisible();
  // The seat reads alone since the cold start: the text is opened before it is voted on.
  await seat.button('Mở văn bản biểu quyết').click();
  uplink.cut('blackhole');
  await seat.vote('Tán thành');
  await expect(seat.ballot).toContainText('Đã lưu trên máy – chờ gửi');
  await app.kill();
  await powerOn();
  await expect(seat.ballot).toContainText('Đã lưu trên máy – chờ gửi');
  await expect(seat.modals).toHaveCount(0);
  expect(chair.record('vote', voteId)).toMatchObject({ received: 0 });
});

test('[AT-21] the Electron seat turns pages while it is cut off', async () => {
  const before = Number(await seat.pageNumber.inputValue());
  await seat.button('Trang sau').click();
  await expect(seat.pageNumber).toHaveValue(String(before + 1));
  await expect(seat.drawnPage(before + 1)).toBeVisible();
});

test('[AT-22] the ballot of the Electron seat is in within 5 s of the return of the link, once', async () => {
  uplink.heal();
  const healed = Date.now();
  await chair.until(() => received() === 1);
  const arrived = Date.now() - healed;
  test.info().annotations.push({ type: 'measured', description: `ballot in after ${arrived} ms` });
  expect(arrived).toBeLessThanOrEqual(5_000);
  await expect(seat.ballot).toContainText('Đã ghi nhận');
  expect(receivedFromA12()).toHaveLength(1);
});

test('[AT-23] a ballot whose answer was lost with the power is sent again and counts once', async () => {
  // The answer is still on its way when the terminal loses its power.
  uplink.latency(1_000);
  const seqBefore = chair.seq;
  await seat.button('Đổi ý kiến').click();
  await seat.vote('Không tán thành');
  await chair.until(() => chair.seq > seqBefore);
  await app.kill();
  uplink.latency(0);
  const seqAfter = chair.seq;
  await powerOn();
  await expect(seat.linked).toBeVisible();
  await expect(seat.ballot).toContainText('Đã ghi nhận');
  expect(chair.seq).toBe(seqAfter);
  expect(received()).toBe(1);
  expect(receivedFromA12()).toHaveLength(1);
});

test('[AT-24] the Electron seat reads the announced result', async () => {
  await chair.ask('vote/lock', { voteId });
  await chair.ask('vote/announce', { voteId });
  await expect(seat.tally).toContainText('Không thông qua');
  await expect(seat.resultRow('Không tán thành')).toContainText('1');
  await expect(seat.resultRow('Tán thành')).toContainText('0');
});

function present(place: string): boolean {
  const { participantId } = room.personAt(place);
  return chair.record('attendance', participantId)?.['state'] === 'present';
}

function received(): number {
  return Number(chair.record('vote', voteId)?.['received']);
}

function receivedFromA12(): string[] {
  const from = (chair.record('vote-progress', voteId)?.['receivedFrom'] ?? []) as string[];
  return from.filter((id) => id === room.personAt('A12').participantId);
}
