import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath, chromiumSwitches } from './fixtures/chromium-path.ts';
import { startFaultProxy } from './fixtures/fault-proxy.ts';
import { takeLooks } from './fixtures/looks.ts';
import { seatStrangers, signInAt } from './fixtures/room/protocol-seat.ts';
import { startRoom } from './fixtures/room/start-room.ts';
import { ChairPage } from './pages/chair-page.ts';
import { ClerkPage } from './pages/clerk-page.ts';
import { ScreenPage } from './pages/screen-page.ts';
import { SeatPage } from './pages/seat-page.ts';
import { Terminals, type SurfacePage } from './pages/surface-page.ts';
import type { Stranger } from './stranger/stranger.ts';

/**
 * Pictures of the consoles, the screen and a seat in every state of a vote, light and dark, in both sizes and at 150 %
 * text, for people to look at: `SCREENSHOTS=<folder> node e2e/vote-screenshots.ts`, on a build.
 */
const folder = process.env['SCREENSHOTS'] ?? '';
if (folder === '') throw new Error('set SCREENSHOTS to the folder that the pictures go to');
mkdirSync(folder, { recursive: true });

const candidates = [
  'Nguyễn Hoàng Phương Thảo Nguyên – Phó Trưởng ban Tổ chức Tỉnh ủy',
  'Trần Đặng Quốc Bảo Khánh – Bí thư Huyện ủy Vĩnh Thuận Đông',
  'Lê Thị Ngọc Huyền Trang – Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh',
  'Phạm Nguyễn Minh Triết Hưởng – Giám đốc Sở Kế hoạch và Đầu tư',
  'Huỳnh Đoàn Thục Uyên Nghi – Chánh Văn phòng Tỉnh ủy',
];
const others = ['A01', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11'];
const executablePath = chromiumPath(process.env);
const browser = await chromium.launch({
  args: chromiumSwitches(),
  ...(executablePath === undefined ? {} : { executablePath }),
});
const room = await startRoom();
const cord = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
const strangers = await seatStrangers(room, others);
const terminals = new Terminals();
const locale = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
const open = <Surface extends SurfacePage>(
  Kind: new (page: SeatPage['page']) => Surface,
  address: string,
): Promise<Surface> => terminals.open(browser, Kind, address, locale);
const chair = await open(ChairPage, room.address('chair'));
const clerk = await open(ClerkPage, room.address('clerk'));
const screen = await open(ScreenPage, room.address('screen'));
const a02 = await open(SeatPage, room.address('A02'));
const a12 = await open(SeatPage, room.address('A12', cord.url));
const all = { seat: a02, chair, clerk, screen };
const take = (moment: string, surfaces: Readonly<Record<string, SurfacePage>>): Promise<void> =>
  takeLooks(folder, moment, surfaces);

try {
  await sitDown();
  await electronicVote();
  await raisedHands();
  await onPaper();
  await election();
  await aroundIt();
} finally {
  for (const stranger of strangers.values()) stranger.stop();
  await terminals.close();
  await browser.close();
  await cord.stop();
  await room.stop();
}

async function sitDown(): Promise<void> {
  await a02.packIsWhole();
  await a12.packIsWhole();
  await a02.enterPin(room.personAt('A02').pin);
  await a12.enterPin(room.personAt('A12').pin);
  await chair.enterPin(room.personAt('chair').pin);
  await clerk.enterPin(room.personAt('clerk').pin);
  for (const [place, stranger] of strangers) await signInAt(room, place, stranger);
  for (const step of ['Khai mạc', 'Bắt đầu nội dung 1', 'Sang nội dung 2']) await chair.step(step).click();
  await clerk.page.getByRole('tab', { name: /^Biểu quyết/ }).click();
  await a02.drawnPage(1).waitFor();
}

/** From prepared to the names by seat; A12 is cut off and comes late. */
async function electronicVote(): Promise<void> {
  await take('01-prepared', all);
  await chair.step('Mở biểu quyết').click();
  await a02.question.waitFor();
  await take('02-open', all);
  await a02.question.getByRole('button', { name: 'Tán thành', exact: true }).click();
  await take('03-chosen', { seat: a02 });
  await a02.vote('Tán thành');
  await a02.ballot.getByText('Đã ghi nhận').waitFor();
  await take('04-confirmed', { seat: a02 });
  cord.cut('blackhole');
  await a12.page.getByText('Mất kết nối · làm việc ngoại tuyến').waitFor();
  await a12.vote('Không tán thành');
  await a12.ballot.getByText('Đã lưu trên máy – chờ gửi').first().waitFor();
  await take('05-offline', { seat: a12 });
  for (const place of others) await cast(place, place === 'A10' ? 'abstain' : 'approve');
  await chair.step('Giữ phiên biểu quyết').click();
  await screen.page.getByText('Đang giữ phiên biểu quyết').waitFor();
  await take('06-held', all);
  await chair.step('Khóa biểu quyết…').click();
  await take('07-lock-question', { chair });
  await chair.button('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').waitFor();
  await take('08-locked', all);
  cord.heal();
  await chair.step('Quyết định phiếu đến muộn: 1').waitFor();
  await a12.linked.waitFor();
  await take('09-late', { seat: a12, chair, clerk });
  await chair.button('Chấp nhận').click();
  await chair.step('Công bố kết quả').click();
  await a02.tally.waitFor();
  await take('10-announced', all);
  await chair.button('Hiện danh sách trên màn hình').click();
  await screen.page.getByRole('list', { name: 'Ý kiến theo vị trí' }).waitFor();
  await take('11-names', { screen, chair, clerk });
}

async function raisedHands(): Promise<void> {
  await prepare('Chủ trương đầu tư công trung hạn giai đoạn 2026 – 2030 của tỉnh', 'giơ tay');
  await chair.step('Mở biểu quyết').click();
  await a02.page.getByText('Biểu quyết giơ tay', { exact: true }).waitFor();
  const desk = clerk.page.getByRole('region', { name: 'Kiểm phiếu' });
  await desk.getByLabel('Tán thành', { exact: true }).fill('10');
  await take('12-hands', all);
  await desk.getByLabel('Không tán thành').fill('2');
  await clerk.button('Ghi kết quả kiểm phiếu').click();
  await chair.button('Xác nhận đúng').waitFor();
  await take('13-hands-entered', { chair, clerk });
  await chair.button('Xác nhận đúng').click();
  await finish();
}

async function onPaper(): Promise<void> {
  await prepare('Công tác cán bộ', 'trên máy và phiếu giấy');
  await chair.step('Mở biểu quyết').click();
  await clerk.page.getByRole('button', { name: /Phát phiếu giấy cho/ }).click();
  await clerk.page.getByRole('option', { name: new RegExp(`A02 ${room.personAt('A02').name}`) }).click();
  await clerk.page.getByRole('button', { name: 'Tắt quyền trên máy và phát phiếu giấy' }).click();
  await a02.page.getByText('Đồng chí biểu quyết bằng phiếu giấy').waitFor();
  await take('14-paper', all);
  for (const place of others) await cast(place, 'approve');
  await a12.vote('Tán thành');
  const desk = clerk.page.getByRole('region', { name: 'Kiểm phiếu' });
  await desk.getByLabel('Thu về').fill('1');
  await desk.getByLabel('Không hợp lệ').fill('1');
  await clerk.button('Ghi kết quả kiểm phiếu').click();
  await chair.button('Xác nhận đúng').click();
  await finish();
  await take('15-paper-announced', all);
}

async function election(): Promise<void> {
  const form = clerk.page.getByRole('form', { name: 'Chuẩn bị biểu quyết' });
  await form.getByLabel('Nội dung biểu quyết').fill('Bầu bổ sung ba ủy viên Ban Chấp hành Đảng bộ tỉnh');
  await form.getByRole('button', { name: /Hình thức phiếu/ }).click();
  await clerk.page.getByRole('option', { name: 'Bầu cử' }).click();
  await form.getByLabel(/Danh sách bầu/).fill(candidates.join('\n'));
  await form.getByLabel('Số lượng cần bầu').fill('3');
  await form.getByRole('button', { name: /Văn bản biểu quyết/ }).click();
  await clerk.page.getByRole('option', { name: 'Không kèm văn bản' }).click();
  await take('16-election-form', { clerk });
  await form.getByRole('button', { name: 'Lưu phiên biểu quyết' }).click();
  await chair.step('Mở biểu quyết').click();
  await a02.question.waitFor();
  for (const digit of ['1', '3']) await a02.page.keyboard.press(digit);
  await take('17-election', all);
  await a02.page.keyboard.press('Enter');
  await a02.ballot.waitFor();
  for (const [at, place] of others.entries())
    await cast(place, { options: at % 3 === 0 ? [0, 2, 4] : [0, 2, 3] });
  await a12.question.getByRole('button', { name: candidates[1] ?? '', exact: true }).click();
  await a12.question.getByRole('button', { name: 'Gửi phiếu' }).click();
  await a12.ballot.waitFor();
  await finish();
  await take('18-election-announced', all);
}

/** The record that grew meanwhile, attendance by item, the registered speeches, what was left at a terminal. */
async function aroundIt(): Promise<void> {
  const { meetingId } = room.facts;
  for (const [place, itemId] of [
    ['A03', 'nd3'],
    ['A04', 'nd3'],
    ['A05', 'nd5'],
  ] as const) {
    const { participantId } = strangerAt(place);
    const asked = { requestId: `r-${place}`, meetingId, itemId, participantId };
    await strangerAt(place).ask('floor/request', { ...asked, kind: 'speak', replyTo: null });
  }
  await clerk.page.getByRole('tab', { name: 'Diễn biến' }).click();
  await take('19-registered', { chair, clerk });
  await clerk.page.getByRole('tab', { name: 'Điểm danh' }).click();
  await clerk.page.getByRole('radio', { name: 'Có mặt theo nội dung' }).click();
  await take('20-by-item', { clerk });
  await clerk.page.getByRole('radio', { name: 'Danh sách hiện nay' }).click();
  cord.cut('blackhole');
  await a12.page.getByText('Mất kết nối · làm việc ngoại tuyến').waitFor();
  await a12.button('Đăng ký phát biểu').click();
  const dp1 = await open(SeatPage, room.address('A12').replace('A12', 'DP1'));
  await dp1.packIsWhole();
  const { name } = room.personAt('A12');
  await clerk.choose(name);
  await clerk.button('Chuyển chỗ…').click();
  const move = clerk.page.getByRole('group', { name: `Chuyển chỗ: ${name} (A12)` });
  await move.getByRole('button', { name: 'Chuyển chỗ', exact: true }).click();
  cord.heal();
  await a12.button(/Không gửi được từ máy này/).click();
  await take('21-left-behind', { seat: a12, clerk });
  await a02.button('Rời máy').click();
  await take('22-leave', { seat: a02 });
}

function strangerAt(place: string): Stranger {
  const found = strangers.get(place);
  if (found === undefined) throw new Error(`no protocol client sits at ${place}`);
  return found;
}

async function cast(place: string, choice: unknown): Promise<void> {
  const stranger = strangerAt(place);
  const running = (): Readonly<Record<string, unknown>> | undefined =>
    stranger.records('vote').find(({ state }) => state === 'open' || state === 'held');
  await stranger.until(() => running() !== undefined);
  const { participantId } = stranger;
  const vote = running();
  await stranger.ask('ballot/cast', {
    voteId: vote?.['id'],
    participantId,
    choice,
    versionId: vote?.['versionId'],
  });
}

async function prepare(question: string, kind: string): Promise<void> {
  const form = clerk.page.getByRole('form', { name: 'Chuẩn bị biểu quyết' });
  await form.getByLabel('Nội dung biểu quyết').fill(question);
  await form.getByRole('button', { name: /Cách biểu quyết/ }).click();
  await clerk.page.getByRole('option', { name: kind, exact: true }).click();
  await form.getByRole('button', { name: 'Lưu phiên biểu quyết' }).click();
  await clerk.page.getByText('Đã chuẩn bị. Chủ trì mở biểu quyết').waitFor();
}

async function finish(): Promise<void> {
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
  await a02.tally.waitFor();
}
