import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { requireNode24 } from '../run/node24.mjs';
import { inRoot } from '../run/repository.mjs';
import { fetchPackage } from './fetched-package.mjs';

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
 * Node 24 for a system: this machine's own, or the package of npm that holds it, at the version of this repository.
 *
 * @param {{ os: string, cpu: string }} target
 * @param {{ children: import('../run/children.mjs').Children }} work
 * @returns {Promise<string | null>} the executable; null when it cannot be had
 */
export async function nodeFor({ os, cpu }, work) {
  if (os === process.platform && cpu === process.arch) return requireNode24();
  const { node: version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies;
  const folder = await fetchPackage(`node-${os === 'win32' ? 'win' : os}-${cpu}`, version, work);
  return folder === null ? null : join(folder, 'bin', os === 'win32' ? 'node.exe' : 'node');
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
