import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a command is found.
 *
 * @param {string} name of a command
 * @param {string} [path] as in the environment
 * @returns {string | undefined} its file; undefined where no folder of the path holds it
 */
export function onPath(name, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
