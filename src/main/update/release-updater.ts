import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  AppImageUpdater,
  CancellationToken,
  DebUpdater,
  NsisUpdater,
  type BaseUpdater,
} from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import type { Installation } from '../../shared/protocol/updates.ts';
import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import { faultFields, type AppLog } from '../logs/app-log.ts';
import { fetchReleaseFile } from './fetch-release-file.ts';
import type { HighestVersion } from './highest-version.ts';
import { UpdateRefused, type ReleaseFeed } from './release-feed.ts';
import { SignedProvider, type SignedSource } from './signed-provider.ts';

/** How this machine fetches and installs a release. */
export interface ReleaseUpdater {
  /** Verifies the release of a feed and brings its installer to this disk. Throws an {@link UpdateRefused}. */
  fetch(version: string, feed: ReleaseFeed, options: FetchOptions): Promise<void>;
  /**
   * Starts the installer that was fetched last. It ends this program itself, or (`'restart'`) has done its work and wants
   * a restart; until then everything here goes on, so that an installer which nobody lets run costs nothing. False when
   * it did not start or its bytes are no longer what was verified.
   */
  install(): 'ends-us' | 'restart' | false;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** 0 to 100. */
  onProgress(percent: number): void;
}

export interface ReleaseUpdaterPorts {
  readonly app: AppAdapter;
  readonly installation: Exclude<Installation, 'other'>;
  readonly arch: string;
  readonly trust: ReleaseTrust;
  readonly highest: HighestVersion;
  /** Holds parts of files between attempts. */
  readonly partsFolder: string;
  readonly log: AppLog;
  /** Replaces electron-updater's class of this kind of installation; for tests, which start no installer. */
  readonly makeUpdater?: (app: AppAdapter) => BaseUpdater;
}

const updaters = { windows: NsisUpdater, deb: DebUpdater, appimage: AppImageUpdater } as const;

/** The metadata file of a kind of machine. */
export function metadataNameOf(installation: Installation, arch: string): string {
  if (installation === 'windows') return 'latest.yml';
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
}

/** How electron-builder names the installer of a kind of machine. */
function installerName(installation: Exclude<Installation, 'other'>, arch: string): RegExp {
  const arches = arch === 'x64' ? '(x64|amd64|x86_64)' : `(${arch}|aarch64)`;
  const ending = { windows: 'exe', deb: 'deb', appimage: 'AppImage' }[installation];
  return new RegExp(`-${arches}\\.${ending}$`);
}

/** electron-updater with every door shut but the signed one: it is given one release at a time and decides nothing. */
export function createReleaseUpdater(ports: ReleaseUpdaterPorts): ReleaseUpdater {
  const { app, installation, trust, highest, partsFolder, log } = ports;
  const updater = ports.makeUpdater?.(app) ?? new updaters[installation](null, app);
  lockUpdater(updater, log);
  const metadataName = metadataNameOf(installation, ports.arch);
  const isInstaller = (name: string): boolean => installerName(installation, ports.arch).test(name);
  let fetched: { readonly file: string; readonly sha512: string } | null = null;
  return {
    async fetch(version, feed, options) {
      const source: SignedSource = { feed, trust, highest, wanted: version, metadataName, isInstaller };
      const executor = createFeedExecutor({ feed, partsFolder, options });
      // The updater hands its executor on to a provider when that is made, so it comes first.
      Object.defineProperty(updater, 'httpExecutor', { value: executor, configurable: true });
      updater.setFeedURL({
        provider: 'custom',
        updateProvider: class extends SignedProvider {
          constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
            super(source, runtime);
            executor.provider = this;
          }
        },
      });
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) throw new UpdateRefused('update/older');
      const [file] = await updater.downloadUpdate(tokenOf(options.signal));
      const promised = found.updateInfo.files.find(({ url }) => url === basename(file ?? ''));
      fetched = file === undefined || promised === undefined ? null : { file, sha512: promised.sha512 };
    },
    install() {
      if (fetched === null || sha512Of(fetched.file) !== fetched.sha512) return false;
      if (!updater.install(true, true)) return false;
      return installation === 'windows' ? 'ends-us' : 'restart';
    },
  };
}

/** Everything that electron-updater would do by itself is off; the channel is never set, for that would allow downgrades. */
function lockUpdater(updater: BaseUpdater, log: AppLog): void {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = true;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  // Who is in a roll-out is decided at the hub, by name; never by chance.
  updater.isUserWithinRollout = () => true;
  updater.logger = {
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  updater.on('error', (error) => log.warn('update/updater', faultFields(error)));
}

interface FeedExecutor {
  provider: SignedProvider | null;
  download(url: URL, destination: string): Promise<void>;
}

interface Executing {
  readonly feed: ReleaseFeed;
  readonly partsFolder: string;
  readonly options: FetchOptions;
}

/** Stands in for electron-updater's network: files come from the feed, resumed and verified; nothing else is reachable. */
function createFeedExecutor({ feed, partsFolder, options }: Executing): FeedExecutor {
  return {
    provider: null,
    async download(url, destination) {
      const file = this.provider?.fileAt(url);
      if (file === undefined) throw new UpdateRefused('update/not-a-release');
      const onProgress = (bytes: number): void => options.onProgress(Math.floor((bytes / file.bytes) * 100));
      await fetchReleaseFile({ feed, file, partsFolder, destination, signal: options.signal, onProgress });
    },
  };
}

function sha512Of(file: string): string | null {
  try {
    return createHash('sha512').update(readFileSync(file)).digest('base64');
  } catch {
    return null;
  }
}

function tokenOf(signal: AbortSignal): CancellationToken {
  const token = new CancellationToken();
  signal.addEventListener('abort', () => token.cancel(), { once: true });
  return token;
}

/** Where a machine keeps what updates need, below the folder of the program's own data. */
export function updateFolders(userData: string): {
  readonly records: string;
  readonly parts: string;
  readonly cache: string;
} {
  const records = join(userData, 'update');
  return { records, parts: join(records, 'parts'), cache: join(records, 'cache') };
}
