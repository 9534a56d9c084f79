import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { freePorts, signInAsIt, type ItDesk } from '../fixtures/room/it-desk.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { takePicture } from '../fixtures/take-picture.ts';
import { PairingPage } from '../pages/pairing-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Stranger } from '../stranger/stranger.ts';

/**
 * Machines come into a room, work there over mutual TLS, and are turned out; in order, on the Electron host. Pictures of
 * every state go to the folder that SCREENSHOTS names.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const voteId = 'v-nd2';
/** Enough of the others for the meeting to be opened. */
const others = ['A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A13', 'A14', 'A15'];
const apps = new Set<AppHandle>();
let room: TestRoom;
let it: ItDesk;
let chair: Stranger;
let strangers: Map<string, Stranger>;
let pairingPort: number;
/** Seat A12, which the other tests go on with. */
let app: AppHandle;
let userData: string;
let seat: SeatPage;
const folder = mkdtempSync(join(tmpdir(), 'nghi-su-pairing-'));

async function powerOn(args: readonly string[], continued?: string): Promise<AppHandle> {
  const started = await launchApp({ args, ...(continued === undefined ? {} : { userData: continued }) });
  apps.add(started);
  return started;
}

async function powerOff(running: AppHandle): Promise<void> {
  apps.delete(running);
  await running.kill();
}

async function pairingOf(running: AppHandle): Promise<PairingPage> {
  return new PairingPage(
    await running.window(async (page) => (await page.getByText(`Máy ${hostname()}`).count()) > 0),
  );
}

async function seatOf(running: AppHandle): Promise<SeatPage> {
  const isSeat = async (page: Page): Promise<boolean> => (await page.getByLabel('Mã PIN 6 số').count()) > 0;
  return new SeatPage(await running.window(isSeat));
}

function ticketFile(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const [terminal, pairing] = await freePorts(2);
  const ports = ['--terminal-port', String(terminal), '--pairing-port', String(pairing)];
  room = await startRoom({ hubArguments: ['--lan', '127.0.0.1', '--no-discovery', ...ports] });
  pairingPort = Number(pairing);
  it = await signInAsIt(room);
  chair = new Stranger({ hub: room.facts.hub, surface: 'chair', seat: null });
  await chair.register(room.facts.roomCode);
  chair.connect();
  await signInAt(room, 'chair', chair);
  strangers = await seatStrangers(room, others);
  for (const [place, stranger] of strangers) await signInAt(room, place, stranger);
});

test.afterAll(async () => {
  for (const running of apps) await running.kill();
  for (const stranger of strangers?.values() ?? []) stranger.stop();
  chair?.stop();
  await room?.stop();
});

test('[PAIR-1] a machine is paired by comparing six digits, and is the seat that it asked for', async () => {
  app = await powerOn([]);
  ({ userData } = app);
  const screen = await pairingOf(app);
  await expect(screen.title).toBeVisible();
  await expect(screen.page.getByRole('button', { name: 'Chọn tệp phiếu…' })).toBeVisible();
  await takePicture(screen.page, '1-choosing');
  await screen.connectTo(`127.0.0.1:${pairingPort}`);
  await expect(screen.failure).toContainText('Không gặp được máy chủ phòng họp');
  await takePicture(screen.page, '2-away');
  await it.openWindow();
  await screen.chooseSeat('A12');
  await screen.connectTo(`127.0.0.1:${pairingPort}`);
  await expect(screen.code).toBeVisible();
  await takePicture(screen.page, '3-comparing');
  const machine = await it.waiting();
  expect(machine).toMatchObject({ surface: 'seat', seat: 'A12', hasTicket: false });
  expect(await screen.shownCode()).toBe(machine.code);
  await it.accept(machine, { surface: 'seat', seat: 'A12' });
  await expect(screen.page.getByText('Máy đã vào phòng họp')).toBeVisible();
  await takePicture(screen.page, '4-accepted');
  seat = await seatOf(app);
  expect(screen.errors).toEqual([]);
});

test('a kiosk is offered no window of the system: it finds the tickets of sticks by itself', async () => {
  const kiosk = await powerOn(['--kiosk']);
  const { page } = await pairingOf(kiosk);
  await expect(page.getByText('Cắm USB có phiếu ghép máy.', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chọn tệp phiếu…' })).toHaveCount(0);
  await powerOff(kiosk);
});

test('[PAIR-3] a machine that IT refuses says so, and can try again', async () => {
  const refused = await powerOn([]);
  const screen = await pairingOf(refused);
  await screen.chooseSeat('A13');
  await screen.connectTo(`127.0.0.1:${pairingPort}`);
  await expect(screen.code).toBeVisible();
  const machine = await it.waiting(({ seat: place }) => place === 'A13');
  await it.refuse(machine);
  await expect(screen.failure).toContainText('Cán bộ CNTT đã từ chối máy này');
  await takePicture(screen.page, '5-refused');
  await screen.connectTo(`127.0.0.1:${pairingPort}`);
  await expect(screen.code).toBeVisible();
  expect(await screen.shownCode()).not.toBe(machine.code);
  await screen.button('Dừng lại').click();
  await expect(screen.title).toBeVisible();
  const sealed = readdirSync(refused.userData, { recursive: true }).filter((name) =>
    String(name).endsWith('pairing.sealed'),
  );
  expect(sealed).toEqual([]);
  await powerOff(refused);
});

test('[PAIR-4] a machine with a ticket and a line in the list comes in with nobody at the page', async () => {
  await it.openWindow('tên;vị trí;vai trò;mac\nMáy A11;A11;đại biểu;\n');
  const ticket = ticketFile('nghisu-pairing.json', JSON.stringify(await it.ticket()));
  const second = await powerOn([`--pairing=${ticket}`, '--surfaces=seat:A11']);
  const paired = await seatOf(second);
  await expect(paired.page.getByText('A11').first()).toBeVisible();
  expect((await it.devices()).devices).toContainEqual(
    expect.objectContaining({ seat: 'A11', joined: 'certificate' }),
  );
  await powerOff(second);
});

test('[PAIR-4] a machine that is to be two terminals is paired as one after the other', async () => {
  await it.openWindow('tên;vị trí;vai trò;mac\nBàn thư ký;;thư ký;\nMàn hình;;màn hình;\n');
  const ticket = ticketFile('two.json', JSON.stringify(await it.ticket()));
  const both = await powerOn([`--pairing=${ticket}`, '--surfaces=clerk,screen']);
  for (const surface of ['clerk', 'screen']) await both.window((page) => page.url().endsWith(`/${surface}`));
  const { devices } = await it.devices();
  for (const surface of ['clerk', 'screen'])
    expect(devices).toContainEqual(expect.objectContaining({ surface, joined: 'certificate' }));
  await powerOff(both);
});

test.describe('a ticket that is no good', () => {
  let bad: AppHandle;
  test.afterEach(async () => powerOff(bad));

  const failureOf = async (file: string) => {
    bad = await powerOn([`--pairing=${file}`, '--surfaces=seat:A10']);
    return (await pairingOf(bad)).failure;
  };

  test('cut in the middle', async () => {
    const text = JSON.stringify(await it.ticket());
    const failure = await failureOf(ticketFile('cut.json', text.slice(0, text.length / 2)));
    await expect(failure).toContainText('Tệp phiếu ghép máy bị hỏng');
    await takePicture((await pairingOf(bad)).page, '6-ticket-damaged');
  });

  test('of another room', async () => {
    const other = { ...(await it.ticket()), authoritySha256: 'ab'.repeat(32) };
    const failure = await failureOf(ticketFile('other.json', JSON.stringify(other)));
    await expect(failure).toContainText('của phòng họp khác');
  });

  test('of a window that is over', async () => {
    const over = await it.ticket();
    await it.openWindow();
    const failure = await failureOf(ticketFile('over.json', JSON.stringify(over)));
    await expect(failure).toContainText(/không đúng hoặc đã hết hạn/);
  });
});

test('[AT-09] the paired seat signs in, opens a page and has its vote counted over mutual TLS', async () => {
  const person = room.personAt('A12');
  await seat.enterPin(person.pin);
  await chair.until(() => chair.record('attendance', person.participantId)?.['state'] === 'present');
  await seat.packIsWhole();
  for (const [command, payload] of [
    ['meeting/open', { meetingId: room.facts.meetingId }],
    ['item/start', { itemId: 'nd2' }],
    ['vote/open', { voteId }],
  ] as const) {
    expect(await chair.ask(command, payload)).toMatchObject({ status: 'accepted' });
  }
  await expect(seat.question).toBeVisible();
  await expect(seat.drawnPage(1)).toBeVisible();
  await seat.vote('Tán thành');
  await expect(seat.ballot).toContainText('Đã ghi nhận');
  await chair.until(() => Number(chair.record('vote', voteId)?.['received']) === 1);
});

test('[AT-09] the paired seat cold-starts to a readable page while there is no hub', async () => {
  await room.shutDown();
  await powerOff(app);
  const poweredOn = Date.now();
  app = await powerOn([], userData);
  seat = new SeatPage(await app.firstWindow());
  await expect(seat.page.getByText('Đang làm việc ngoại tuyến – tài liệu cập nhật lúc')).toBeVisible();
  await expect(seat.drawnPage(1)).toBeVisible();
  expect(Date.now() - poweredOn).toBeLessThanOrEqual(20_000);
  await room.restart();
  await expect(seat.linked).toBeVisible();
});

test('a terminal that is revoked says so within seconds, and keeps nothing of the room', async () => {
  it = await signInAsIt(room);
  const { devices } = await it.devices();
  const device = devices.find(({ seat: place, joined }) => place === 'A12' && joined === 'certificate');
  const own = join(userData, 'terminals', 'seat-A12');
  expect(readdirSync(own)).toEqual(expect.arrayContaining(['pairing.sealed', 'vault']));
  await it.revoke(device?.deviceId ?? '');
  const revokedAt = Date.now();
  const screen = await pairingOf(app);
  await expect(screen.page.getByText('Máy này đã bị thu hồi khỏi')).toBeVisible();
  expect(Date.now() - revokedAt).toBeLessThanOrEqual(10_000);
  test.info().annotations.push({ type: 'measured', description: `said after ${Date.now() - revokedAt} ms` });
  await takePicture(screen.page, '7-revoked');
  await expect.poll(() => readdirSync(own)).not.toContain('pairing.sealed');
  expect(readdirSync(own)).not.toContain('vault');
  await powerOff(app);
  app = await powerOn([], userData);
  const again = await pairingOf(app);
  await expect(again.page.getByText('Máy này đã bị thu hồi khỏi')).toBeVisible();
});

test('a terminal that is revoked while it is off learns it when it comes on', async () => {
  await it.openWindow();
  let screen = await pairingOf(app);
  await screen.chooseSeat('A12');
  await screen.connectTo(`127.0.0.1:${pairingPort}`);
  await expect(screen.code).toBeVisible();
  await it.accept(await it.waiting(({ seat: place }) => place === 'A12'), { surface: 'seat', seat: 'A12' });
  seat = await seatOf(app);
  await powerOff(app);
  const { devices } = await it.devices();
  const device = devices.find(({ seat: place, joined }) => place === 'A12' && joined === 'certificate');
  await it.revoke(device?.deviceId ?? '');
  app = await powerOn([], userData);
  screen = await pairingOf(app);
  await expect(screen.page.getByText('Máy này đã bị thu hồi khỏi')).toBeVisible();
});

test('a pairing that is half written is not believed, and said', async () => {
  await it.openWindow();
  const screen = await pairingOf(app);
  await screen.chooseSeat('A12');
  await screen.connectTo(`127.0.0.1:${pairingPort}`);
  await it.accept(await it.waiting(({ seat: place }) => place === 'A12'), { surface: 'seat', seat: 'A12' });
  await seatOf(app);
  await powerOff(app);
  const file = join(userData, 'terminals', 'seat-A12', 'pairing.sealed');
  truncateSync(file, readFileSync(file).length / 2);
  app = await powerOn([], userData);
  const again = await pairingOf(app);
  await expect(again.page.getByText('Tệp ghép máy trên máy này bị hỏng')).toBeVisible();
  await takePicture(again.page, '8-damaged');
});
