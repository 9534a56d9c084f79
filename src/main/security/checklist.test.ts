import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ipcTiers } from '../../shared/bridge/ipc-channels.ts';
import { safePreferences } from '../windows/safe-preferences.ts';

/** What Electron's security checklist asks for and no single function can show: it holds for all sources together. */

const root = join(import.meta.dirname, '..', '..', '..');

interface Source {
  readonly file: string;
  readonly text: string;
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|planted-holes/.test(file))
    .map((file) => ({ file, text: withoutComments(readFileSync(join(root, file), 'utf8')) }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const main = sourcesIn('src/main');
const preloads = sourcesIn('src/preload');
const filesWith = (pattern: RegExp, sources = main): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the security checklist', () => {
  it('every page runs sandboxed, isolated, without Node and with the web’s own rules', () => {
    expect(safePreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: false,
    });
  });

  it('every window is made with these preferences, and nothing after them undoes one', () => {
    const made = main.filter(({ text }) => /new (?:BrowserWindow|BaseWindow|WebContentsView)\(/.test(text));
    expect(made.length).toBeGreaterThan(1);
    for (const { file, text } of made) {
      const preferences = [...text.matchAll(/webPreferences: \{([^}]*)\}/g)].map(([, inside = '']) => inside);
      expect({ file, count: preferences.length }).toEqual({
        file,
        count: text.split(/new (?:BrowserWindow|BaseWindow|WebContentsView)\(/).length - 1,
      });
      for (const inside of preferences) {
        const names = inside.split(',').map((part) => part.trim().split(':')[0]?.trim());
        expect(names[0]).toBe('...safePreferences');
        expect(['preload', 'devTools', 'partition']).toEqual(
          expect.arrayContaining(names.slice(1).filter(Boolean)),
        );
      }
    }
  });

  it('the sandbox is on for the whole program, before it is ready', () => {
    const { text } = main.find(({ file }) => file === 'src/main/start/main.ts') ?? { text: '' };
    const [before] = text.split('requestSingleInstanceLock');
    expect(before).toMatch(/^app\.enableSandbox\(\);$/m);
    expect(before).toMatch(/^lockPages\(app\);$/m);
    expect(before).toMatch(
      /privileges: \{ standard: true, secure: true, supportFetchAPI: true, codeCache: true \}/,
    );
  });

  it('a page is loaded by the program’s own scheme alone', () => {
    expect(filesWith(/loadFile\(|file:\/\//)).toEqual([]);
    for (const { file, text } of main) {
      for (const [, asked = ''] of text.matchAll(/\.loadURL\(([^)]*)\)?/g))
        expect({ file, asked }).toEqual({
          file,
          asked: expect.stringMatching(/^(?:pageAddress\(|`\$\{pageOrigin\}|\w*[aA]ddress)/),
        });
    }
  });

  it('requests of windows come in by one function, which checks sender and schema', () => {
    expect(filesWith(/ipcMain\s*\.\s*(?:on|once|handle|handleOnce)\(|\bipc\.(?:on|handle)\(/)).toEqual([
      'src/main/bridge/serve-request.ts',
    ]);
    const registered = main.flatMap(({ text }) => [...text.matchAll(/\bserveRequest\(/g)]).length;
    expect(registered).toBeGreaterThan(3);
  });

  it('a preload hands out named requests and never the channel itself', () => {
    expect(filesWith(/require\(|node:|webFrame|executeInMainWorld/, preloads)).toEqual([]);
    for (const { file, text } of preloads) {
      for (const [, use = ''] of text.matchAll(/\bipcRenderer\b(\.\w+)?/g))
        expect({ file, use }).toEqual({ file, use: expect.stringMatching(/^(?:\.invoke|\.on|\.off|)$/) });
      // Bare only where it is imported.
      expect({ file, bare: text.match(/\bipcRenderer\b(?!\.)/g)?.length ?? 0 }).toEqual({
        file,
        bare: text.includes("from 'electron'") && text.includes('ipcRenderer') ? 1 : 0,
      });
    }
  });

  it('a window that only displays is offered neither names, nor papers, nor the outbox', () => {
    expect(ipcTiers.screen.filter((name) => /^(?:outbox|vault|layers|guard)\/|sign-in/.test(name))).toEqual(
      [],
    );
    expect(ipcTiers.seat.filter((name) => /document|intake|export|blob|reset/.test(name))).toEqual([]);
  });

  it('nothing opens the tools of developers, a program of the desktop, or a menu', () => {
    expect(filesWith(/openDevTools|shell\.(?:openExternal|openPath)|new Tray|\.popup\(/)).toEqual([]);
    const menus = main.flatMap(({ text }) =>
      [...text.matchAll(/Menu\.set\w+\([^)]*\)/g)].map(([call]) => call),
    );
    expect(menus).toEqual(['Menu.setApplicationMenu(null)']);
  });

  it('crash dumps stay on the machine', () => {
    const calls = main.flatMap(({ text }) => [...text.matchAll(/crashReporter\.start\(([^)]*)\)/g)]);
    expect(calls.map(([, options]) => options)).toEqual([expect.stringContaining('uploadToServer: false')]);
    expect(filesWith(/submitURL/)).toEqual([]);
  });

  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('the fuse %s is declared %s', (fuse, state) => {
    const declared = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    expect(declared).toMatch(new RegExp(`^electronFuses:\\n(?:  .*\\n)*?  ${fuse}: ${state}$`, 'm'));
    expect(declared).toMatch(/^asar: true$/m);
  });
});
