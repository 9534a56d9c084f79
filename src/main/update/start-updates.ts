import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import type { Installation } from '../../shared/protocol/updates.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import { releaseKeys } from '../../shared/update/release-keys.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { faultFields } from '../logs/app-log.ts';
import type { Shell } from '../start/shell.ts';
import { openHighestVersion } from './highest-version.ts';
import {
  createReleaseUpdater,
  metadataNameOf,
  updateFolders,
  type ReleaseUpdater,
} from './release-updater.ts';
import { UpdateDriver, type UpdateSource } from './update-driver.ts';
import { createFolderSource, createHubSource } from './update-sources.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * Keeps this machine at the version that the room wants, as the settings allow. A program that is run from its sources,
 * or that was unpacked by hand, only tells the hub what it is.
 */
export function startUpdates(shell: Shell): Stop {
  let stop: Stop = () => undefined;
  const begin = async (): Promise<void> => void (stop = await open(shell));
  begin().catch((reason: unknown) => shell.log.warn('update/not-started', faultFields(reason)));
  return () => stop();
}

async function open({ policy, windows, meetingIsOpen, folder, kiosk, log }: Shell): Promise<Stop> {
  const { 'updates.source': from, 'updates.folder': updatesFolder } = policy.values;
  if (from === 'off') return () => undefined;
  const version = app.getVersion();
  const installation = installationHere();
  const trust: ReleaseTrust = { keys: releaseKeys, verify: verifySignature };
  const { records, parts, cache } = updateFolders(folder);
  const highest = await openHighestVersion(records, version);
  const hub = createHubSource({ fetchAsDevice: windows.fetchAsDevice, version, installation });
  const metadataName = metadataNameOf(installation, process.arch);
  const source: UpdateSource =
    from === 'folder' && updatesFolder !== null
      ? createFolderSource({ folder: updatesFolder, version, metadataName, trust })
      : hub;
  const updaterHere = (): ReleaseUpdater => {
    if (installation === 'other') return noUpdater;
    const ports = { app: adapterOf(cache), installation, arch: process.arch, trust, highest, log };
    return createReleaseUpdater({ ...ports, partsFolder: parts });
  };
  const driver = new UpdateDriver({
    ...{ source, meetingIsOpen, log },
    updater: updaterHere(),
    timers: nodeTimers,
    random: () => Math.random(),
    restart() {
      app.relaunch();
      kiosk.letEnd('update');
      app.quit();
    },
  });
  driver.start();
  return () => driver.stop();
}

/** The hub offers nothing to a machine that has no installer, so nothing is ever asked of this. */
const noUpdater: ReleaseUpdater = {
  fetch: () => Promise.reject(new Error('this program was not installed')),
  install: () => false,
};

/** How this program came here: electron-builder leaves a note in a package of Debian, an AppImage names itself. */
function installationHere(): Installation {
  if (!app.isPackaged) return 'other';
  if (process.platform === 'win32') return 'windows';
  if (process.env['APPIMAGE'] !== undefined) return 'appimage';
  const note = join(process.resourcesPath, 'package-type');
  return existsSync(note) && readFileSync(note, 'utf8').trim() === 'deb' ? 'deb' : 'other';
}

/** The program as electron-updater sees it. It ends and restarts nothing by itself. */
function adapterOf(cache: string): AppAdapter {
  return {
    version: app.getVersion(),
    name: app.getName(),
    isPackaged: app.isPackaged,
    appUpdateConfigPath: join(process.resourcesPath, 'app-update.yml'),
    userDataPath: app.getPath('userData'),
    baseCachePath: cache,
    whenReady: () => app.whenReady().then(() => undefined),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
}
