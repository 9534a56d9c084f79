import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test } from '@playwright/test';
import { launchApp } from '../fixtures/launch-app.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { AdminPage } from '../pages/admin-page.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Terminals } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/**
 * *Kiểm tra phòng* with the room of the acceptance meeting: 24 seats, of which A02 has a clock that is 4 minutes fast and
 * A05 lacks one paper. Those two and A07 are pages; the others are clients of the protocol that tell what a terminal of
 * the product tells.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const fastMs = 240_000;
const terminals = new Terminals();
let room: TestRoom;
let strangers: Map<string, Stranger>;
let admin: AdminPage;
let a02: SeatPage;
let isBlocked = true;
let ticking: NodeJS.Timeout;

const GiB = 1024 ** 3;
const tellAll = (): void => {
  for (const stranger of strangers.values()) {
    if (!stranger.isLive) continue;
    stranger.report(stranger.records('document-version').map(({ id }) => String(id)));
    stranger.tellMachine({
      ...{ host: 'electron', version: '0.1.0', system: 'Windows 10.0.19045' },
      ...{ disk: { freeBytes: 80 * GiB, totalBytes: 120 * GiB } },
      ...{ memory: { freeBytes: 5 * GiB, totalBytes: 8 * GiB } },
      ...{ battery: { percent: 100, isPluggedIn: true }, lastError: null },
      ...{ clock: Date.now(), shownClock: Date.now(), latencyMs: 4 },
    });
  }
};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  room = await startRoom();
  const pages = ['A02', 'A05', 'A07'];
  const others = Object.keys(room.facts.surfaces.seats).filter((seat) => !pages.includes(seat));
  strangers = await seatStrangers(room, others);
  await Promise.all(
    [...strangers.values()].map((each) => each.until(() => each.records('document-version').length > 0)),
  );
  tellAll();
  ticking = setInterval(tellAll, 5_000);
  a02 = await openApart(SeatPage, 'A02', async (context) => {
    await context.addInitScript((ahead) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ahead;
    }, fastMs);
  });
  await openApart(SeatPage, 'A05', async (context) => {
    let first: string | null = null;
    await context.route('**/v1/blobs/*', async (route) => {
      first ??= route.request().url();
      return route.request().url() === first && isBlocked ? route.abort() : route.continue();
    });
  });
  const a07 = await openApart(SeatPage, 'A07');
  await a02.packIsWhole();
  await a07.packIsWhole();
  admin = await terminals.open(browser, AdminPage, room.facts.admin.address);

  async function openApart(
    Kind: typeof SeatPage,
    seat: string,
    prepare: (context: Awaited<ReturnType<typeof browser.newContext>>) => Promise<void> = async () => {},
  ): Promise<SeatPage> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await prepare(context);
    const page = new Kind(await context.newPage());
    await page.page.goto(room.address(seat));
    return page;
  }
});

test.afterAll(async () => {
  clearInterval(ticking);
  for (const stranger of strangers.values()) stranger.stop();
  await terminals.close();
  await room.stop();
});

/** Every time on the page is by the hub's clock: none of them is still to come. */
async function expectRoomTimes({ page }: SeatPage): Promise<void> {
  const told = [...(await page.locator('body').innerText()).matchAll(/\b(\d\d):(\d\d)\b/g)];
  expect(told.length).toBeGreaterThan(1);
  const now = new Date(Date.now() + 7 * 3_600_000);
  const minuteNow = now.getUTCHours() * 60 + now.getUTCMinutes();
  const ahead = told.filter(([, hour, minute]) => {
    const minutes = (Number(hour) * 60 + Number(minute) - minuteNow + 1440) % 1440;
    return minutes > 0 && minutes < 60;
  });
  expect(ahead.map(([text]) => text)).toEqual([]);
}

test('IT signs in with the password of the room, and with no other', async () => {
  await admin.signIn('mật khẩu nào đó');
  await expect(admin.page.getByText('Mật khẩu quản trị không đúng.')).toBeVisible();
  await expect(admin.machines).toHaveCount(0);
  await admin.signIn(room.facts.admin.password ?? '');
  await expect(admin.machines).toHaveCount(24);
});

test('[AT-08] one list: 24 seats with disk, version, clock and papers, and the two that need somebody', async () => {
  await expect(admin.counts).toHaveText('22 máy tốt1 cần xem1 phải xử lý');
  const good = admin.machine('B03');
  await expect(good).toContainText('Tốt');
  await expect(good).toContainText('khớp máy chủ');
  await expect(good).toContainText('đĩa 80 GB');
  await expect(good).toContainText('0.1.0');
  await expect(good).toContainText('4 ms');
  await expect(good).toContainText('đúng giờ');
  await expect(good).toContainText('100%, cắm điện');
});

test('[AT-08] a seat with a clock 4 minutes fast is shown, and shows the hub’s time', async () => {
  const row = admin.machine('A02');
  await expect(row).toContainText('Cần xem');
  await expect(row).toContainText('nhanh 4 phút; màn hình hiện đúng giờ máy chủ');
  await expect(row).toContainText(/hiển thị lệch 0(,\d)? giây/);
  await expectRoomTimes(a02);
});

test('[AT-08] a seat that lacks one paper is red, in words too, until it has it', async () => {
  const row = admin.machine('A05');
  await expect(row).toContainText('Phải xử lý');
  await expect(row).toContainText(/Bộ tài liệu: thiếu 1 trên \d+ tài liệu/);
  await expect(row).toContainText('trình duyệt không cho biết');
  const chip = row.locator('[data-tone=accent]');
  await expect(chip).toHaveText('Phải xử lý');
});

test('shows those with a problem alone, and sorts by what is worst', async () => {
  await admin.page.getByRole('radio', { name: /^Có vấn đề \(2\)/ }).click();
  await expect(admin.machines).toHaveCount(2);
  await admin.page.getByRole('columnheader', { name: 'Tình trạng' }).click();
  await admin.page.getByRole('columnheader', { name: 'Tình trạng' }).click();
  await expect(admin.machines.first()).toContainText('A05');
  await admin.page.getByRole('radio', { name: /Tất cả \(24\)/ }).click();
  await admin.page.getByRole('columnheader', { name: 'Chỗ' }).click();
  await expect(admin.machines.first()).toContainText('A01');
});

test('axe finds nothing serious on it', async () => {
  for (const tab of ['Kiểm tra phòng', 'Nhật ký kỹ thuật']) {
    await admin.openTab(tab);
    await expect(admin.page.getByRole('grid', { name: tab })).toBeVisible();
    // The control library says a sort aloud through passing nodes that point at what has been drawn anew since.
    const { violations } = await new AxeBuilder({ page: admin.page })
      .exclude('[data-live-announcer]')
      .analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      grave.map(({ id, nodes }) => `${tab}: ${id} ${nodes.map(({ target }) => String(target)).join(', ')}`),
    ).toEqual([]);
  }
});

test('is reached by the keyboard, and printed without its buttons', async () => {
  await admin.page.getByRole('tab', { name: 'Kiểm tra phòng' }).focus();
  await admin.page.keyboard.press('End');
  await expect(admin.page.getByRole('tab', { name: 'Nhật ký kỹ thuật' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await admin.page.keyboard.press('Home');
  await expect(admin.machines).toHaveCount(24);
  await admin.machine('A01').focus();
  await admin.page.keyboard.press('ArrowDown');
  await expect(admin.machine('A02')).toBeFocused();
  await admin.page.emulateMedia({ media: 'print' });
  await expect(admin.button('In')).toBeHidden();
  await expect(admin.page.getByRole('tab', { name: 'Ghép máy' })).toBeHidden();
  await expect(admin.page.getByRole('heading', { name: /^Kiểm tra phòng họp, \d\d:/ })).toBeVisible();
  const { length } = await admin.page.pdf({ format: 'A4', landscape: true });
  expect(length).toBeGreaterThan(20_000);
  await admin.page.emulateMedia({ media: null });
});

test('the technical log is looked through and handed to support', async () => {
  await admin.openTab('Nhật ký kỹ thuật');
  await admin.page.getByRole('radio', { name: 'Việc quản trị' }).click();
  const log = admin.page.getByRole('grid', { name: 'Nhật ký kỹ thuật' });
  await expect(log).toContainText('admin/signed-in');
  await expect(log).toContainText('admin/sign-in-refused');
  await admin.page.getByLabel('Tìm trong nhật ký').fill('wrong-password');
  await expect(log).not.toContainText('admin/signed-in');
  const download = admin.page.waitForEvent('download');
  await admin.button('Tải về cho bộ phận hỗ trợ').click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const lines = text.trim().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ product: 'nghi-su', lines: lines.length - 1 });
  expect(text).toContain('hub/started');
  expect(text).not.toContain(room.facts.admin.password ?? 'none');
});

test('the program opens it as a window of its own, whose one channel reaches the administration alone', async () => {
  const app = await launchApp({ args: [`--admin=${room.facts.hub}`] });
  try {
    const window = new AdminPage(await app.firstWindow());
    await window.signIn(room.facts.admin.password ?? '');
    await expect(window.machines).toHaveCount(24);
    const asked = await window.page.evaluate(async () => {
      const api = (globalThis as unknown as { nghisuAdmin: { ask(request: unknown): Promise<unknown> } })
        .nghisuAdmin;
      const ask = (path: string): Promise<string> =>
        api.ask({ method: 'GET', path, token: null, isUnattended: false }).then(
          () => 'answered',
          () => 'refused',
        );
      return await Promise.all(
        [
          '/v1/admin/health',
          '/v1/log',
          '/v1/admin/../log',
          '/v1/admin/%2e%2e/log',
          '//elsewhere/v1/admin/x',
        ].map(ask),
      );
    });
    expect(asked).toEqual(['answered', 'refused', 'refused', 'refused', 'refused']);
    expect(await window.page.evaluate(() => 'nghisu' in globalThis)).toBe(false);
    expect(window.errors).toEqual([]);
  } finally {
    await app.kill();
  }
});

test('[AT-08] [AT-10] turns good by itself, and after a start of the hub all 24 are back within 10 s', async () => {
  await admin.openTab('Kiểm tra phòng');
  isBlocked = false;
  await expect(admin.machine('A05')).toContainText('Tốt');
  await expect(admin.counts).toHaveText('23 máy tốt1 cần xem');
  await room.shutDown();
  await expect(admin.page.getByText('Mất liên lạc với máy chủ')).toBeVisible();
  await expect(a02.page.getByText(/làm việc ngoại tuyến/)).toBeVisible();
  await expectRoomTimes(a02);
  await room.restart();
  const begun = Date.now();
  await expect(admin.page.getByText(/Phiên quản trị đã kết thúc/)).toBeVisible();
  await admin.signIn(room.facts.admin.password ?? '');
  await expect(admin.machines).toHaveCount(24);
  await expect(admin.machines.filter({ hasText: /chưa kết nối|mất kết nối/ })).toHaveCount(0);
  expect(Date.now() - begun).toBeLessThan(10_000);
  await expect(admin.counts).toHaveText('23 máy tốt1 cần xem');
  expect(admin.errors).toEqual([]);
  expect(admin.dialogs).toEqual([]);
});
