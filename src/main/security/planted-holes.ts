/** One way to undo an item of the security checklist, and the test that must notice. */
export interface PlantedHole {
  readonly name: string;
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The test file, and how the title of a failing test reads. */
  readonly test: string;
  readonly caughtBy: RegExp;
}

const checklist = 'src/main/security/checklist.test.ts';
const lockDown = { file: 'src/main/windows/lock-down.ts', test: 'src/main/windows/lock-down.test.ts' };
const preferences = { file: 'src/main/windows/safe-preferences.ts', test: checklist };
const requests = {
  file: 'src/main/bridge/serve-request.ts',
  test: 'src/main/bridge/register-requests.test.ts',
};
const pages = { file: 'src/main/windows/page-address.ts', test: 'src/main/windows/page-address.test.ts' };
const fuses = { file: 'electron-builder.yml', test: checklist };
const keys = { file: 'src/main/keys/machine-key.ts', test: 'src/main/keys/machine-key.test.ts' };
const kiosk = { file: 'src/main/kiosk/kiosk-keys.ts', test: 'src/main/kiosk/kiosk-keys.test.ts' };

const preference = (name: string, value: string, undone: string): PlantedHole => ({
  ...preferences,
  name: `${name}: ${undone}`,
  find: `  ${name}: ${value},`,
  replace: `  ${name}: ${undone},`,
  caughtBy: /every page runs sandboxed/,
});

const fuse = (name: string, value: string, undone: string): PlantedHole => ({
  ...fuses,
  name: `fuse ${name}`,
  find: `  ${name}: ${value}\n`,
  replace: `  ${name}: ${undone}\n`,
  caughtBy: new RegExp(`the fuse ${name} is declared`),
});

const navigation = (event: string): PlantedHole => ({
  ...lockDown,
  name: `no ${event} guard`,
  find: `contents.on('${event}', (event) => event.preventDefault());`,
  replace: `contents.on('${event}', () => undefined);`,
  caughtBy: new RegExp(`is kept on its document: ${event}`),
});

/** Every item of the checklist once. What only a running window can show is in e2e/specs/electron-security.spec.ts. */
export const plantedHoles: readonly PlantedHole[] = [
  preference('sandbox', 'true', 'false'),
  preference('contextIsolation', 'true', 'false'),
  preference('nodeIntegration', 'false', 'true'),
  preference('webSecurity', 'true', 'false'),
  preference('webviewTag', 'false', 'true'),
  preference('navigateOnDragDrop', 'false', 'true'),
  {
    name: 'no sandbox for the whole program',
    file: 'src/main/start/main.ts',
    find: 'app.enableSandbox();',
    replace: '',
    test: checklist,
    caughtBy: /the sandbox is on for the whole program/,
  },
  {
    name: 'an insecure scheme',
    file: 'src/main/start/main.ts',
    find: 'secure: true, ',
    replace: '',
    test: checklist,
    caughtBy: /the sandbox is on for the whole program/,
  },
  {
    name: 'a window with preferences of its own',
    file: 'src/main/windows/terminal-window.ts',
    find: 'webPreferences: { ...safePreferences, devTools,',
    replace: 'webPreferences: { devTools, sandbox: false,',
    test: checklist,
    caughtBy: /every window is made with these preferences/,
  },
  {
    name: 'a page from a file',
    file: 'src/main/plain/plain-windows.ts',
    find: 'window.webContents.loadURL(`${pageOrigin}/plain.html`)',
    replace: "window.loadFile('plain.html')",
    test: checklist,
    caughtBy: /a page is loaded by the program’s own scheme alone/,
  },
  {
    name: 'a channel past the way in',
    file: 'src/main/start/open-ground.ts',
    find: '  registerPlainRequests(',
    replace: "  ipcMain.handle('any', () => null);\n  registerPlainRequests(",
    test: checklist,
    caughtBy: /requests of windows come in by one function/,
  },
  {
    name: 'ipcRenderer handed to the page',
    file: 'src/preload/plain.ts',
    find: "  facts: ask('plain/facts'),",
    replace: "  facts: ask('plain/facts'),\n  channel: ipcRenderer,",
    test: checklist,
    caughtBy: /a preload hands out named requests/,
  },
  {
    name: 'the outbox offered to the room’s screen',
    file: 'src/shared/bridge/ipc-channels.ts',
    find: "  'hub/replica-reached',\n",
    replace: "  'hub/replica-reached',\n  'outbox/submit',\n",
    test: checklist,
    caughtBy: /a window that only displays/,
  },
  {
    name: 'crash dumps sent away',
    file: 'src/main/start/main.ts',
    find: 'uploadToServer: false',
    replace: 'uploadToServer: true',
    test: checklist,
    caughtBy: /crash dumps stay on the machine/,
  },
  {
    ...requests,
    name: 'requests of any window',
    find: 'if (asker === null || !isOurPage(event.senderFrame, gate.origin)) {',
    replace: 'if (asker === null) {',
    caughtBy: /a page from elsewhere|a frame inside our page/,
  },
  {
    ...requests,
    name: 'requests of frames inside the page',
    find: 'frame !== null && frame.parent === null && frame.origin === origin',
    replace: 'frame !== null && frame.origin === origin',
    caughtBy: /a frame inside our page/,
  },
  {
    ...requests,
    name: 'requests of every tier',
    find: "if (!request.isOfferedTo(asker)) throw new IpcRefused('ipc/not-offered', name);",
    replace: '',
    caughtBy: /tier|offer/i,
  },
  {
    ...requests,
    name: 'requests of any form',
    find: "if (!parsed.success) throw new IpcRefused('ipc/malformed', name);",
    replace: '',
    caughtBy: /./,
  },
  {
    ...lockDown,
    name: 'permissions granted when asked',
    find: 'setPermissionRequestHandler((_contents, _permission, decide) => decide(false))',
    replace: 'setPermissionRequestHandler((_contents, _permission, decide) => decide(true))',
    caughtBy: /is nothing when it asks for media/,
  },
  {
    ...lockDown,
    name: 'permissions granted when looked up',
    find: 'setPermissionCheckHandler(() => false)',
    replace: 'setPermissionCheckHandler(() => true)',
    caughtBy: /is nothing when Chromium only looks it up/,
  },
  {
    ...lockDown,
    name: 'devices granted',
    find: 'setDevicePermissionHandler(() => false)',
    replace: 'setDevicePermissionHandler(() => true)',
    caughtBy: /holds no device/,
  },
  {
    ...lockDown,
    name: 'the network open to pages',
    find: 'cancel: !url.startsWith(`${origin}/`) && !ownData.test(url)',
    replace: 'cancel: false',
    caughtBy: /do not go out for/,
  },
  {
    ...lockDown,
    name: 'downloads of anything',
    find: 'if (!savesFiles || !item.getURL().startsWith(ownFile)) event.preventDefault();',
    replace: 'if (!savesFiles) event.preventDefault();',
    caughtBy: /are not https:/,
  },
  {
    ...lockDown,
    name: 'downloads out of a kiosk',
    find: '!savesFiles || ',
    replace: '',
    caughtBy: /are none in a kiosk/,
  },
  navigation('will-navigate'),
  navigation('will-frame-navigate'),
  navigation('will-redirect'),
  navigation('will-attach-webview'),
  {
    ...lockDown,
    name: 'windows may open',
    find: "action: 'deny'",
    replace: "action: 'allow'",
    caughtBy: /opens no window/,
  },
  {
    ...pages,
    name: 'no content security policy',
    find: "  'content-security-policy': windowPolicy,\n",
    replace: '',
    caughtBy: /let a page reach nothing but the program itself/,
  },
  {
    ...pages,
    name: 'a page that prints in a kiosk',
    find: 'if (mayPrint) return pageHeaders;',
    replace: 'return pageHeaders;',
    caughtBy: /keep a page from printing/,
  },
  {
    name: 'a print window for whatever a page asks',
    file: 'src/main/print/print-desk.ts',
    find: "if (!this.#ports.mayPrint(meetingId)) return 'not-allowed';",
    replace: '',
    test: 'src/main/print/print-desk.test.ts',
    caughtBy: /is not begun where it is not allowed/,
  },
  {
    ...pages,
    name: 'a policy that allows the network',
    file: 'src/shared/protocol/window-policy.ts',
    find: `"connect-src 'self'"`,
    replace: `"connect-src 'self' https:"`,
    caughtBy: /let a page reach nothing but the program itself/,
  },
  {
    ...pages,
    name: 'files outside the interface',
    find: 'if (!names.every((name) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name))) return null;',
    replace: '',
    caughtBy: /do not serve/,
  },
  {
    ...pages,
    name: 'pages of any host of the scheme',
    find: '`${url.protocol}//${url.host}` !== pageOrigin',
    replace: "url.protocol !== 'app:'",
    caughtBy: /do not serve app:\/\/elsewhere/,
  },
  {
    ...keys,
    name: 'a key under the seal that everybody knows',
    find: "platform !== 'linux' || keyring.getSelectedStorageBackend() !== 'basic_text'",
    replace: 'true',
    caughtBy: /basic_text/,
  },
  {
    ...kiosk,
    name: 'F5 in a kiosk',
    find: "const usedFunctionKeys = new Set(['F2',",
    replace: "const usedFunctionKeys = new Set(['F5', 'F2',",
    caughtBy: /F5 leads out/,
  },
  {
    ...kiosk,
    name: 'Ctrl+W in a kiosk',
    find: "'a c x v z y f ",
    replace: "'a c x v z y f w ",
    caughtBy: /Ctrl\+w leads out/,
  },
  fuse('runAsNode', 'false', 'true'),
  fuse('enableCookieEncryption', 'true', 'false'),
  fuse('enableNodeOptionsEnvironmentVariable', 'false', 'true'),
  fuse('enableNodeCliInspectArguments', 'false', 'true'),
  fuse('enableEmbeddedAsarIntegrityValidation', 'true', 'false'),
  fuse('onlyLoadAppFromAsar', 'true', 'false'),
  fuse('grantFileProtocolExtraPrivileges', 'false', 'true'),
];
