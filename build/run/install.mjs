import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Children } from './children.mjs';
import { findNode24 } from './node24.mjs';
import { inRoot, root, say } from './repository.mjs';

/**
 * Installs what the lock file names, when that is not what is installed. On a machine with nothing but Node and
 * npm this is the first thing that `npm start` and `npm test` do.
 *
 * @param {Children} [children] so that the install can be stopped with the rest
 * @throws with npm's own words when it fails
 */
export async function ensureInstalled(children = new Children()) {
  if (isInstalled()) return;
  say('Đang cài các gói cần thiết, chừng một phút… · Installing packages, about a minute…');
  await npm(children, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  // Where the user's npm runs no install scripts, the one that brings Node 24 is asked for by name.
  if (findNode24() === undefined) await npm(children, ['rebuild', 'node', '--ignore-scripts=false']);
  if (!isInstalled()) {
    throw new Error(
      'npm đã chạy xong nhưng vẫn thiếu gói; xem `npm ci` · npm finished, yet packages are missing; see `npm ci`',
    );
  }
}

/**
 * Whether node_modules holds what the lock file names. npm keeps its own record of an install, written when all is
 * done, so an install that was cut short is seen as well as a lock file that has changed.
 */
export function isInstalled() {
  const wanted = readPackages(inRoot('package-lock.json'));
  const present = readPackages(inRoot('node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined || findNode24() === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path];
    // Optional packages are those of other systems; npm leaves them out.
    if (path === '' || (found === undefined && entry.optional === true)) return true;
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * Runs npm as the user's npm runs: with the user's configuration, and with the Node that started it.
 *
 * @param {Children} children
 * @param {string[]} args
 */
async function npm(children, args) {
  const script = process.env.npm_execpath;
  const [command, first] =
    script === undefined ? ['npm', []] : [process.env.npm_node_execpath ?? process.execPath, [script]];
  const shell = script === undefined && process.platform === 'win32';
  const ended = await children.run(command, [...first, ...args], { cwd: root, capture: true, shell });
  if (ended.code !== 0) throw new Error(`npm ${args[0]} ✗\n${withoutAddresses(ended.output)}`);
}

/**
 * What npm said, without the addresses of the registries that somebody uses.
 *
 * @param {string} text
 */
export function withoutAddresses(text) {
  return text
    .replace(/\b[a-z][a-z+]*:\/\/[^\s'"<>)]+/gi, '‹address›')
    .replace(/\b(E[A-Z_]{4,}) [^\s'"<>)]+\.[^\s'"<>)]+/g, '$1 ‹address›')
    .trim();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureInstalled();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
