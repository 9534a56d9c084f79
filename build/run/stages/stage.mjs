import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { node24Environment, requireNode24 } from '../node24.mjs';
import { inRoot, root } from '../repository.mjs';

/**
 * What a stage has found out.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {string[]} failed titles
 * @property {Skipped[]} skipped
 * @property {string[]} [notes] what a person should know beside the numbers
 */

/**
 * @typedef {object} Skipped
 * @property {string} title
 * @property {string} reason
 */

/**
 * One stage of `npm test`.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} limitMinutes after which it is ended and counts as failed
 * @property {(work: StageWork) => Promise<Outcome>} run
 */

/**
 * What a stage is given to work with.
 *
 * @typedef {object} StageWork
 * @property {import('../children.mjs').Children} children
 * @property {number} limitMs
 * @property {ReadonlyMap<string, Outcome>} earlier outcomes of the stages before, by name
 */

/**
 * Runs a tool of the repository on Node 24, with its output on the terminal unless it is captured.
 *
 * @param {StageWork} work
 * @param {string[]} args script and arguments
 * @param {{ capture?: boolean, env?: NodeJS.ProcessEnv, prefix?: string[] }} [options] `prefix` is a command that
 *   runs the command, such as `xvfb-run`
 */
export async function runTool({ children, limitMs }, args, { capture = false, env = {}, prefix = [] } = {}) {
  const [command, ...rest] = [...prefix, requireNode24(), ...args];
  return children.run(String(command), rest, { cwd: root, env: node24Environment(env), capture, limitMs });
}

/**
 * Why a tool that ended badly did so, in a few words.
 *
 * @param {import('../children.mjs').Ended} ended
 */
export function howItEnded({ code, signal, timedOut }) {
  if (timedOut) return 'took too long and was ended';
  return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}

/**
 * A place for a machine-readable report, empty.
 *
 * @param {string} name
 */
export async function reportFile(name) {
  const file = inRoot('out', 'reports', `${name}.json`);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  return file;
}

/**
 * Reads a report; undefined when the tool wrote none, which is a failure and not an empty success.
 *
 * @param {string} file
 */
export async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
