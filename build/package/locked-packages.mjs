import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../run/repository.mjs';

/**
 * @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */

/**
 * The folders of some packages and of all that they depend on, as the lock file places them. Optional packages are
 * those of one system: only what fits `target` counts, and it has to be installed.
 *
 * @param {string[]} names
 * @param {{ os: string, cpu: string } | null} target in the words of npm: `linux`, `win32`; `x64`, `arm64`; null for every
 *   system
 * @returns {string[]} such as `node_modules/zod`, sorted
 */
export function lockedFolders(names, target) {
  /** @type {Record<string, LockedPackage>} */
  const packages = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} from @param {string} name */
  const take = (from, name) => {
    const folder = placeOf(packages, from, name);
    if (folder === undefined || found.has(folder)) return;
    const entry = packages[folder] ?? {};
    if (target !== null && !fits(entry, target)) return;
    found.add(folder);
    for (const dependency of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      take(folder, dependency);
    }
  };
  for (const name of names) take('', name);
  return [...found].toSorted();
}

/** @param {string[]} folders @returns {string[]} those that are not installed */
export function missingFolders(folders) {
  return folders.filter((folder) => !existsSync(inRoot(folder)));
}

/**
 * Where Node would find a package from within another one.
 *
 * @param {Record<string, LockedPackage>} packages
 * @param {string} from folder of the package that asks; empty for the root
 * @param {string} name
 */
function placeOf(packages, from, name) {
  for (let within = from; ; within = within.slice(0, within.lastIndexOf('/node_modules/'))) {
    const folder = `${within === '' ? '' : `${within}/`}node_modules/${name}`;
    if (packages[folder] !== undefined) return folder;
    if (within === '') return undefined;
    if (!within.includes('/node_modules/')) within = '/node_modules/';
  }
}

/** @param {LockedPackage} entry @param {{ os: string, cpu: string }} target */
function fits({ os, cpu, libc }, target) {
  const isSystem = os === undefined || os.includes(target.os);
  const isMachine = cpu === undefined || cpu.includes(target.cpu);
  return isSystem && isMachine && (libc === undefined || libc.includes('glibc'));
}
