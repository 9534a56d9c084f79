import { test, type Page } from '@playwright/test';
import type { RollOut, UpdatesOverview } from '../../src/shared/protocol/updates.ts';
import { deviceId, seatLabel } from '../../src/shared/records/ids.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { takePicture } from '../fixtures/take-picture.ts';

/** IT's page of updates; in order. What the hub itself does is proven at its route. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let room: TestRoom;
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name });

test.beforeAll(async ({ browser }) => {
  room = await startRoom();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(room.facts.admin.address);
  await page.getByLabel('Mật khẩu quản trị').fill(room.facts.admin.password ?? '');
  await button('Đăng nhập').click();
  await page.getByRole('tab', { name: 'Cập nhật' }).click();
});
test.afterAll(async () => {
  await page?.close();
  await room?.stop();
});

test('a folder without a release is refused with its sentence', async () => {
  await expect(page.getByText('Chưa nhận bản nào.')).toBeVisible();
  await expect(button('Nhận')).toBeDisabled();
  await page.getByLabel('Thư mục trên máy chủ').fill('/khong-co');
  await button('Nhận').click();
  await expect(page.getByText('Ở đây không có bản phát hành của Nghị Sự.')).toBeVisible();
  await takePicture(page, 'updates-refused');
});

test('a release is rolled out to one terminal, then to all, and stopped', async () => {
  const told: RollOut[] = [];
  let rollOut: RollOut = { version: null, target: { to: 'nobody' } };
  await page.route('**/v1/admin/updates', (route) => route.fulfill({ json: overviewWith(rollOut) }));
  await page.route('**/v1/admin/updates/roll-out', async (route) => {
    rollOut = route.request().postDataJSON() as RollOut;
    told.push(rollOut);
    await route.fulfill({ json: rollOut });
  });
  await expect(page.getByText('Bản 0.2.0')).toBeVisible();
  await expect(page.getByText('Nhanh hơn khi mở tập tài liệu.')).toBeVisible();
  await button('Triển khai…').click();
  await expect(button('Triển khai').last()).toBeVisible();
  const form = page.getByRole('region', { name: 'Triển khai bản 0.2.0' });
  await expect(form.getByRole('button', { name: 'Triển khai', exact: true })).toBeDisabled();
  await page.getByRole('row', { name: /Máy đại biểu A07/ }).click();
  await expect(form.getByText('1 máy đã chọn')).toBeVisible();
  await takePicture(page, 'updates-choose');
  await form.getByRole('button', { name: 'Triển khai', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Đang triển khai bản 0.2.0 cho: A07' })).toBeVisible();
  await takePicture(page, 'updates-one');

  await button('Triển khai…').click();
  await form.getByText('Tất cả', { exact: true }).click();
  await form.getByRole('button', { name: 'Triển khai', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Đang triển khai bản 0.2.0 cho tất cả các máy' }),
  ).toBeVisible();
  await button('Dừng triển khai').click();
  await expect(page.getByRole('heading', { name: 'Chưa triển khai bản nào' })).toBeVisible();
  expect(told).toEqual([
    { version: '0.2.0', target: { to: 'some', terminals: ['seat:A07'] } },
    { version: '0.2.0', target: { to: 'all' } },
    { version: null, target: { to: 'nobody' } },
  ]);
});

function overviewWith(rollOut: RollOut): UpdatesOverview {
  const terminal = (seat: string, more: Partial<UpdatesOverview['terminals'][number]>) => ({
    deviceId: deviceId.parse(`d-${seat}`),
    surface: 'seat' as const,
    seat: seatLabel.parse(seat),
    version: '0.1.0',
    installation: 'deb' as const,
    stage: 'idle' as const,
    percent: 0,
    failure: null,
    at: Date.UTC(2026, 10, 23, 8, 0),
    ...more,
  });
  return {
    hubVersion: '0.1.0',
    releases: [
      {
        version: '0.2.0',
        releasedAt: '2026-11-20T08:00:00.000Z',
        notes: 'Nhanh hơn khi mở tập tài liệu.\nBút vẽ không còn nhảy nét.',
        bytes: 128_000_000,
        installations: ['windows', 'deb'],
      },
    ],
    rollOut,
    terminals: [
      terminal('A07', {}),
      terminal('A08', { stage: 'downloading', percent: 40 }),
      terminal('A09', { stage: 'failed', failure: 'update/wrong-signature' }),
      terminal('A10', { version: '0.2.0', installation: 'windows' }),
    ],
    isMeetingOpen: false,
  };
}
