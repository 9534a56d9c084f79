import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';

/** The program as electron-updater sees it, without Electron: nothing is started and nothing ends. */
export function quietApp(folder: string, version: string): AppAdapter {
  mkdirSync(folder, { recursive: true });
  const appUpdateConfigPath = join(folder, 'app-update.yml');
  writeFileSync(
    appUpdateConfigPath,
    'provider: generic\nurl: https://release.invalid\nupdaterCacheDirName: cache\n',
  );
  return {
    version,
    name: 'nghi-su',
    isPackaged: true,
    appUpdateConfigPath,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
}
