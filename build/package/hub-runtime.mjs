import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { requireNode24 } from '../run/node24.mjs';
import { inRoot } from '../run/repository.mjs';

/**
 * Completes a hub's folder with what it starts with on its system: Node 24, and how the system runs it in the background.
 *
 * @param {string} folder made by `makeHubFolder`
 * @param {{ os: string, cpu: string }} target
 * @param {{ node: string, winsw: string | null }} parts Node's executable; on Windows also WinSW's, if there is one
 */
export function addRuntime(folder, { os }, { node, winsw }) {
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { recursive: true });
  const name = os === 'win32' ? 'node.exe' : 'node';
  copyFileSync(node, join(runtime, name));
  chmodSync(join(runtime, name), 0o755);
  if (os !== 'win32') return;
  copyFileSync(inRoot('build', 'package', 'windows', 'nghisu-hub.cmd'), join(folder, 'nghisu-hub.cmd'));
  if (winsw === null) return;
  const service = join(folder, 'service');
  mkdirSync(service, { recursive: true });
  copyFileSync(winsw, join(service, 'nghisu-hub.exe'));
  cpSync(inRoot('build', 'package', 'windows', 'nghisu-hub.xml'), join(service, 'nghisu-hub.xml'));
}

/**
 * Node 24 for a system: this machine's own, or the package of npm that holds it, at the version of this repository and
 * checked against the digest that the registry gave.
 *
 * @param {{ os: string, cpu: string }} target
 * @param {{ children: import('../run/children.mjs').Children, folder: string }} work `folder` keeps what was fetched
 * @returns {Promise<string | null>} the executable; null when it cannot be had
 */
export async function nodeFor({ os, cpu }, { children, folder }) {
  if (os === process.platform && cpu === process.arch) return requireNode24();
  const { node: version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies;
  const name = `node-${os === 'win32' ? 'win' : os}-${cpu}`;
  const place = join(folder, `${name}-${version}`);
  const executable = join(place, 'node_modules', name, 'bin', os === 'win32' ? 'node.exe' : 'node');
  if (existsSync(executable)) return executable;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const install = [
    'install',
    '--prefix',
    place,
    '--no-save',
    '--force',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const ended = await children.run(npm, [...install, `${name}@${version}`], {
    capture: true,
    limitMs: 180_000,
    shell: process.platform === 'win32',
  });
  return ended.code === 0 && existsSync(executable) ? executable : null;
}

/**
 * WinSW, which runs the hub as a Windows service (MIT licence). It is not ours to ship in the sources: the release
 * officer fetches it from its project and names it with NGHISU_WINSW; docs/release.md says which and how to check it.
 *
 * @returns {{ file: string, sha256: string } | null}
 */
export function winswHere() {
  const file = process.env.NGHISU_WINSW;
  if (file === undefined || !existsSync(file)) return null;
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}
