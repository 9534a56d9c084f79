import { writeFileSync } from 'node:fs';
import { test, type Page } from '@playwright/test';
import { signInAsIt, type ItDesk } from '../fixtures/room/it-desk.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { takePicture } from '../fixtures/take-picture.ts';
import type { PairingWish } from '../../src/shared/protocol/pairing.ts';
import { seatLabel } from '../../src/shared/records/ids.ts';
import { comeToBePaired } from '../stranger/paired-stranger.ts';

/** IT's page pairs a room and turns a machine out; in order. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let room: TestRoom;
let it: ItDesk;
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name });
const waiting = () => page.getByRole('region', { name: 'Máy đang chờ' });

function wish(seat: string | null): PairingWish {
  return {
    surface: 'seat',
    seat: seat === null ? null : seatLabel.parse(seat),
    machineName: `MAY-${seat ?? 'MOI'}`,
    macs: ['00:1a:2b:3c:4d:5e'],
  };
}

test.beforeAll(async ({ browser }) => {
  room = await startRoom({
    hubArguments: [
      ...['--lan', '127.0.0.1', '--no-discovery'],
      ...['--terminal-port', '0', '--pairing-port', '0', '--browser-port', '0'],
    ],
  });
  it = await signInAsIt(room);
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(room.facts.admin.address);
  await page.getByLabel('Mật khẩu quản trị').fill(room.facts.admin.password ?? '');
  await button('Đăng nhập').click();
  await page.getByRole('tab', { name: 'Ghép máy' }).click();
});

test.afterAll(async () => {
  await page?.close();
  await room?.stop();
});

test('names every line of a list of seats that is wrong, before anything is opened', async () => {
  await expect(page.getByText('Cửa sổ ghép máy đang đóng')).toBeVisible();
  await takePicture(page, 'it-1-closed');
  const file = test.info().outputPath('sai.csv');
  writeFileSync(file, 'tên;vị trí;vai trò;mac\nMáy 1;A01;đại biểu;00:11\nMáy 2;ZZZ;đại biểu;\n');
  const chooser = page.waitForEvent('filechooser');
  await button('Nhập danh sách CSV…').click();
  await (await chooser).setFiles(file);
  await expect(page.getByText(/Danh sách có \d+ chỗ sai/)).toBeVisible();
  await expect(page.getByText(/^Dòng 2: /)).toBeVisible();
  await expect(page.getByText(/^Dòng 3: /)).toBeVisible();
  await expect(button('Mở cửa sổ ghép máy')).toBeDisabled();
  await takePicture(page, 'it-2-list-wrong');
  await button('Bỏ danh sách').click();
});

test('[PAIR-1] shows the code of a machine that waits, and lets it in as IT says', async () => {
  await button('Mở cửa sổ ghép máy').click();
  await expect(page.getByText('Cửa sổ ghép máy đang mở')).toBeVisible();
  await expect(page.getByText(/Tự đóng sau 29:\d\d/)).toBeVisible();
  const { pairingPort } = await it.overview();
  const stranger = await comeToBePaired(Number(pairingPort), wish(null));
  const digits = `${stranger.code.slice(0, 3)} ${stranger.code.slice(3)}`;
  await expect(waiting().getByRole('img', { name: `Mã đối chiếu ${digits}` })).toBeVisible();
  const accept = waiting().getByRole('button', { name: 'Mã giống nhau: chấp nhận' });
  await expect(accept).toBeDisabled();
  await waiting().getByLabel('Vị trí').fill('A12');
  await takePicture(page, 'it-3-waiting');
  await accept.click();
  expect(await stranger.outcome()).toMatchObject({ status: 'accepted', seat: 'A12' });
  await expect(waiting().getByText('Đã vào phòng')).toBeVisible();
});

test('refuses a machine whose code is another one', async () => {
  const { pairingPort } = await it.overview();
  const stranger = await comeToBePaired(Number(pairingPort), wish('A13'));
  await waiting().getByRole('button', { name: 'Từ chối' }).click();
  await expect(waiting().getByText('Đã từ chối')).toBeVisible();
  expect(await stranger.outcome()).toEqual({ status: 'refused' });
});

test('pairs 37 of 60 machines by ticket, and says how far it is', async () => {
  const seats = Array.from(
    { length: 60 },
    (_, at) => `${at < 30 ? 'C' : 'D'}${String((at % 30) + 1).padStart(2, '0')}`,
  );
  const file = test.info().outputPath('vi-tri.csv');
  const lines = seats.map((seat) => `Máy ${seat};${seat};đại biểu;`);
  writeFileSync(file, `\uFEFFtên;vị trí;vai trò;mac\n${lines.join('\n')}\n`);
  await button('Mở lại từ đầu…').click();
  const chooser = page.waitForEvent('filechooser');
  await button('Nhập danh sách CSV…').click();
  await (await chooser).setFiles(file);
  await expect(page.getByText('vi-tri.csv: 60 máy')).toBeVisible();
  await button('Mở cửa sổ ghép máy').click();
  await expect(page.getByText('0 trên 60 máy')).toBeVisible();
  const download = page.waitForEvent('download');
  await button('Tải phiếu ghép máy').click();
  expect((await download).suggestedFilename()).toBe('nghisu-pairing.json');
  const { pairingPort } = await it.overview();
  const ticket = await it.ticket();
  for (const seat of seats.slice(0, 37)) {
    const stranger = await comeToBePaired(Number(pairingPort), wish(seat), ticket);
    expect(await stranger.outcome()).toMatchObject({ status: 'accepted', seat });
  }
  await expect(page.getByText('37 trên 60 máy')).toBeVisible();
  await takePicture(page, 'it-4-mass');
});

test('lists the devices with how they joined, and turns one out after asking once more', async () => {
  const row = page.getByRole('row', { name: /Máy đại biểu A12/ });
  await expect(row).toContainText('Ghép máy');
  await row.getByRole('button', { name: 'Thu hồi…' }).click();
  await expect(page.getByText('Thu hồi Máy đại biểu A12?')).toBeVisible();
  await takePicture(page, 'it-5-revoke');
  await button('Quay lại').click();
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Thu hồi…' }).click();
  await button('Thu hồi máy').click();
  await expect(row).toHaveCount(0);
  await page.getByText(/^Đã thu hồi \(1\)/).click();
  await expect(page.getByText(/Máy đại biểu A12 · .*MAY-MOI/)).toBeVisible();
});

test('lets browsers in, and shuts them out again', async () => {
  await button('Cho trình duyệt vào…').click();
  await expect(page.getByText('Trình duyệt được vào phòng')).toBeVisible();
  await button('Không cho trình duyệt vào').click();
  await expect(page.getByText('Trình duyệt không được vào phòng')).toBeVisible();
  await button('Đóng cửa sổ').click();
  await expect(page.getByText('Cửa sổ ghép máy đang đóng')).toBeVisible();
});
