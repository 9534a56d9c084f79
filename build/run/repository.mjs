import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A path inside the repository.
 *
 * @param {...string} parts
 */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/**
 * The script behind the command of an installed package.
 *
 * @param {string} packageName for example `vitest`
 * @param {string} [command] name of the command, when it differs from the package's
 * @returns {string} absolute path of a script for Node
 */
export function commandScript(packageName, command = packageName) {
  const manifestPath = inRoot('node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  return join(dirname(manifestPath), typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Says one line to the person at the terminal. Standard output is kept for machines, so this is standard error.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
