import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { inRoot } from './repository.mjs';

/** The Node that runs TypeScript as it is and carries `node:sqlite`; what Electron carries too. */
const wantedMajor = 24;

/**
 * Finds the Node that runs the hub and the tools: this very one when it is new enough, else the one that npm
 * brought.
 *
 * @returns {string | undefined} path of the executable, or undefined before anything is installed
 */
export function findNode24() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= wantedMajor && existsSync(process.execPath)) return process.execPath;
  const places =
    process.platform === 'win32'
      ? [
          ['bin', 'node.exe'],
          ['node_modules', `node-win-${process.arch}`, 'bin', 'node.exe'],
        ]
      : [['bin', 'node']];
  return places.map((place) => inRoot('node_modules', 'node', ...place)).find((file) => existsSync(file));
}

/**
 * @returns {string}
 * @throws when nothing is installed yet
 */
export function requireNode24() {
  const found = findNode24();
  if (found === undefined) {
    throw new Error(
      'Chưa có Node 24; hãy chạy `npm ci` · Node 24 is not installed; run `npm ci` (with install scripts allowed)',
    );
  }
  return found;
}

/**
 * Where Node keeps what it has compiled, types already stripped; half of a hub's start is compiling. Node checks each
 * entry against the source it was made from, and `npm ci` begins a new one.
 */
const compileCache = inRoot('node_modules', '.cache', 'node-compile');

/**
 * The environment for children that start further Nodes by name: Node 24 comes first on the path, and what one of them
 * has compiled the next one finds.
 *
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function node24Environment(more = {}) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(requireNode24()), process.env[name]].filter(Boolean).join(delimiter);
  return { NODE_COMPILE_CACHE: compileCache, ...process.env, [name]: path, ...more };
}
