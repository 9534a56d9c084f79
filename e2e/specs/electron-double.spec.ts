import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@playwright/test';
import * as checks from '../fixtures/electron-double/fidelity-checks.ts';
import { mutations, type Mutation } from '../fixtures/electron-double/fidelity-mutations.ts';
import { findElectron, launchApp, type AppHandle, type LaunchOptions } from '../fixtures/launch-app.ts';

const fixtureApp = join(import.meta.dirname, '../fixtures/electron-double/fixture-app');

async function launchFixture(options: LaunchOptions = {}): Promise<AppHandle> {
  return launchApp({ cwd: fixtureApp, ...options });
}

/** The promises hold for both; what concerns the stand-ins themselves is skipped where real Electron runs. */
const runsDouble = process.env['E2E_TARGET'] === 'double' || findElectron() === null;
const onlyDouble = 'this concerns the double alone, and there is a real Electron';

/** Runs a body with a started fixture application that is ended whatever happens. */
async function withFixture(
  body: (app: AppHandle) => Promise<void>,
  options: LaunchOptions = {},
): Promise<void> {
  const app = await launchFixture(options);
  try {
    await body(app);
  } finally {
    await app.kill();
  }
}

test.describe('promises of the electron double, on one application', () => {
  let app: AppHandle;

  test.beforeAll(async () => {
    app = await launchFixture();
  });

  test.afterAll(async () => {
    expect(await app.quit()).toBe(0);
  });

  const promises: [string, checks.Check][] = [
    ['the page sees neither Node nor ipcRenderer', checks.isolatedWorld],
    ['the page cannot change the bridge', checks.frozenBridge],
    ['bridge calls, callbacks, promises and errors cross the worlds', checks.bridgeCalls],
    ['IPC carries values as the structured clone does', checks.ipcTypes],
    ['IPC messages go both ways', checks.ipcMessages],
    ['IPC errors arrive in Electron’s words', checks.ipcErrors],
    ['the main process knows which frame speaks', checks.senderFrame],
    ['a page from elsewhere is not taken for ours', checks.foreignSenderRefused],
    ['the custom scheme serves files, forms, streams and workers', checks.ownProtocol],
    ['Chromium enforces the content security policy of the custom scheme', checks.contentSecurityPolicy],
    ['webRequest cancels requests of pages', checks.requestsAreHooked],
    ['window.open and target=_blank ask the main process and open nothing', checks.windowOpenDenied],
    ['will-navigate keeps the document', checks.navigationPrevented],
    ['will-frame-navigate tells of frames', checks.frameNavigationPrevented],
    ['permissions are denied by Chromium', checks.permissionsDenied],
    ['will-download stops downloads', checks.downloadsPrevented],
    ['a partition has protocol handlers and rules of its own', checks.partitionsAreApart],
    ['Chromium prints what a page shows', checks.printsAreDrawn],
    ['keys go through before-input-event', checks.keysGoThroughTheGuard],
    ['safeStorage seals and unseals', checks.secretsAreSealed],
    ['a utility process answers', checks.childProcess],
    ['a second instance hands over its arguments and ends', checks.singleInstance],
    ['a crashed renderer is reported and can be reloaded', checks.crashIsReportedAndRepaired],
  ];
  for (const [title, check] of promises) {
    test(title, async () => check(app));
  }
});

test('the application quits after its last window', async () => {
  await withFixture(async (app) => {
    await app.firstWindow();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await app.exited()).toBe(0);
  });
});

test('a listener of close or before-quit may refuse', async () => {
  await withFixture(async (app) => {
    await app.firstWindow();
    await app.evaluate(({ app: electronApp, BrowserWindow }) => {
      const keep = (event: { preventDefault(): void }): void => event.preventDefault();
      BrowserWindow.getAllWindows()[0]?.once('close', keep);
      electronApp.once('before-quit', keep);
      BrowserWindow.getAllWindows()[0]?.close();
      electronApp.quit();
    });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await app.quit()).toBe(0);
  });
});

test('what a page stores survives a restart and SIGKILL, and clearStorageData deletes it', async () => {
  let app = await launchFixture();
  const { userData } = app;
  const store = async (): Promise<void> => {
    const page = await app.firstWindow();
    await page.evaluate(async () => {
      localStorage.setItem('key', 'kept');
      const file = await (await navigator.storage.getDirectory()).getFileHandle('kept', { create: true });
      const writable = await file.createWritable();
      await writable.write('opfs');
      await writable.close();
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('kept', 1);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
        request.addEventListener('error', () => reject(new Error('IndexedDB failed')));
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('rows', 'readwrite', { durability: 'strict' });
          transaction.objectStore('rows').put('indexed', 'key');
          transaction.addEventListener('complete', resolve);
        });
      });
    });
  };
  const stored = async (): Promise<unknown> => {
    const page = await app.firstWindow();
    return page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await root.getFileHandle('kept').then(
        (handle) => handle.getFile(),
        () => null,
      );
      const databases = await indexedDB.databases();
      return [localStorage.getItem('key'), (await file?.text()) ?? null, databases.map(({ name }) => name)];
    });
  };
  const all = ['kept', 'opfs', ['kept']];
  await store();
  expect(await stored()).toEqual(all);
  expect(await app.quit()).toBe(0);

  app = await launchFixture({ userData });
  expect(await stored()).toEqual(all);
  await app.kill();

  app = await launchFixture({ userData });
  expect(await stored()).toEqual(all);
  await app.kill();

  app = await launchFixture({ userData });
  await app.firstWindow();
  await app.evaluate(async ({ session }) => session.defaultSession.clearStorageData());
  expect(await stored()).toEqual([null, null, []]);
  await app.kill();
});

test('a killed double takes its Chromium and its children with it', async () => {
  test.skip(!runsDouble, onlyDouble);
  test.skip(process.platform !== 'linux', 'processes are listed through /proc');
  const app = await launchFixture();
  const page = await app.firstWindow();
  await page.evaluate(() => window.fixture.doubleInChild(1));
  const profile = join(app.userData, 'Chromium');
  const running = (): string[] => processesMentioning(profile);
  expect(running().length).toBeGreaterThan(0);
  // Only the main process, as a test without the handle (or the kernel) would do it.
  process.kill(app.pid(), 'SIGKILL');
  await app.exited();
  await expect.poll(running).toEqual([]);
});

test('a keyring that is not there is reported, and a copied profile cannot be opened', async () => {
  test.skip(!runsDouble, onlyDouble);
  const seal = async (app: AppHandle): Promise<string> =>
    app.evaluate(async ({ safeStorage }) => (await safeStorage.encryptStringAsync('mật')).toString('base64'));
  let sealed = '';
  await withFixture(async (app) => {
    await app.firstWindow();
    sealed = await seal(app);
    expect(await app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable())).toBe(true);
  });
  await withFixture(
    async (app) => {
      await app.firstWindow();
      expect(await app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable())).toBe(false);
      expect(await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe(
        'basic_text',
      );
      await expect(seal(app)).rejects.toThrow('Encryption is not available');
    },
    { env: { DOUBLE_KEYRING: 'none' } },
  );
  await withFixture(
    async (app) => {
      await app.firstWindow();
      const unseal = app.evaluate(
        async ({ safeStorage }, text) => safeStorage.decryptStringAsync(Buffer.from(text, 'base64')),
        sealed,
      );
      await expect(unseal).rejects.toThrow('Error while decrypting');
    },
    { env: { DOUBLE_KEYRING: test.info().outputPath('another-keyring') } },
  );
});

test('a wish for real Electron without a binary is refused with what to do', async () => {
  test.skip(findElectron() !== null, 'there is a binary on this machine');
  const before = process.env['E2E_TARGET'];
  process.env['E2E_TARGET'] = 'electron';
  try {
    await expect(launchFixture()).rejects.toThrow('npx install-electron');
  } finally {
    if (before === undefined) delete process.env['E2E_TARGET'];
    else process.env['E2E_TARGET'] = before;
  }
});

test('what the double does not know throws with its name', async () => {
  test.skip(!runsDouble, onlyDouble);
  await withFixture(async (app) => {
    const page = await app.firstWindow();
    const failure = async (code: string): Promise<string> =>
      app
        .evaluate((electron, source) => {
          // oxlint-disable-next-line no-implied-eval, no-new-func -- each line is one use of an API
          new Function('electron', source)(electron);
        }, code)
        .then(() => 'no failure', String);
    expect(await failure('electron.app.dock')).toContain(
      'electron double: app.dock is not part of the double',
    );
    expect(await failure('electron.Tray')).toContain('electron.Tray is not part of');
    expect(await failure('electron.app.on("gpu-info-update", () => 0)')).toContain(
      "app.on('gpu-info-update')",
    );
    expect(await failure('new electron.BrowserWindow({ vibrancy: "x" })')).toContain(
      'BrowserWindow { vibrancy }',
    );
    expect(await failure('new electron.BrowserWindow({ webPreferences: { offscreen: true } })')).toContain(
      '{ offscreen }',
    );
    expect(await failure('electron.BrowserWindow.getAllWindows()[0].setProgressBar(1)')).toContain(
      'BrowserWindow.setProgressBar',
    );
    expect(await failure('electron.BrowserWindow.getAllWindows()[0].webContents.capturePage()')).toContain(
      'webContents.capturePage',
    );
    expect(await failure('electron.session.fromPartition("persist:x")')).toContain('a partition on disk');
    expect(await failure('electron.session.fromPath("x")')).toContain('session.fromPath');
    expect(await failure('electron.safeStorage.encryptString("x")')).toContain('safeStorage.encryptString ');
    expect(await failure('electron.utilityProcess.fork("x.js", [], { partition: "y" })')).toContain(
      '{ partition }',
    );
    await expect(page.evaluate(() => window.fixture.sendSync())).rejects.toThrow(
      'ipcRenderer.sendSync is not part of the double',
    );
  });
});

test('windows, displays, power and the desktop are remembered for tests', async () => {
  test.skip(!runsDouble, onlyDouble);
  await withFixture(
    async (app) => {
      const page = await app.firstWindow();
      const size = (): Promise<number[]> =>
        page.evaluate(() => [
          innerWidth,
          innerHeight,
          matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0,
        ]);
      expect(await size()).toEqual([1000, 700, 0]);
      await app.evaluate(({ BrowserWindow, nativeTheme }) => {
        BrowserWindow.getAllWindows()[0]?.setKiosk(true);
        nativeTheme.themeSource = 'dark';
      });
      await expect.poll(size).toEqual([1366, 768, 1]);
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
      );
      await expect.poll(size).toEqual([683, 384, 1]);
      const facts = await app.evaluate((electron) => {
        const { app: electronApp, BrowserWindow, powerSaveBlocker, screen, globalShortcut, Menu } = electron;
        const window = BrowserWindow.getAllWindows()[0];
        const blocker = powerSaveBlocker.start('prevent-display-sleep');
        Menu.setApplicationMenu(null);
        globalShortcut.register('F11', () => undefined);
        electronApp.relaunch();
        return {
          isKiosk: window?.isKiosk(),
          bounds: window?.getBounds(),
          displays: screen.getAllDisplays().map(({ bounds }) => bounds.x),
          isBlocked: powerSaveBlocker.isStarted(blocker),
          version: electronApp.getVersion(),
          name: electronApp.getName(),
          locale: electronApp.getLocale(),
          calls: electron.double?.calls
            .map(({ api }) => api)
            .filter((api) => /Menu|Shortcut|relaunch/.test(api)),
        };
      });
      expect(facts).toEqual({
        isKiosk: true,
        bounds: { x: 0, y: 0, width: 1366, height: 768 },
        displays: [0, 1366],
        isBlocked: true,
        version: '1.2.3',
        name: 'Fixture',
        locale: 'vi-VN',
        calls: ['Menu.setApplicationMenu', 'globalShortcut.register', 'app.relaunch'],
      });
      expect(await page.evaluate(() => [navigator.language, new Date(2026, 0).getTimezoneOffset()])).toEqual([
        'vi-VN',
        -7 * 60,
      ]);
    },
    { env: { DOUBLE_DISPLAYS: '1366x768,1920x1080' } },
  );
});

test.describe('mutations of the application are caught', () => {
  test.skip(!runsDouble, onlyDouble);
  for (const mutation of mutations) {
    test(mutation.name, async () => {
      const cwd = test.info().outputPath('app');
      plant(mutation, cwd);
      const app = await launchFixture({ cwd });
      try {
        const failure = await mutation.caughtBy(app).then(
          () => 'nobody noticed',
          (error: unknown) => stripVTControlCharacters(String(error)),
        );
        expect(failure).toMatch(mutation.symptom);
      } finally {
        await app.kill();
      }
    });
  }
});

/** Copies the fixture application and breaks the copy. */
function plant({ file, find, replace }: Mutation, folder: string): void {
  cpSync(fixtureApp, folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(find), 'the text to break occurs once').toHaveLength(2);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
}

/** The ids of the processes whose command line has this text. */
function processesMentioning(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}
