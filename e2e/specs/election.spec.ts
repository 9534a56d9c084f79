import { test } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/** Three are elected from five with long names: one delegate answers by the keyboard, another by touch. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const candidates = [
  'Nguyễn Hoàng Phương Thảo Nguyên – Phó Trưởng ban Tổ chức Tỉnh ủy',
  'Trần Đặng Quốc Bảo Khánh – Bí thư Huyện ủy Vĩnh Thuận Đông',
  'Lê Thị Ngọc Huyền Trang – Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh',
  'Phạm Nguyễn Minh Triết Hưởng – Giám đốc Sở Kế hoạch và Đầu tư',
  'Huỳnh Đoàn Thục Uyên Nghi – Chánh Văn phòng Tỉnh ủy',
] as const;
const others = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A08', 'A09', 'A10'];
const terminals = new Terminals();
let room: TestRoom;
let strangers: Map<string, Stranger>;
let chair: ChairPage;
let clerk: ClerkPage;
let screen: ScreenPage;
let a07: SeatPage;
let a12: SeatPage;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  strangers = await seatStrangers(room, others);
  chair = await terminals.open(browser, ChairPage, room.address('chair'));
  clerk = await terminals.open(browser, ClerkPage, room.address('clerk'));
  screen = await terminals.open(browser, ScreenPage, room.address('screen'));
  a07 = await terminals.open(browser, SeatPage, room.address('A07'));
  a12 = await terminals.open(browser, SeatPage, room.address('A12'), { hasTouch: true });
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await a07.enterPin(room.personAt('A07').pin);
  await a12.enterPin(room.personAt('A12').pin);
  for (const [place, seated] of strangers) await signInAt(room, place, seated);
  for (const step of ['Khai mạc', 'Bắt đầu nội dung 1']) await chair.step(step).click();
});

test.afterAll(async () => {
  for (const seated of strangers?.values() ?? []) seated.stop();
  await terminals.close();
  await room?.stop();
});

test('the secretary prepares an election of three from five, and the ballot shows every name whole', async () => {
  await clerk.page.getByRole('tab', { name: /^Biểu quyết/ }).click();
  const form = clerk.page.getByRole('form', { name: 'Chuẩn bị biểu quyết' });
  await form.getByLabel('Nội dung biểu quyết').fill('Bầu bổ sung ủy viên');
  await form.getByRole('button', { name: /Nội dung phiếu|Hình thức phiếu|Mẫu phiếu/ }).click();
  await clerk.page.getByRole('option', { name: /Bầu/ }).click();
  await form.getByLabel(/Danh sách bầu/).fill(candidates.join('\n'));
  await form.getByLabel('Số lượng cần bầu').fill('3');
  await form.getByRole('button', { name: /Văn bản biểu quyết/ }).click();
  await clerk.page.getByRole('option', { name: 'Không kèm văn bản' }).click();
  await form.getByRole('button', { name: 'Lưu phiên biểu quyết' }).click();
  await chair.step('Mở biểu quyết').click();
  for (const seat of [a07, a12]) {
    await expect(seat.question).toContainText('Chọn tối đa 3. Đã chọn 0.');
    for (const name of candidates) {
      const choice = seat.question.getByRole('button', { name, exact: true });
      const cut = await choice.evaluate(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
      expect(cut, name).toBe(false);
      expect((await choice.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(60);
    }
    expect(await seat.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('[VOTE-8] by the keyboard: digits choose and take back, a fourth changes nothing, Enter sends', async () => {
  const { keyboard } = a07.page;
  for (const digit of ['1', '2', '3', '4']) await keyboard.press(digit);
  await expect(a07.question).toContainText('Đã chọn 3.');
  const pressed = a07.question.getByRole('button', { pressed: true });
  await expect(pressed).toHaveText(candidates.slice(0, 3));
  await keyboard.press('2');
  await keyboard.press('5');
  await expect(pressed).toHaveText([candidates[0], candidates[2], candidates[4]]);
  await keyboard.press('Enter');
  await expect(a07.ballot).toContainText('Đã ghi nhận');
  for (const name of candidates) await expect(a07.ballot).not.toContainText(name);
});

test('[VOTE-8] by touch: a tap chooses, a second one takes back, and none but the sent ballot counts', async () => {
  const choice = (name: string) => a12.question.getByRole('button', { name, exact: true });
  for (const name of [candidates[1], candidates[1], candidates[0], candidates[2]]) await choice(name).tap();
  await expect(a12.question).toContainText('Đã chọn 2.');
  await a12.question.getByRole('button', { name: 'Gửi phiếu' }).tap();
  await expect(a12.ballot).toContainText('Đã ghi nhận');
});

test('[VOTE-19] those with the most votes that have enough are elected, and everybody reads their names whole', async () => {
  const answers = [
    [0, 2, 4],
    [0, 2, 4],
    [0, 2, 3],
    [0, 1, 2],
    [0, 4],
    [0, 4, 2],
    [2, 4],
    [0, 3],
    [0, 4],
  ];
  for (const [at, place] of others.entries()) {
    const seated = strangers.get(place);
    if (seated === undefined) throw new Error(`nobody at ${place}`);
    const running = () => seated.records('vote').find((vote) => vote['state'] === 'open');
    await seated.until(() => running() !== undefined);
    const { participantId } = seated;
    const cast = { voteId: running()?.['id'], participantId, versionId: null };
    expect(await seated.ask('ballot/cast', { ...cast, choice: { options: answers[at] } })).toMatchObject({
      status: 'accepted',
    });
  }
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
  for (const surface of [screen, a07, a12]) {
    for (const name of candidates) await expect(surface.page.getByText(name).first()).toBeVisible();
  }
  await expect(a07.tally).toContainText('Trúng cử');
  await test.info().attach('screen', { body: await screen.page.screenshot(), contentType: 'image/png' });
  for (const surface of [chair, clerk, screen, a07, a12]) {
    expect(surface.errors).toEqual([]);
    expect(surface.dialogs).toEqual([]);
  }
});
