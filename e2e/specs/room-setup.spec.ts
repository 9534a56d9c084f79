import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import AxeBuilder from '@axe-core/playwright';
import { test, type Page } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { takePicture } from '../fixtures/take-picture.ts';

/** The first start of a hub with nothing in its folder: IT makes the room at its page, and backs it up. In order. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const password = 'Phòng họp tầng 3, 2026';
const folder = mkdtempSync(join(tmpdir(), 'nghi-su-setup-'));
const stick = join(folder, 'usb');
let hub: ChildProcess;
let page: Page;

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Without what React Aria announced of a button that is gone by now. */
async function violations(): Promise<readonly string[]> {
  const looked = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  return looked.violations.map(({ id }) => id);
}

test.beforeAll(async ({ browser }) => {
  mkdirSync(stick);
  const entry = join(import.meta.dirname, '..', '..', 'src', 'hub', 'start', 'main.ts');
  hub = spawn(process.execPath, [entry, '--data', join(folder, 'data'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (hub.stdout === null) throw new Error('the hub says nothing');
  const [line] = (await once(createInterface({ input: hub.stdout }), 'line')) as [string];
  const { hub: address } = JSON.parse(line) as { hub: string };
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  await page.goto(`${address}/admin`);
});

test.afterAll(async () => {
  await page?.close();
  hub.kill('SIGTERM');
  await once(hub, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

test('a hub without a room offers to make it, and refuses a weak password', async () => {
  await expect(page.getByRole('heading', { name: 'Lập phòng họp' })).toBeVisible();
  await page.getByLabel('Tên phòng họp').fill('Phòng họp số 1');
  await page.getByRole('button', { name: /Cơ quan/ }).click();
  await page.getByRole('option', { name: 'Ban Thường vụ Tỉnh ủy' }).click();
  await page.getByLabel('Mật khẩu quản trị', { exact: true }).fill('1234567890');
  await expect(button('Lập phòng họp')).toBeDisabled();
  await page.getByLabel('Nhập lại mật khẩu').fill('1234567890');
  await button('Lập phòng họp').click();
  await expect(page.getByRole('status').filter({ hasText: 'Mật khẩu' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await takePicture(page, 'it-setup');
});

test('it shows the recovery key once, with a page to print, and then asks for the password', async () => {
  await page.getByLabel('Mật khẩu quản trị', { exact: true }).fill(password);
  await page.getByLabel('Nhập lại mật khẩu').fill(password);
  await button('Lập phòng họp').click();
  const key = page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){5}$/);
  await expect(key).toBeVisible();
  expect(await violations()).toEqual([]);
  await takePicture(page, 'it-recovery-key');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Tải trang in').click()]);
  expect(download.suggestedFilename()).toBe('khoa-khoi-phuc.html');
  await button('Đã in và cất khóa').click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập quản trị' })).toBeVisible();
  await expect(key).toHaveCount(0);
});

test('the tab of backups says that there is none, makes one on a stick, and checks it', async () => {
  await page.getByLabel('Mật khẩu quản trị', { exact: true }).fill(password);
  await button('Đăng nhập').click();
  await page.getByRole('tab', { name: 'Sao lưu' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có bản sao lưu nào' })).toBeVisible();
  await expect(button('Sao lưu ngay')).toBeDisabled();
  await page.getByLabel('Thư mục trên máy chủ').fill(join(folder, 'not-there'));
  await button('Sao lưu ngay').click();
  await expect(page.getByText('Không thấy thư mục sao lưu')).toBeVisible();
  await page.getByLabel('Thư mục trên máy chủ').fill(stick);
  await button('Sao lưu ngay').click();
  await expect(page.getByRole('heading', { name: /Bản gần nhất: / })).toBeVisible();
  await expect(page.getByText('Không thấy thư mục sao lưu')).toHaveCount(0);
  expect(readdirSync(stick)).toHaveLength(1);
  await button('Kiểm tra bản gần nhất').click();
  await expect(page.getByText(/Bản .* nguyên vẹn/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await takePicture(page, 'it-backups');
});
