import { test } from '@playwright/test';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { NotesSide } from '../pages/notes-side.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/**
 * A11 votes while cut off, and is moved to a spare terminal before the link is back: the ballot that stays behind is
 * nobody's to send, and everybody who has to know of it does. Each test goes on from the one before.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const others = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A12'];
const left = 'Còn ở máy đã rời, chưa đến phòng họp';
const note = 'Đề nghị nêu rõ nguồn kinh phí';
const terminals = new Terminals();
let room: TestRoom;
let cord: FaultProxy;
let strangers: Map<string, Stranger>;
let chair: ChairPage;
let clerk: ClerkPage;
let a11: SeatPage;
let dp1: SeatPage;

async function openDraft(seat: SeatPage): Promise<void> {
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await expect(seat.drawnPage(1)).toBeVisible({ timeout: 60_000 });
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  cord = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
  strangers = await seatStrangers(room, others);
  chair = await terminals.open(browser, ChairPage, room.address('chair'));
  clerk = await terminals.open(browser, ClerkPage, room.address('clerk'));
  a11 = await terminals.open(browser, SeatPage, room.address('A11', cord.url));
  dp1 = await terminals.open(browser, SeatPage, room.address('A11').replace('A11', 'DP1'));
  await a11.packIsWhole();
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await a11.enterPin(room.personAt('A11').pin);
  await expect(a11.page.getByLabel('Mã PIN 6 số')).toHaveCount(0);
  await openDraft(a11);
  await new NotesSide(a11).write(note);
  await expect(a11.page.getByText(/chờ gửi/)).toHaveCount(0);
  for (const [place, seated] of strangers) await signInAt(room, place, seated);
  for (const step of ['Khai mạc', 'Bắt đầu nội dung 1', 'Sang nội dung 2', 'Mở biểu quyết'])
    await chair.step(step).click();
  await expect(a11.question).toBeVisible();
});

test.afterAll(async () => {
  for (const seated of strangers?.values() ?? []) seated.stop();
  await terminals.close();
  await cord?.stop();
  await room?.stop();
});

test('[SEAT-4] the terminal that was left says whose ballot it holds, and so does the secretary', async () => {
  cord.cut('blackhole');
  await expect(a11.page.getByText('Mất kết nối · làm việc ngoại tuyến')).toBeVisible();
  await a11.vote('Tán thành');
  await expect(a11.ballot).toContainText('Đã lưu trên máy – chờ gửi');
  const { name } = room.personAt('A11');
  await clerk.choose(name);
  await clerk.button('Chuyển chỗ…').click();
  await clerk.page
    .getByRole('group', { name: `Chuyển chỗ: ${name} (A11)` })
    .getByRole('button', { name: 'Chuyển chỗ', exact: true })
    .click();
  await expect(dp1.page.getByRole('heading', { name })).toBeVisible();
  await expect(clerk.page.getByText(left)).toHaveCount(0);

  cord.heal();
  const chip = a11.button(/Không gửi được từ máy này: 1/);
  await expect(chip).toBeVisible();
  await expect(a11.page.getByText(/Đã lưu trên máy – chờ gửi/)).toHaveCount(0);
  await chip.click();
  await expect(a11.page.getByText(`Đ/c ${name} đã chuyển sang chỗ DP1`)).toBeVisible();
  const behind = clerk.page.getByRole('region', { name: left });
  await expect(behind).toContainText(`A11 · Phiếu biểu quyết của đ/c ${name}`);
  await expect(chair.figure('phiếu đã nhận')).toContainText('0/12');
});

test('[AT-33] [SEAT-4] notes are at the new place within 10 s, the person votes there once; what was left goes', async () => {
  await dp1.packIsWhole();
  await openDraft(dp1);
  await dp1.enterPin(room.personAt('A11').pin);
  const signedIn = Date.now();
  await new NotesSide(dp1).open();
  await expect(new NotesSide(dp1).note(note)).toBeVisible({ timeout: 10_000 });
  expect(Date.now() - signedIn).toBeLessThanOrEqual(10_000);
  await dp1.vote('Không tán thành');
  await expect(dp1.ballot).toContainText('Đã ghi nhận');
  await expect(chair.figure('phiếu đã nhận')).toContainText('1/12');
  await a11.button('Bỏ…').click();
  await a11.button('Bỏ hẳn').click();
  await expect(a11.button(/Không gửi được từ máy này/)).toHaveCount(0);
  await expect(clerk.page.getByText(left)).toHaveCount(0);
  await a11.page.reload();
  await expect(a11.linked).toBeVisible();
  await expect(a11.button(/Không gửi được từ máy này/)).toHaveCount(0);
  await expect(chair.figure('phiếu đã nhận')).toContainText('1/12');
});

test('[CALL-1] a call made at a seat that nobody has, without a link, arrives though somebody signs in first', async () => {
  cord.cut('blackhole');
  await expect(a11.page.getByText('Mất kết nối · làm việc ngoại tuyến')).toBeVisible();
  await a11.button('Gọi hỗ trợ').click();
  await a11.button('Kỹ thuật viên').click();
  await expect(a11.page.getByText(/Kỹ thuật viên: gọi lúc .* chờ gửi/)).toBeVisible();
  cord.heal();
  await expect(clerk.page.getByText(/A11.*Kỹ thuật viên/)).toBeVisible();
  for (const surface of [chair, clerk, a11, dp1]) {
    expect(surface.errors).toEqual([]);
    expect(surface.dialogs).toEqual([]);
  }
});
