import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, type Page } from '@playwright/test';
import { hashItPassword, itPasswordSaltBytes } from '../../src/shared/policy/it-password.ts';
import { findElectron, launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { PlainWindowPage } from '../pages/plain-page.ts';

/** The shell around the windows: displays, kiosk, crashes, and what is said when a machine is not as it should be. */

let app: AppHandle | null = null;
let userData = '';
const mounted = new Set<() => void>();
const runsElectron = process.env['E2E_TARGET'] !== 'double' && findElectron() !== null;
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
const mountReason = 'a disk of our own can only be mounted by root on Linux';

test.beforeEach(() => {
  test.setTimeout(120_000);
  userData = mkdtempSync(join(tmpdir(), 'nghi-su-shell-'));
});

test.afterEach(async () => {
  await app?.kill();
  app = null;
  for (const unmount of mounted) unmount();
  rmSync(userData, { recursive: true, force: true });
});

/** Nobody answers there: the shell needs no hub. */
const nowhere = 'http://127.0.0.1:9';
const seat = `--address=${nowhere}/seat/A07`;

async function launch(args: readonly string[], env: Record<string, string> = {}): Promise<AppHandle> {
  app = await launchApp({ userData, args, env });
  return app;
}

interface Standing {
  readonly url: string;
  readonly bounds: { x: number; y: number; width: number; height: number };
  readonly kiosk: boolean;
  readonly fullScreen: boolean;
}

async function standings(running: AppHandle): Promise<readonly Standing[]> {
  return running.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      bounds: window.getBounds(),
      kiosk: window.isKiosk(),
      fullScreen: window.isFullScreen(),
    })),
  );
}

function log(): string {
  const files = readdirSync(join(userData, 'logs')).filter((name) => name.startsWith('app'));
  return files.map((name) => readFileSync(join(userData, 'logs', name), 'utf8')).join('');
}

/** Waits for a page of ours that can be asked: not one that has crashed. */
async function livePage(running: AppHandle): Promise<Page> {
  return running.window((page) => page.evaluate(() => 'nghisu' in window).catch(() => false));
}

test.describe('displays', () => {
  test('a chair has its console on one display and the room’s screen fills the other', async () => {
    const running = await launch([`--hub=${nowhere}`, '--surfaces=chair,screen'], {
      DOUBLE_DISPLAYS: '1920x1080,1366x768',
    });
    await expect.poll(async () => (await standings(running)).length).toBe(2);
    await expect
      .poll(async () => (await standings(running)).map(({ url }) => url))
      .toEqual(['app://nghisu/chair', 'app://nghisu/screen']);
    const [chair, screen] = await standings(running);
    expect(chair).toMatchObject({ fullScreen: false, bounds: { x: 277, width: 1366 } });
    expect(screen?.fullScreen).toBe(true);
  });

  test('a display that is missing is said, and followed when it comes and goes', async () => {
    const running = await launch([`--hub=${nowhere}`, '--surfaces=screen@2']);
    const notice = await PlainWindowPage.with(running, 'Không thấy màn hình đã chọn');
    await expect(notice.page.getByText('screen: 2')).toBeVisible();
    const plug = (count: number): Promise<void> =>
      running.evaluate(({ screen }, displays) => {
        const first = screen.getPrimaryDisplay();
        const bounds = { x: 1920, y: 0, width: 1280, height: 720 };
        const second = { ...first, id: 77, label: 'HDMI-1', bounds, workArea: bounds };
        Object.assign(screen, { getAllDisplays: () => [first, second].slice(0, displays) });
        (screen as unknown as { emit(name: string): void }).emit(
          displays === 2 ? 'display-added' : 'display-removed',
        );
      }, count);
    await plug(2);
    await expect.poll(() => PlainWindowPage.count(running)).toBe(0);
    const screenStanding = async (): Promise<Standing | undefined> =>
      (await standings(running)).find(({ url }) => url.endsWith('/screen'));
    await expect.poll(async () => (await screenStanding())?.fullScreen).toBe(true);
    await plug(1);
    await expect.poll(async () => (await screenStanding())?.fullScreen).toBe(false);
    expect((await screenStanding())?.bounds).toMatchObject({ x: 277, width: 1366 });
    await PlainWindowPage.with(running, 'Không thấy màn hình đã chọn');
    expect(log()).toContain('"event":"display/missing","surface":"screen","wish":2');
  });
});

test.describe('the kiosk', () => {
  test('fills the display and refuses to close, to end and to shrink', async () => {
    const running = await launch([seat, '--kiosk']);
    await livePage(running);
    expect(await standings(running)).toMatchObject([{ kiosk: true, fullScreen: true }]);
    const left = await running.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.close();
      window?.minimize();
      window?.setFullScreen(false);
      electronApp.quit();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const windows = BrowserWindow.getAllWindows();
      return [windows.length, windows[0]?.isMinimized(), windows[0]?.isFullScreen(), windows[0]?.isKiosk()];
    });
    expect(left).toEqual([1, false, true, true]);
    expect(log()).toContain('kiosk/close-refused');
    expect(log()).toContain('kiosk/end-refused');
    expect(log()).toContain('kiosk/full-screen-left');
  });

  test('keeps keys that lead out from the page, and lets the others through', async () => {
    const running = await launch([seat, '--kiosk']);
    const page = await livePage(running);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.addEventListener('keydown', ({ key }) => heard.push(key), true);
    });
    const press = (keyCode: string, modifiers: string[] = []): Promise<void> =>
      running.evaluate(
        ({ BrowserWindow }, [code, held]) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: code, modifiers: held as never });
          window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: code, modifiers: held as never });
        },
        [keyCode, modifiers] as const,
      );
    for (const key of ['F5', 'F11', 'F12', 'F1']) await press(key);
    for (const key of ['R', 'W', 'P', 'N', 'O', 'S', '0']) await press(key, ['control']);
    await press('I', ['control', 'shift']);
    await press('F4', ['alt']);
    await press('PageDown');
    await press('F9');
    const heard = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect
      .poll(async () => (await heard()).filter((key) => !['Control', 'Shift', 'Alt'].includes(key)))
      .toEqual(['PageDown', 'F9']);
  });

  test('is asked for by a chord, and left where the machine has no IT password', async () => {
    const running = await launch([seat, '--kiosk']);
    await livePage(running);
    await running.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
        type: 'keyDown',
        keyCode: 'T',
        modifiers: ['control', 'alt', 'shift'],
      }),
    );
    const panel = await PlainWindowPage.with(running, 'chưa có mật khẩu IT');
    expect(await panel.actions).toEqual(['leave-kiosk', 'export-log', 'quit', 'return-to-kiosk']);
    await panel.press('leave-kiosk');
    await expect.poll(async () => (await standings(running)).map(({ kiosk }) => kiosk)).toEqual([false]);
    expect(log()).toContain('kiosk/no-password');
    expect(log()).toContain('kiosk/left');
    expect(await running.quit()).toBe(0);
  });

  test('is left by the IT password of the policy alone, and every try is written down', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nghi-su-settings-'));
    const password = 'Sơn La 2026, tầng 3';
    const hash = await hashItPassword(password, randomBytes(itPasswordSaltBytes));
    writeFileSync(join(folder, 'policy.json'), JSON.stringify({ 'terminal.unlockHash': hash }), {
      mode: 0o644,
    });
    const running = await launch([seat, '--kiosk'], { NGHISU_SETTINGS_FOLDER: folder });
    await livePage(running);
    await running.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
        type: 'keyDown',
        keyCode: 'T',
        modifiers: ['control', 'alt', 'shift'],
      }),
    );
    const panel = await PlainWindowPage.with(running, 'Nhập mật khẩu IT');
    expect(await panel.actions).toEqual([]);
    await panel.password.fill('mat khau sai');
    await panel.password.press('Enter');
    await expect(panel.said).toContainText('Mật khẩu IT không đúng.', { timeout: 20_000 });
    await panel.page.screenshot({ path: test.info().outputPath('leave-panel.png') });
    expect(await standings(running)).toMatchObject([{ kiosk: true }, {}]);
    // The keys on the screen are for a seat without a keyboard.
    for (const key of ['s', 'o', 'n'])
      await panel.page.getByRole('button', { name: key, exact: true }).click();
    expect(await panel.password.inputValue()).toBe('son');
    await panel.password.fill(password);
    await panel.password.press('Enter');
    await panel.press('leave-kiosk');
    await expect.poll(async () => (await standings(running)).map(({ kiosk }) => kiosk)).toEqual([false]);
    expect(log()).toContain('"event":"kiosk/tried","outcome":"shell/wrong-password"');
    expect(log()).toContain('"event":"kiosk/tried","outcome":"right"');
    expect(log()).not.toContain('mat khau sai');
    rmSync(folder, { recursive: true, force: true });
  });

  test('is asked for by a long press in the corner', async () => {
    const running = await launch([seat, '--kiosk']);
    const page = await livePage(running);
    await expect(page.getByLabel('Mã phòng')).toBeVisible();
    await page.mouse.move(8, 8);
    await page.mouse.down();
    await PlainWindowPage.with(running, 'chưa có mật khẩu IT');
    await page.mouse.up();
  });

  test('writes down that the focus was lost, and for how long', async () => {
    const running = await launch([seat, '--kiosk']);
    await livePage(running);
    const isFocused = (): Promise<boolean | undefined> =>
      running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused());
    await expect.poll(isFocused).toBe(true);
    await running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
    await expect.poll(log).toContain('"event":"focus/lost","window":"seat-A07","kiosk":true');
    await expect.poll(log).toMatch(/"event":"focus\/back","window":"seat-A07","awayMs":\d+/);
    await running.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect.poll(log).toContain('machine/suspend');
  });

  test('lets the program end with the machine', async () => {
    const running = await launch([seat, '--kiosk']);
    await livePage(running);
    await running.evaluate(({ powerMonitor }) => powerMonitor.emit('shutdown'));
    expect(await running.quit()).toBe(0);
  });
});

test.describe('a machine that is not as it should be', () => {
  const settings = (): string => join(userData, 'settings.json');

  test('half-written settings: put aside and said', async () => {
    writeFileSync(settings(), '{ "terminals": [ { "surface": "se');
    const running = await launch([]);
    await PlainWindowPage.with(running, 'Tệp cài đặt của máy này bị hỏng');
    expect(readdirSync(userData).filter((name) => name.startsWith('settings.json.damaged-'))).toHaveLength(1);
  });

  test('a wrong command line: said with what is wrong', async () => {
    const running = await launch(['--address=ftp://hub/seat/A07']);
    const notice = await PlainWindowPage.with(running, 'Lệnh khởi động của máy này chưa đúng');
    await expect(notice.page.getByText('ftp://hub/seat/A07 is not the address of a hub')).toBeVisible();
    await notice.press('quit');
    expect(await running.exited()).toBe(1);
  });

  test('a half-written database of a terminal: put aside, said, and the seat opens', async () => {
    let running = await launch([seat]);
    await livePage(running);
    await running.kill();
    const folder = join(userData, 'terminals', 'seat-A07');
    writeFileSync(join(folder, 'terminal.sqlite'), Buffer.alloc(9000, 0x41));
    rmSync(join(folder, 'terminal.sqlite-wal'), { force: true });
    running = await launch([seat]);
    await PlainWindowPage.with(running, 'Dữ liệu của một vị trí trên máy này bị hỏng');
    await livePage(running);
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  test('a half-written request of an outbox: kept, said, and the seat opens', async () => {
    let running = await launch([seat]);
    await livePage(running);
    expect(await running.quit()).toBe(0);
    const file = join(userData, 'terminals', 'seat-A07', 'terminal.sqlite');
    const before = new DatabaseSync(file);
    before.prepare('INSERT INTO outbox (name, sealed) VALUES (?, ?)').run('half', randomBytes(20));
    before.close();
    running = await launch([seat]);
    const notice = await PlainWindowPage.with(running, 'Có yêu cầu đã giữ trên máy này không đọc được');
    await expect(notice.page.getByText('A07', { exact: true })).toBeVisible();
    await livePage(running);
    expect(await running.quit()).toBe(0);
    const after = new DatabaseSync(file);
    expect(after.prepare('SELECT name FROM outbox').all()).toEqual([{ name: 'half' }]);
    after.close();
  });

  test('a half-written vault: what is damaged is fetched again, and the seat opens', async () => {
    const vault = join(userData, 'terminals', 'seat-A07', 'vault');
    mkdirSync(join(vault, 'm-half'), { recursive: true });
    writeFileSync(join(vault, 'm-half', 'key'), 'half a ke');
    writeFileSync(join(vault, 'stray'), 'x');
    const running = await launch([seat]);
    await livePage(running);
  });

  test('a profile that may not be written: said, and opens when it may', async () => {
    test.skip(!mayMount, mountReason);
    const stopMount = mountFull('ro,size=16k');
    const running = await launch([seat]);
    const notice = await PlainWindowPage.with(running, 'không cho ghi vào thư mục dữ liệu');
    expect(await notice.actions).toEqual(['retry', 'export-log', 'quit']);
    stopMount();
    await notice.press('retry');
    await livePage(running);
  });

  test('a full disk: said, and opens when there is room', async () => {
    test.skip(!mayMount, mountReason);
    const stopMount = mountFull('size=16k');
    const running = await launch([seat]);
    const notice = await PlainWindowPage.with(running, 'Ổ đĩa của máy này đã đầy');
    stopMount();
    await notice.press('retry');
    await livePage(running);
  });

  test('a keyring that is not there: nothing is thrown away', async () => {
    test.skip(runsElectron, 'the keyring of a real machine cannot be taken away by a test');
    const first = await launch([seat]);
    await livePage(first);
    await first.kill();
    const running = await launch([seat], { DOUBLE_KEYRING: 'none' });
    await PlainWindowPage.with(running, 'Không mở được kho khóa của máy này');
    expect(readdirSync(join(userData, 'keys'))).toEqual(['machine-key.sealed']);
  });
});

/** Mounts a small disk where terminals keep their data; it is taken away by the function, or after the test. */
function mountFull(options: string): () => void {
  const folder = join(userData, 'terminals');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  const unmount = (): void => {
    if (mounted.delete(unmount)) execFileSync('umount', ['-l', folder]);
  };
  mounted.add(unmount);
  return unmount;
}
