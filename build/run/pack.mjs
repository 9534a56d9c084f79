import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll, NotHere } from '../package/artefact.mjs';
import { wixSource } from '../package/make-msi.mjs';
import { prepareHub, pressHub, version, workFolderOf } from '../package/prepare-hub.mjs';
import { runBuilder } from '../package/run-builder.mjs';
import { onPath } from './on-path.mjs';
import { ensureBuilt } from './built.mjs';
import { Children, Stopped } from './children.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, say } from './repository.mjs';
import { stopOnSignals } from './stop-signals.mjs';

/**
 * `npm run pack`: everything that this machine can build, into `release/`; one line for each package, with the reason where
 * one cannot be built here. Exit code 0 when what can be built was built. docs/release.md says what a machine needs.
 */
const children = new Children();
stopOnSignals(children, undefined, 130);

/** Windows knows the program installed by MSI by it; it never changes. */
const upgradeCode = '2d7a4c0b-6f1e-4f0a-9c35-7be0b3f5a6d2';

const linux = /** @type {const} */ ({ os: 'linux', cpu: 'x64' });
const windows = /** @type {const} */ ({ os: 'win32', cpu: 'x64' });

try {
  await ensureInstalled(children);
  await ensureBuilt(children);
  mkdirSync(inRoot('release'), { recursive: true });
  const isWell = await buildAll([
    { name: 'máy chủ cho Linux · hub for Linux', build: () => hubFor(linux) },
    { name: 'máy chủ cho Windows · hub for Windows', build: () => hubFor(windows) },
    { name: 'deb', build: () => linuxPackage('deb') },
    { name: 'AppImage', build: () => linuxPackage('AppImage') },
    { name: 'bộ cài Windows · NSIS', build: windowsInstaller },
    { name: 'MSI', build: msi },
    { name: 'ảnh container · container image', build: image },
  ]);
  if (!isWell) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Stopped)) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** @param {import('../package/prepare-hub.mjs').Target} target */
async function hubFor(target) {
  return pressHub(await prepareHub(target, { children }), target, { children });
}

/** @param {'deb' | 'AppImage'} target */
async function linuxPackage(target) {
  if (process.platform !== 'linux') throw new NotHere('chỉ dựng trên Linux · is built on Linux');
  const electronDist = await electronHere();
  if (target === 'deb' && onPath('dpkg-deb') === undefined && onPath('fpm') === undefined) {
    throw new NotHere('thiếu dpkg-deb · dpkg-deb is not installed');
  }
  const hub = await prepareHub(linux, { children });
  // Both are named in one file of metadata, so the second run builds both.
  const targets = target === 'deb' ? ['deb'] : ['deb', 'AppImage'];
  await runBuilder(linux, { targets, hub, electronDist, children });
  return [...filesEnding(target), 'latest-linux.yml'];
}

async function windowsInstaller() {
  const given = process.env.NGHISU_ELECTRON_WIN32;
  const electronDist = given ?? (process.platform === 'win32' ? await electronHere() : undefined);
  const hub = await prepareHub(windows, { children });
  await runBuilder(windows, { targets: ['nsis'], hub, electronDist, children });
  if (!existsSync(join(hub, 'service', 'nghisu-hub.exe'))) {
    say(
      'Không kèm dịch vụ Windows: thiếu NGHISU_WINSW · without the Windows service: NGHISU_WINSW is not set',
    );
  }
  return [...filesEnding('exe'), 'latest.yml'];
}

async function msi() {
  const unpacked = inRoot('release', 'win-unpacked');
  if (onPath('wixl') === undefined) throw new NotHere('thiếu wixl · wixl is not installed');
  if (!existsSync(join(unpacked, 'NghiSu.exe')))
    throw new NotHere('chưa có bản Windows · Windows was not packed');
  const source = join(workFolderOf(windows), 'nghi-su.wxs');
  writeFileSync(source, wixSource(unpacked, { version, upgradeCode }));
  const name = `NghiSu-${version}-win-x64.msi`;
  const ended = await children.run('wixl', ['-a', 'x64', '-o', inRoot('release', name), source], {
    capture: true,
  });
  if (ended.code !== 0) throw new Error(ended.output.trim());
  return [name];
}

async function image() {
  const tool = ['podman', 'docker'].find((name) => onPath(name) !== undefined);
  if (tool === undefined)
    throw new NotHere('thiếu podman và docker · neither podman nor docker is installed');
  const works = await children.run(tool, ['info'], { capture: true, limitMs: 20_000 });
  if (works.code !== 0) throw new NotHere(`${tool} không chạy · ${tool} does not run`);
  const archive = `NghiSu-hub-${version}-linux-x64.tar.gz`;
  const file = inRoot('build', 'package', 'container', 'Containerfile');
  const args = [
    'build',
    '-f',
    file,
    '--build-arg',
    `HUB=${archive}`,
    '-t',
    `nghisu-hub:${version}`,
    inRoot('release'),
  ];
  const ended = await children.run(tool, args, { capture: true, limitMs: 600_000 });
  if (ended.code === 0) return [`nghisu-hub:${version}`];
  throw new NotHere(
    `không dựng được ảnh · the image could not be built: ${ended.output.trim().split('\n').at(-1)}`,
  );
}

/** The unpacked folder of this system's Electron. */
async function electronHere() {
  const electron = await obtainElectron(children);
  if (electron === undefined) {
    throw new NotHere(
      'không tải được Electron · Electron cannot be fetched (or set ELECTRON_OVERRIDE_DIST_PATH)',
    );
  }
  return process.platform === 'darwin' ? inRoot('node_modules', 'electron', 'dist') : dirname(electron);
}

/** @param {string} ending */
function filesEnding(ending) {
  return readdirSync(inRoot('release')).filter(
    (name) => name.startsWith(`NghiSu-${version}-`) && name.endsWith(`.${ending}`),
  );
}
