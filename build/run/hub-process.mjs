import { createInterface } from 'node:readline';
import { existsSync } from 'node:fs';
import { Stopped } from './children.mjs';
import { node24Environment, requireNode24 } from './node24.mjs';
import { inRoot, root } from './repository.mjs';

/**
 * What the hub says when it takes commands: one line of JSON.
 *
 * @typedef {object} HubReady
 * @property {true} ready
 * @property {string} hub base address
 * @property {{ chair?: string, clerk?: string, screen?: string, seats?: Record<string, string> }} surfaces
 * @property {{ address: string, password: string | null }} [admin] IT's page
 * @property {{ name: string, seat: string | null, roles: string[], pin: string }[]} pins of the sample people
 */

/**
 * @typedef {object} HubProcess
 * @property {HubReady} ready
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<string>} ended resolves with how it ended, for a person to read
 */

const entry = inRoot('src', 'hub', 'start', 'main.ts');

/** Making the sample, with its documents and PINs, takes seconds; a minute means that something is wrong. */
const patienceMs = 120_000;

/**
 * Starts the hub and waits until it takes commands. What it logs goes to standard error.
 *
 * @param {import('./children.mjs').Children} children
 * @param {import('./start-options.mjs').StartOptions} options
 * @returns {Promise<HubProcess>}
 * @throws when the hub ends or keeps silent before it is ready
 */
export async function startHub(children, options) {
  const child = children.start(
    requireNode24(),
    ['--disable-warning=ExperimentalWarning', entry, ...hubArguments(options)],
    { cwd: root, env: node24Environment(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((/** @type {(how: string) => void} */ resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const ready = await Promise.race([
    readReady(child),
    ended.then((how) => {
      if (children.isStopping) throw new Stopped();
      throw new Error(`Máy chủ dừng trước khi sẵn sàng · the hub stopped before it was ready (${how})`);
    }),
  ]);
  return { ready, child, ended };
}

/** @param {import('./start-options.mjs').StartOptions} options */
function hubArguments({ data, port, documents }) {
  const ui = inRoot('out', 'renderer');
  return [
    ...['--data', data, '--port', String(port)],
    ...(documents === undefined ? ['--sample'] : ['--documents', documents]),
    ...(existsSync(ui) ? ['--ui', ui] : []),
  ];
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<HubReady>}
 */
function readReady(child) {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the hub has no standard output');
    const timer = setTimeout(() => {
      reject(new Error('Máy chủ không trả lời · the hub says nothing'));
    }, patienceMs);
    child.once('exit', () => clearTimeout(timer));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = parseReady(line);
      if (said === undefined) return void process.stderr.write(`${line}\n`);
      clearTimeout(timer);
      resolve(said);
    });
  });
}

/**
 * @param {string} line
 * @returns {HubReady | undefined}
 */
function parseReady(line) {
  try {
    const said = JSON.parse(line);
    return said?.ready === true && typeof said.hub === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}
