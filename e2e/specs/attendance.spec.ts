import { test, type Locator } from '@playwright/test';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { cardOf, putCard } from '../fixtures/room/cards.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface, Terminals, type SurfacePage } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/**
 * Who is in the room, from the days before to a move in the middle of a vote. In order, one meeting: five seats and the
 * spare terminal are pages, the others clients of the protocol.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(90_000);

const seatNames = (row: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${row}${String(at + 1).padStart(2, '0')}`);
const paged = new Set(['A06', 'A07', 'A11', 'A13', 'B05']);
const others = [...seatNames('A', 15), ...seatNames('B', 9)].filter((place) => !paged.has(place));
const substitute = 'Phạm Quốc Việt';

let room: TestRoom;
let chair: ChairPage;
let clerk: ClerkPage;
let screen: ScreenPage;
let a06: SeatPage;
let a07: SeatPage;
let a11: SeatPage;
let a13: SeatPage;
let b05: SeatPage;
let dp1: SeatPage;
let strangers: Map<string, Stranger>;
const terminals = new Terminals();

const pages = (): SurfacePage[] => [chair, clerk, screen, a06, a07, a11, a13, b05, dp1];
const nameAt = (place: string): string => room.personAt(place).name;

/** The address of a place; a spare terminal stands on no plan. */
function addressOf(place: string): string {
  return place === 'DP1' ? room.address('A11').replace('A11', 'DP1') : room.address(place);
}

/** What the chairperson is asked, under the name of the person it is about. */
function request(words: string | RegExp): Locator {
  return chair.page.getByRole('listitem').filter({ hasText: words }).last();
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  strangers = await seatStrangers(room, others);
  chair = await terminals.open(browser, ChairPage, addressOf('chair'));
  clerk = await terminals.open(browser, ClerkPage, addressOf('clerk'));
  screen = await terminals.open(browser, ScreenPage, addressOf('screen'));
  a06 = await terminals.open(browser, SeatPage, addressOf('A06'));
  a07 = await terminals.open(browser, SeatPage, addressOf('A07'));
  a11 = await terminals.open(browser, SeatPage, addressOf('A11'));
  a13 = await terminals.open(browser, SeatPage, addressOf('A13'));
  b05 = await terminals.open(browser, SeatPage, addressOf('B05'));
  dp1 = await terminals.open(browser, SeatPage, addressOf('DP1'));
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await expect(clerk.person(nameAt('A13'))).toBeVisible();
});

test.afterAll(async () => {
  for (const stranger of strangers?.values() ?? []) stranger.stop();
  await terminals.close();
  await room?.stop();
});

test('[AT-06] an absence is reported with its reason, and the chairperson consents', async () => {
  await clerk.choose(nameAt('A13'));
  await clerk.button('Báo vắng…').click();
  const form = clerk.page.getByRole('form', { name: `Báo vắng: ${nameAt('A13')}` });
  await form.getByLabel('Lý do').fill('Công tác Trung ương');
  await form.getByRole('button', { name: 'Gửi chủ trì' }).click();
  await expect(clerk.person(nameAt('A13'))).toContainText('chờ chủ trì đồng ý');

  const asked = request(`${nameAt('A13')} báo vắng`);
  await expect(asked).toContainText('Công tác Trung ương');
  await asked.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(clerk.person(nameAt('A13'))).toContainText('Vắng · Công tác Trung ương');
  await expect(clerk.person(nameAt('A13'))).toContainText('chủ trì đồng ý');
  await expect(asked).toBeHidden();
});

test('[AT-07] a substitute stands in with consent: on the nameplate, in the roll-call, without a vote', async () => {
  await clerk.choose(nameAt('B05'));
  await clerk.button('Họp thay…').click();
  const form = clerk.page.getByRole('form', { name: `Họp thay đ/c ${nameAt('B05')}` });
  await form.getByLabel('Họ và tên người họp thay').fill(substitute);
  await form.getByLabel('Chức vụ').fill('Phó Giám đốc Sở Tài chính');
  await form.getByRole('button', { name: 'Gửi chủ trì' }).click();
  await request(`${substitute} họp thay đ/c ${nameAt('B05')}`)
    .getByRole('button', { name: 'Đồng ý', exact: true })
    .click();

  await expect(b05.page.getByRole('heading', { name: substitute })).toBeVisible();
  await expect(b05.page.getByText(`họp thay đ/c ${nameAt('B05')}`)).toBeVisible();
  const row = clerk.person(substitute);
  await expect(row).toContainText(`họp thay đ/c ${nameAt('B05')}`);
  await expect(row).toContainText('không');
  await expect(chair.seat('B05')).toContainText(`${substitute} – họp thay đ/c ${nameAt('B05')}`);
});

test('[AT-11] the card of the substitute, which the secretary hands out, signs in at the own seat', async () => {
  await clerk.page.getByRole('tab', { name: 'Mã PIN' }).click();
  await clerk.page
    .getByRole('listitem')
    .filter({ hasText: substitute })
    .getByRole('button', { name: 'Đặt lại mã PIN…' })
    .click();
  await clerk.button('Đặt lại, chấp nhận mất ghi chú').click();
  const text = await clerk.page.getByTestId('card').innerText();
  expect(text).toMatch(/^NS1;[\w-]+;\d{6}$/);
  await clerk.page.getByRole('tab', { name: 'Điểm danh' }).click();
  await putCard(b05, text);
  await expect(clerk.person(substitute)).toContainText('Có mặt');
});

test('[AT-11] a wrong seat says where the own one is and calls help; 13 of 15 and 9 of 9 are here', async () => {
  await putCard(a06, cardOf(room, 'A07'));
  await expect(a06.page.getByText('Chỗ của đồng chí là A07.')).toBeVisible();
  await a06.button('Gọi thư ký giúp').click();
  await expect(a06.page.getByText('Đã gọi. Thư ký sẽ đến chỗ đồng chí.')).toBeVisible();

  await putCard(a07, cardOf(room, 'A07'));
  await a11.enterPin(room.personAt('A11').pin);
  for (const [place, stranger] of strangers) await signInAt(room, place, stranger);
  await expect(clerk.page.getByText('Có mặt 13/15 – đủ điều kiện họp')).toBeVisible();
  await expect(clerk.page.getByText('Khách mời 9/9')).toBeVisible();
  await expect(chair.page.getByText('Có mặt 13/15 – đủ điều kiện họp')).toBeVisible();
  await expect(screen.page.getByText('Có mặt 13/15 – đủ điều kiện họp')).toBeVisible();
});

test('hard case 1: one person at two seats is refused at the second', async () => {
  await a06.button(`Tôi là đồng chí ${nameAt('A06')}`).click();
  await putCard(a06, cardOf(room, 'A07'));
  await expect(a06.page.getByText('Đồng chí đang điểm danh ở một máy khác.')).toBeVisible();
  await expect(a06.page.getByText('Chỗ của đồng chí là A07.')).toBeVisible();
  await expect(clerk.page.getByText('Có mặt 13/15 – đủ điều kiện họp')).toBeVisible();
  await a06.button(`Tôi là đồng chí ${nameAt('A06')}`).click();
});

test('[AT-31] the card locks the seat of its person, and opens it again', async () => {
  await expect(a07.button('Khóa')).toBeVisible();
  await putCard(a07, cardOf(room, 'A06'));
  await expect(a07.page.getByRole('heading', { name: 'Máy đang khóa' })).toBeHidden();
  await putCard(a07, cardOf(room, 'A07'));
  await expect(a07.page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
  await putCard(a07, cardOf(room, 'A06'));
  await expect(a07.page.getByText('Thẻ này không phải của người đang dùng máy.')).toBeVisible();
  await putCard(a07, cardOf(room, 'A07'));
  await expect(a07.page.getByRole('heading', { name: 'Máy đang khóa' })).toBeHidden();
});

test('[AT-16] who comes after the opening is late, and the counts follow everybody who comes and goes', async () => {
  await chair.step('Khai mạc').click();
  await chair.step('Bắt đầu nội dung 1').click();
  await a06.enterPin(room.personAt('A06').pin);
  await expect(clerk.page.getByText('Có mặt 14/15 – đủ điều kiện họp')).toBeVisible();
  await expect(clerk.person(nameAt('A06'))).toContainText(/đến muộn \d\d:\d\d/);

  await clerk.choose(nameAt('A02'), nameAt('A03'));
  await clerk.button('Ghi về sớm').click();
  await expect(clerk.page.getByText('Có mặt 12/15 – đủ điều kiện họp')).toBeVisible();
  await expect(clerk.person(nameAt('A02'))).toContainText(/Về sớm · \d\d:\d\d/);
  await clerk.button('Hoàn tác').click();
  await expect(clerk.page.getByText('Có mặt 14/15 – đủ điều kiện họp')).toBeVisible();
  await expect(clerk.person(nameAt('A02'))).not.toContainText('vào lại');

  await a06.button('Rời máy').click();
  await a06.button('Về sớm').click();
  await expect(clerk.page.getByText('Có mặt 13/15 – đủ điều kiện họp')).toBeVisible();
  await a06.enterPin(room.personAt('A06').pin);
  await expect(clerk.person(nameAt('A06'))).toContainText('vào lại');
  await expect(chair.page.getByText('Có mặt 14/15 – đủ điều kiện họp')).toBeVisible();
});

test('the roll-call finds people without marks, and the one in whose place somebody sits', async () => {
  const search = clerk.page.getByLabel('Tìm tên, chức vụ, vị trí');
  await search.fill('pham quoc viet');
  await expect(clerk.page.getByRole('row')).toHaveCount(2);
  await search.fill(nameAt('B05'));
  await expect(clerk.person(substitute)).toBeVisible();
  await search.fill('');
});

test('[AT-33] a dead seat is moved to the spare terminal within a minute, and its person votes once', async () => {
  await chair.step('Sang nội dung 2').click();
  await chair.step('Mở biểu quyết').click();
  await expect(a11.question).toBeVisible();
  await expect(a13.question).toBeHidden();
  await expect(b05.question).toBeHidden();
  const context = a11.page.context();
  await a11.page.close();
  const begun = Date.now();

  await clerk.choose(nameAt('A11'));
  await clerk.button('Chuyển chỗ…').click();
  const form = clerk.page.getByRole('group', { name: `Chuyển chỗ: ${nameAt('A11')} (A11)` });
  await expect(form.getByRole('button', { name: /DP1 · máy dự phòng/ })).toBeVisible();
  await form.getByRole('button', { name: 'Chuyển chỗ', exact: true }).click();
  await expect(clerk.person(nameAt('A11'))).toContainText('chuyển từ A11');
  await expect(dp1.page.getByRole('heading', { name: nameAt('A11') })).toBeVisible();
  await dp1.enterPin(room.personAt('A11').pin);
  await expect(dp1.question).toBeVisible();
  const took = Date.now() - begun;
  test.info().annotations.push({ type: 'measured', description: `moved and signed in after ${took} ms` });
  expect(took).toBeLessThanOrEqual(60_000);
  await expect(chair.seat('A11 → DP1')).toBeVisible();
  await dp1.vote('Tán thành');
  await expect(dp1.ballot).toContainText('Đã ghi nhận');
  await expect(chair.figure('phiếu đã nhận')).toContainText('1/14');

  await test.step('the terminal that was left is nobody’s when it comes back', async () => {
    a11 = await openSurface(context, SeatPage, addressOf('A11'));
    await expect(a11.page.getByText('Vị trí này chưa xếp đại biểu.')).toBeVisible();
    await expect(a11.question).toBeHidden();
    await putCard(a11, cardOf(room, 'A11'));
    await expect(a11.page.getByText('Chỗ của đồng chí là DP1.')).toBeVisible();
    await expect(chair.figure('phiếu đã nhận')).toContainText('1/14');
  });
});

test('[INV-4] nothing on any surface opened a dialog or complained', () => {
  for (const surface of pages()) {
    expect(surface.dialogs).toEqual([]);
    expect(surface.errors).toEqual([]);
  }
});
