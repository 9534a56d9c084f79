import { test } from '@playwright/test';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { FloorSide } from '../pages/floor-side.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals, type SurfacePage } from '../pages/surface-page.ts';
import { Stranger } from '../stranger/stranger.ts';

/**
 * Who speaks, in order: requests, the chair's order, the timer through a lost link and a restart of the hub, written
 * opinions, calls and announcements. A03 and A14 are pages, A14 behind an uplink that fails; the others are clients of
 * the protocol.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(90_000);

let room: TestRoom;
let uplink: FaultProxy;
let strangers: ReadonlyMap<string, Stranger>;
const terminals = new Terminals();
let a03: SeatPage;
let a14: SeatPage;
let chair: ChairPage;
let clerk: ClerkPage;
let screen: ScreenPage;
let itemId: string;

const floorOf = (surface: SurfacePage): FloorSide => new FloorSide(surface.page);

/** A client of the protocol asks for the floor on the current item. */
async function asks(place: string): Promise<void> {
  const seated = strangers.get(place);
  if (seated === undefined) throw new Error(`no protocol client sits at ${place}`);
  await seated.ask('floor/request', {
    requestId: `r-${place}`,
    meetingId: room.facts.meetingId,
    itemId,
    participantId: seated.participantId,
    kind: 'speak',
    replyTo: null,
  });
}

const nameAt = (place: string): string => room.personAt(place).name;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  uplink = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
  const seats = ['A02', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'B04'];
  strangers = await seatStrangers(room, seats);
  a03 = await terminals.open(browser, SeatPage, room.address('A03'));
  a14 = await terminals.open(browser, SeatPage, room.address('A14', uplink.url));
  chair = await terminals.open(browser, ChairPage, room.address('chair'));
  clerk = await terminals.open(browser, ClerkPage, room.address('clerk'));
  screen = await terminals.open(browser, ScreenPage, room.address('screen'));
  for (const [surface, place] of [
    [a03, 'A03'],
    [a14, 'A14'],
    [chair, 'chair'],
    [clerk, 'clerk'],
  ] as const) {
    await surface.enterPin(room.personAt(place).pin);
  }
  for (const [place, stranger] of strangers) await signInAt(room, place, stranger);
  await chair.step('Khai mạc').click();
  await chair.step('Bắt đầu nội dung 1').click();
  await expect(a03.button('Đăng ký phát biểu')).toBeVisible();
  const seated = strangers.get('A08') as Stranger;
  await seated.until(() => seated.record('meeting', room.facts.meetingId)?.['currentItemId'] !== null);
  itemId = String(seated.record('meeting', room.facts.meetingId)?.['currentItemId']);
  await clerk.page.getByRole('tab', { name: 'Phát biểu' }).click();
});

test.afterAll(async () => {
  for (const stranger of strangers?.values() ?? []) stranger.stop();
  await terminals.close();
  await uplink?.stop();
  await room?.stop();
});

test('[AT-15] requests stand in the same order on chair, secretary and screen; the chair moves A08 first; 5:00 runs everywhere', async () => {
  await a03.button('Đăng ký phát biểu').click();
  await expect(floorOf(chair).waiting).toHaveText([/A03/]);
  await asks('A08');
  await asks('B04');
  for (const surface of [chair, clerk]) {
    await expect(floorOf(surface).waiting).toHaveText([/A03/, /A08/, /B04/]);
  }
  await expect(floorOf(screen).next).toHaveText(['A03', 'A08', 'B04'].map(nameAt));
  await expect(a03.page.getByText('Đồng chí phát biểu tiếp theo')).toBeVisible();

  await floorOf(chair).choose(nameAt('A08')).click();
  await chair.page.keyboard.press('Alt+ArrowUp');
  for (const surface of [chair, clerk]) {
    await expect(floorOf(surface).waiting).toHaveText([/A08/, /A03/, /B04/]);
  }
  await expect(floorOf(screen).next).toHaveText(['A08', 'A03', 'B04'].map(nameAt));
  await expect(a03.page.getByText('Đồng chí đứng thứ 2 trong 3 người chờ phát biểu')).toBeVisible();

  await floorOf(chair).give.first().click();
  for (const surface of [chair, clerk, screen]) {
    await expect(floorOf(surface).speaking).toContainText(nameAt('A08'));
    await expect(floorOf(surface).timer).toContainText(/[45]:\d\d/);
  }
  await expect(floorOf(chair).waiting).toHaveText([/A03/, /B04/]);
});

test('[FLOOR-3] giving the floor to A03 ends the speech before; the seat shows its own timer, which can be paused and extended', async () => {
  await floorOf(chair).give.first().click();
  const own = a03.page.getByRole('group', { name: 'Đồng chí đang phát biểu' });
  await expect(own.getByRole('timer')).toContainText(/[45]:\d\d/);
  await expect(floorOf(screen).speaking).toContainText(nameAt('A03'));
  await expect(floorOf(clerk).times).toHaveText([/A08|1 lượt/, /1 lượt/]);

  await chair.button('Tạm dừng').click();
  await expect(own.getByRole('timer')).toContainText('Tạm dừng');
  await chair.button('Tiếp tục').click();
  await expect(own.getByRole('timer')).not.toContainText('Tạm dừng');
  await chair.button('+1 phút').click();
  await expect(own.getByRole('timer')).toContainText(/[56]:\d\d/);
});

test('[AT-21] [AT-22] a request made without a link waits, and takes its place by arrival with its own time', async () => {
  uplink.cut('blackhole');
  await expect(a14.page.getByText('Mất kết nối · làm việc ngoại tuyến')).toBeVisible({ timeout: 20_000 });
  await a14.button('Đăng ký phát biểu').click();
  await expect(a14.page.getByText(/Đăng ký phát biểu lúc .* chờ gửi/)).toBeVisible();
  await expect(a14.modals).toHaveCount(0);
  const madeAt = await a14.page.evaluate(() => Date.now());
  await asks('A09');
  await expect(floorOf(chair).waiting).toHaveText([/B04/, /A09/]);
  // What was asked more than five seconds before it arrives is marked.
  await a14.page.waitForFunction((at) => Date.now() - at > 6_000, madeAt);
  uplink.heal();
  for (const surface of [chair, clerk]) {
    await expect(floorOf(surface).waiting).toHaveText([/B04/, /A09/, /A14.*giờ máy \d\d:\d\d/], {
      timeout: 10_000,
    });
  }
  await expect(a14.page.getByText('Đồng chí đứng thứ 3 trong 3 người chờ phát biểu')).toBeVisible();
});

test('[AT-27] the hub goes away in a speech: the timer runs on, requests are kept, and all agree afterwards', async () => {
  await room.kill();
  await expect(a03.page.getByText('Mất kết nối · làm việc ngoại tuyến')).toBeVisible({ timeout: 20_000 });
  const clocks = [a03, chair, screen].map((surface) => floorOf(surface).timer);
  const before = await Promise.all(clocks.map(async (clock) => clock.innerText()));
  for (const [at, clock] of clocks.entries()) await expect(clock).not.toHaveText(before[at] ?? '');
  await expect(floorOf(screen).speaking).toContainText(nameAt('A03'));
  await a14.button('Rút đăng ký').click();
  await expect(a14.page.getByText(/Rút đăng ký phát biểu · Đã lưu trên máy – chờ gửi/)).toBeVisible();
  for (const surface of [a03, a14, chair, screen]) await expect(surface.modals).toHaveCount(0);

  await room.restart();
  for (const surface of [chair, clerk]) {
    await expect(floorOf(surface).waiting).toHaveText([/B04/, /A09/], { timeout: 20_000 });
    await expect(floorOf(surface).speaking).toContainText(nameAt('A03'));
  }
  await expect(floorOf(screen).timer).toBeVisible();
  await expect(a03.linked).toBeVisible();
  const seconds = async (surface: SurfacePage): Promise<number> => {
    const [minutes = '0', rest = '0'] = (await floorOf(surface).timer.innerText()).split(/[^\d]/);
    return Number(minutes) * 60 + Number(rest);
  };
  const read = await Promise.all([seconds(a03), seconds(chair), seconds(screen)]);
  expect(Math.max(...read) - Math.min(...read)).toBeLessThanOrEqual(2);
});

test('[AT-18] a written opinion reaches chair and secretary alone, and the minutes when the chair says so', async () => {
  const words = 'Đề nghị làm rõ nguồn vốn tại Điều 5';
  await a03.button('Gửi ý kiến').click();
  await a03.page.getByLabel('Ý kiến của đồng chí').fill(words);
  await a03.button('Gửi ý kiến này').click();
  for (const surface of [chair, clerk]) await expect(surface.page.getByText(words)).toBeVisible();
  await expect(a03.page.getByText(/Chờ chủ trì xem xét/)).toBeVisible();
  for (const surface of [a14, screen]) {
    expect([...surface.frames.kindsReceived()]).not.toContain('opinion');
  }
  await chair.button('Đưa vào biên bản').click();
  await expect(clerk.page.getByText('Đưa vào biên bản')).toBeVisible();
  await expect(a03.page.getByText(/· Đưa vào biên bản/)).toBeVisible();
});

test('[CALL-1] a seat calls for help, and sees that somebody is coming', async () => {
  await a14.button('Gọi hỗ trợ').click();
  await a14.button('Kỹ thuật viên').click();
  await expect(a14.page.getByText(/Kỹ thuật viên: đã gọi lúc/)).toBeVisible();
  await expect(clerk.page.getByText('A14 gọi: Kỹ thuật viên')).toBeVisible();
  await clerk.button('Đang đến').click();
  await expect(a14.page.getByText(/Kỹ thuật viên: có người đang đến/)).toBeVisible();
  await expect(chair.page.getByText('A14 gọi: Kỹ thuật viên')).toHaveCount(0);
});

test('[ANN-1] an announcement stands over the page of every seat until it is read or taken back', async () => {
  const words = 'Giải lao đến 10 giờ 25';
  await clerk.page.getByLabel('Nội dung thông báo').fill(words);
  await clerk.button('Gửi thông báo').click();
  for (const seat of [a03, a14]) await expect(seat.page.getByText(words)).toBeVisible();
  await a03.button('Đã đọc').click();
  await expect(a03.page.getByText(words)).toHaveCount(0);
  expect(await screen.words()).not.toContain(words);
  await clerk.button('Thu lại').click();
  await expect(a14.page.getByText(words)).toHaveCount(0);
});

test('[AT-26] the substitute at B05 speaks under the own name, with that of the one stood in for', async () => {
  const { name, participantId } = room.personAt('B05');
  const desk = new Stranger({ hub: room.facts.hub, surface: 'clerk', seat: null });
  try {
    await desk.register(room.facts.roomCode);
    desk.connect();
    await signInAt(room, 'clerk', desk);
    const person = { id: 'n-substitute', fullName: 'Nguyễn Thị Hoa', office: 'Phó Giám đốc Sở Tài chính' };
    await desk.ask('substitution/request', { participantId, person, reason: 'đi công tác' });
  } finally {
    desk.stop();
  }
  await chair.button('Đồng ý').click();
  await chair.button(/Mời người khác/).click();
  await chair.page.getByRole('option', { name: 'B05 · Nguyễn Thị Hoa' }).click();
  await chair.button('Mời phát biểu').click();
  for (const surface of [chair, clerk, screen]) {
    await expect(floorOf(surface).speaking).toContainText('Nguyễn Thị Hoa');
    await expect(floorOf(surface).speaking).toContainText(`họp thay đ/c ${name}`);
  }
  await expect(a03.page.getByRole('group', { name: 'Đồng chí đang phát biểu' })).toHaveCount(0);
});
