import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inRoot, say } from '../run/repository.mjs';
import { NotHere } from './artefact.mjs';
import { fetchPackage } from './fetched-package.mjs';
import { makeHubFolder, packagesToFetch } from './hub-folder.mjs';
import { addRuntime, nodeFor, winswHere } from './hub-runtime.mjs';

/** @typedef {{ os: 'linux' | 'win32' | 'darwin', cpu: string }} Target */

/** The version that is packed. */
export const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/**
 * Makes the hub for a system, ready to run, at `out/package/<system>/NghiSu-hub-<version>`.
 *
 * @param {Target} target
 * @param {{ children: import('../run/children.mjs').Children }} work
 * @returns {Promise<string>} the folder
 */
export async function prepareHub(target, work) {
  const node = await nodeFor(target, work);
  if (node === null) throw new NotHere(`không tải được Node 24 · Node 24 for ${target.os} cannot be fetched`);
  const fetched = new Map();
  for (const folder of packagesToFetch(target)) {
    // oxlint-disable-next-line no-await-in-loop
    const place = await fetchPackage(folder.slice('node_modules/'.length), undefined, work);
    if (place === null) throw new NotHere(`không tải được · cannot be fetched: ${folder}`);
    fetched.set(folder, place);
  }
  const hub = inRoot('out', 'package', `${target.os}-${target.cpu}`, `NghiSu-hub-${version}`);
  makeHubFolder(hub, target, fetched);
  const winsw = target.os === 'win32' ? winswHere() : null;
  if (winsw !== null) say(`WinSW: ${winsw.file}, SHA-256 ${winsw.sha256}`);
  addRuntime(hub, target, { node, winsw: winsw?.file ?? null });
  return hub;
}

/**
 * Presses a hub's folder into one file for machines without the client, and for the container image.
 *
 * @param {string} hub
 * @param {Target} target
 * @param {{ children: import('../run/children.mjs').Children }} work
 */
export async function pressHub(hub, target, { children }) {
  const name = `${basename(hub)}-${target.os}-${target.cpu}.tar.gz`;
  const archive = inRoot('release', name);
  const steady =
    process.platform === 'linux' ? ['--sort=name', '--owner=0', '--group=0', '--numeric-owner'] : [];
  const ended = await children.run('tar', [...steady, '-czf', archive, '-C', dirname(hub), basename(hub)], {
    capture: true,
  });
  if (ended.code !== 0) throw new Error(ended.output.trim());
  return [name];
}

/** Where electron-builder works for a system. @param {Target} target */
export function workFolderOf(target) {
  return join(inRoot('out', 'package'), `${target.os}-${target.cpu}`, 'work');
}
