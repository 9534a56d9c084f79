import { test, type Locator } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/** What stands around a session at the desks of chair and secretary. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const others = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12'];
const substitute = 'Phạm Quốc Việt';
const terminals = new Terminals();
let room: TestRoom;
let strangers: Map<string, Stranger>;
let chair: ChairPage;
let clerk: ClerkPage;
let b05: SeatPage;

const stranger = (place: string): Stranger => {
  const found = strangers.get(place);
  if (found === undefined) throw new Error(`no protocol client sits at ${place}`);
  return found;
};

const votesTab = (): Locator => clerk.page.getByRole('tab', { name: /^Biểu quyết/ });
const question = 'Phương án phân bổ vốn';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  strangers = await seatStrangers(room, others);
  chair = await terminals.open(browser, ChairPage, room.address('chair'));
  clerk = await terminals.open(browser, ClerkPage, room.address('clerk'));
  b05 = await terminals.open(browser, SeatPage, room.address('B05'));
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  await b05.packIsWhole();
  for (const [place, seated] of strangers) if (place !== 'A12') await signInAt(room, place, seated);
});

test.afterAll(async () => {
  for (const seated of strangers?.values() ?? []) seated.stop();
  await terminals.close();
  await room?.stop();
});

test('[ATT-3] [SUB-1] at the own seat one reports an absence and asks for a substitute', async () => {
  const { name, pin } = room.personAt('B05');
  await b05.enterPin(pin);
  await b05.button('Rời máy').click();
  await b05.button('Báo vắng…').click();
  const report = b05.page.getByRole('form', { name: `Báo vắng: ${name}` });
  await expect(report.getByRole('button', { name: 'Gửi chủ trì' })).toBeDisabled();
  await report.getByLabel('Lý do').fill('Công tác Trung ương');
  await report.getByRole('button', { name: 'Gửi chủ trì' }).click();
  await expect(b05.page.getByText('Đã báo vắng: Công tác Trung ương · chờ chủ trì đồng ý')).toBeVisible();
  const asked = chair.page
    .getByRole('listitem')
    .filter({ hasText: `${name} báo vắng` })
    .last();
  await asked.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(b05.page.getByText('Đã báo vắng: Công tác Trung ương · chủ trì đồng ý')).toBeVisible();

  await b05.button('Xin họp thay…').click();
  const form = b05.page.getByRole('form', { name: `Họp thay đ/c ${name}` });
  await form.getByLabel('Họ và tên người họp thay').fill(substitute);
  await form.getByRole('button', { name: 'Gửi chủ trì' }).click();
  await expect(b05.page.getByText(`Đã xin để đ/c ${substitute} họp thay · chờ chủ trì đồng ý`)).toBeVisible();
  const second = chair.page.getByRole('listitem').filter({ hasText: substitute }).last();
  await second.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(b05.page.getByRole('heading', { name: substitute })).toBeVisible();
  await expect(clerk.person(substitute)).toContainText(`họp thay đ/c ${name}`);
});

test('[FLOOR-1] who has registered for a later item stands at the chair before it begins', async () => {
  const { meetingId } = room.facts;
  for (const [place, itemId] of [
    ['A03', 'nd3'],
    ['A04', 'nd3'],
    ['A05', 'nd2'],
  ] as const) {
    const { participantId } = stranger(place);
    const asked = { requestId: `r-${place}`, meetingId, itemId, participantId };
    await stranger(place).ask('floor/request', { ...asked, kind: 'speak', replyTo: null });
  }
  const registered = chair.page.getByRole('region', { name: 'Đăng ký trước cho nội dung sau' });
  await expect(registered.getByRole('listitem')).toHaveText([
    new RegExp(`Nội dung 2.*${room.personAt('A05').name}`),
    new RegExp(`Nội dung 3.*${room.personAt('A03').name}.*${room.personAt('A04').name}`),
  ]);
});

test('[MTG-4] F8 pressed twice, and a button pressed twice, make one step', async () => {
  await expect(chair.step('Khai mạc')).toBeEnabled();
  await chair.page.keyboard.press('F8');
  await chair.page.keyboard.press('F8');
  const first = chair.step('Bắt đầu nội dung 1');
  await expect(first).toBeVisible();
  // The step that has just come rests: the press that meant the one before finds nothing.
  await chair.page.keyboard.press('F8');
  await expect(first).toBeEnabled();
  await first.dblclick();
  await expect(chair.step('Sang nội dung 2')).toBeEnabled();
  await stranger('A02').until(() => stranger('A02').record('agenda-item', 'nd1')?.['state'] === 'current');
  expect(stranger('A02').record('agenda-item', 'nd2')).toMatchObject({ state: 'waiting' });
});

test('[VOTE-17] the secretary changes a prepared vote, and it is no more called prepared once it is open', async () => {
  await votesTab().click();
  const form = clerk.page.getByRole('form', { name: 'Chuẩn bị biểu quyết' });
  await form.getByLabel('Nội dung biểu quyết').fill('Câu hỏi chưa đúng');
  await form.getByRole('button', { name: 'Lưu phiên biểu quyết' }).click();
  const prepared = clerk.page.getByText('Đã chuẩn bị. Chủ trì mở biểu quyết');
  await expect(prepared).toBeVisible();
  await clerk.button(/^Câu hỏi chưa đúng/).click();
  await clerk.button('Sửa…').click();
  const change = clerk.page.getByRole('form', { name: 'Sửa phiên biểu quyết' });
  await expect(change.getByLabel('Nội dung biểu quyết')).toHaveValue('Câu hỏi chưa đúng');
  await change.getByLabel('Nội dung biểu quyết').fill(question);
  await change.getByRole('button', { name: /Cách biểu quyết/ }).click();
  await clerk.page.getByRole('option', { name: 'giơ tay', exact: true }).click();
  await change.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(form).toBeVisible();
  await expect(clerk.button(new RegExp(`^${question}`))).toBeVisible();
  await expect(clerk.button(/^Câu hỏi chưa đúng/)).toHaveCount(0);

  await form.getByLabel('Nội dung biểu quyết').fill('Một câu hỏi khác');
  await form.getByRole('button', { name: 'Lưu phiên biểu quyết' }).click();
  await expect(prepared).toBeVisible();
  await clerk.button(/^Một câu hỏi khác/).click();
  await clerk.button('Rút phiên này').click();
  await expect(prepared).toHaveCount(0);
});

test('[LINE-1] a count and a call from a seat stand in the running record', async () => {
  await chair.step('Mở biểu quyết').click();
  const desk = clerk.page.getByRole('region', { name: 'Kiểm phiếu' });
  await desk.getByLabel('Tán thành', { exact: true }).fill('11');
  await clerk.button('Ghi kết quả kiểm phiếu').click();
  await chair.button('Xác nhận đúng').click();
  await b05.button('Gọi hỗ trợ').click();
  await b05.button(/^Phục vụ/).click();
  await clerk.page.getByRole('tab', { name: 'Diễn biến' }).click();
  await expect(clerk.line(`Kiểm phiếu “${question}”`)).toHaveCount(2);
  await expect(clerk.line('xác nhận đúng')).toBeVisible();
  await expect(clerk.line('Chỗ B05 gọi: phục vụ.')).toBeVisible();
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
});

test('[ATT-5] the secretary sees who was there for each item', async () => {
  await chair.step('Sang nội dung 2').click();
  await signInAt(room, 'A12', stranger('A12'));
  await clerk.page.getByRole('tab', { name: 'Điểm danh' }).click();
  await clerk.page.getByRole('radio', { name: 'Có mặt theo nội dung' }).click();
  const table = clerk.page.getByRole('grid', { name: 'Có mặt theo nội dung' });
  const rows = table.getByRole('row');
  await expect(rows.nth(1)).toContainText('11/15');
  await expect(rows.nth(1)).toContainText(room.personAt('A12').name);
  await expect(rows.nth(2)).toContainText('12/15');
  for (const surface of [chair, clerk, b05]) {
    expect(surface.errors).toEqual([]);
    expect(surface.dialogs).toEqual([]);
  }
});
