import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { PlainWindowPage } from '../pages/plain-page.ts';

/** The terminal program under the settings of its machine: what they fix, what is said of a fault, and the two questions. */

let app: AppHandle | null = null;
let folder = '';
let userData = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-settings-'));
  userData = mkdtempSync(join(tmpdir(), 'nghi-su-policy-'));
});

test.afterEach(async () => {
  await app?.kill();
  app = null;
  for (const each of [folder, userData]) rmSync(each, { recursive: true, force: true });
});

/** Nobody answers there: settings need no hub. */
const nowhere = 'http://127.0.0.1:9';

async function launch(...args: readonly string[]): Promise<AppHandle> {
  app = await launchApp({ userData, args, env: { NGHISU_SETTINGS_FOLDER: folder } });
  return app;
}

function settle(name: 'policy.json' | 'settings.json', text: string): void {
  writeFileSync(join(folder, name), text, { mode: 0o644 });
}

const shown = (running: AppHandle) =>
  running.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      kiosk: window.isKiosk(),
    })),
  );

test('a policy decides what is opened, as a kiosk and in its language, whatever the command line says', async () => {
  settle(
    'policy.json',
    '{"terminal.kiosk": true, "terminal.surfaces": ["seat:A07"], "language": "en", "terminal.idleLockMinutes": 9}',
  );
  settle(
    'settings.json',
    `{"room.addresses": ["${nowhere}"], "largeText": true, "terminal.surfaces": ["screen"]}`,
  );
  const running = await launch('--surfaces=chair', `--hub=${nowhere}`);
  const page = await running.firstWindow();
  expect(await shown(running)).toEqual([
    {
      url: 'app://nghisu/seat/A07?language=en&largeText=true&idleLock=9&fixed=language',
      kiosk: true,
    },
  ]);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-text', '125');
});

test('settings with a fault open nothing and say where it is; put right, the program begins anew', async () => {
  settle('policy.json', '{\n  "terminal.kiosk": "yes"\n}');
  const running = await launch(`--hub=${nowhere}`, '--surfaces=chair');
  const notice = await PlainWindowPage.with(running, 'policy.json:2:21');
  await expect(notice.page.locator('#plain')).toContainText('"terminal.kiosk" phải là true hoặc false');
  await expect(notice.page.locator('#plain')).toContainText('must be true or false');
  expect(await shown(running)).toHaveLength(1);

  const over = notice.page.waitForEvent('close');
  await notice.press('retry');
  await over;
  await PlainWindowPage.with(running, 'policy.json:2:21');
  settle('policy.json', '{"terminal.kiosk": false}');
  const again = await PlainWindowPage.with(running, 'policy.json:2:21');
  await again.press('retry');
  expect(await running.exited()).toBe(0);
  app = null;
});

test('the program says what is in force instead of opening', async () => {
  settle('policy.json', '{"terminal.kiosk": true}');
  const running = await launch('--print-policy', '--surfaces=chair', `--hub=${nowhere}`);
  expect(await running.exited()).toBe(0);
  expect(running.output()).toMatch(/terminal\.kiosk\s+true\s+chính sách \(tệp\)\s+\S*policy\.json:1\n/);
  expect(running.output()).toMatch(/terminal\.surfaces\s+\["chair"\]\s+dòng lệnh\s+--surfaces\n/);
  app = null;
});

test('what is in force comes as JSON too, with its faults and exit code 2', async () => {
  settle('settings.json', '{"terminal.kisok": true}');
  const running = await launch('--print-policy', '--json');
  expect(await running.exited()).toBe(2);
  const [text] = /\{[^]*\}/.exec(running.output()) ?? [];
  expect(JSON.parse(text ?? '')).toMatchObject({
    faults: [{ code: 'policy/unknown-key', key: 'terminal.kisok', line: 1, column: 2 }],
  });
  app = null;
});

test('the doctor of a new machine says what is missing, and makes nothing', async () => {
  settle('policy.json', '{"terminal.surfaces": ["screen@3"]}');
  const running = await launch('--doctor', '--json');
  expect(await running.exited()).toBe(2);
  const [text] = /\{[^]*\}/.exec(running.output()) ?? [];
  const { findings } = JSON.parse(text ?? '') as { findings: { check: string; level: string }[] };
  const levels = Object.fromEntries(findings.map(({ check, level }) => [check, level]));
  expect(levels).toMatchObject({
    policy: 'ok',
    pairing: 'bad',
    link: 'warning',
    display: 'bad',
    'disk-space': 'ok',
  });
  expect(existsSync(join(userData, 'keys'))).toBe(false);
  expect(readdirSync(userData)).not.toContain('terminals');
  app = null;
});

test('the doctor of a machine that was used finds its keys, papers and requests readable', async () => {
  const used = await launch(`--hub=${nowhere}`, '--surfaces=seat:A07');
  await used.firstWindow();
  await used.quit();
  const running = await launch('--doctor');
  expect(await running.exited()).toBe(2);
  const output = running.output();
  expect(output).toContain('[  ổn   ] Kho tài liệu: 0 tệp, đọc được');
  expect(output).toContain('[  ổn   ] Hàng chờ gửi: 0 yêu cầu chờ gửi');
  expect(output).toContain('[  HỎNG ] Kết nối máy chủ: máy chủ không trả lời');
  expect(output).toContain('[ lưu ý ] Ghép nối và chứng thư: kết nối không mã hóa');
  app = null;
});
