import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24Environment, requireNode24 } from './node24.mjs';
import { commandScript, inRoot, root } from './repository.mjs';

/** Long enough for a slow line, short enough that nobody waits for one that hangs. */
const fetchLimitMs = 180_000;

/**
 * Finds Electron's executable: in ELECTRON_OVERRIDE_DIST_PATH, else where its package unpacks it.
 *
 * @returns {string | undefined}
 */
export function findElectron() {
  const pathFile = inRoot('node_modules', 'electron', 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : executableName();
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inRoot('node_modules', 'electron', 'dist');
  const file = join(dist, name);
  return existsSync(file) ? file : undefined;
}

/**
 * Finds Electron's executable, and tries once to fetch it where there is none.
 *
 * @param {import('./children.mjs').Children} children
 * @returns {Promise<string | undefined>} undefined when it cannot be had
 */
export async function obtainElectron(children) {
  const found = findElectron();
  if (found !== undefined || process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) return found;
  await children.run(requireNode24(), [commandScript('electron', 'install-electron')], {
    cwd: root,
    env: node24Environment(),
    capture: true,
    limitMs: fetchLimitMs,
  });
  return findElectron();
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
