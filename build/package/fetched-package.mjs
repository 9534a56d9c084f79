import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../run/repository.mjs';

const patienceMs = 180_000;

/**
 * A package for another system than this one, fetched by npm once and kept. npm checks it against the digest that the
 * registry names; for packages of the lock file the version is the one that is locked.
 *
 * @param {string} name
 * @param {string | undefined} version the locked one where it is left out
 * @param {{ children: import('../run/children.mjs').Children }} work
 * @returns {Promise<string | null>} its folder; null when it cannot be had
 */
export async function fetchPackage(name, version, { children }) {
  const wanted = version ?? lockedVersion(name);
  if (wanted === undefined) return null;
  const place = inRoot('out', 'package', 'fetched', `${name.replace('/', '+')}-${wanted}`);
  const folder = join(place, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const flags = ['--no-save', '--no-package-lock', '--force', '--ignore-scripts', '--no-audit', '--no-fund'];
  const isWindows = process.platform === 'win32';
  const ended = await children.run(
    isWindows ? 'npm.cmd' : 'npm',
    ['install', '--prefix', place, ...flags, `${name}@${wanted}`],
    { capture: true, limitMs: patienceMs, shell: isWindows },
  );
  return ended.code === 0 && existsSync(join(folder, 'package.json')) ? folder : null;
}

/** @param {string} name @returns {string | undefined} */
function lockedVersion(name) {
  return JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages[`node_modules/${name}`]
    ?.version;
}
