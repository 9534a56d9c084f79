import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { descendants } from './descendants.mjs';

/**
 * @typedef {object} Ended how a child ended
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 * @property {boolean} timedOut
 * @property {string} output what it wrote, when it was captured
 */

/**
 * Everything that one command has started, so that one call can stop it all. Children stay in the process group
 * of the command: whoever ends the group ends them too.
 */
export class Children {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();
  #stopping = false;

  /** True from the first wish to stop; a child that ends then has not died by itself. */
  get isStopping() {
    return this.#stopping;
  }

  /**
   * Starts a child that is stopped with the others.
   *
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions} [options]
   */
  start(command, args, options = {}) {
    if (this.#stopping) throw new Stopped();
    const child = spawn(command, args, { windowsHide: true, ...options });
    this.#running.add(child);
    child.once('close', () => this.#running.delete(child));
    child.once('error', () => this.#running.delete(child));
    return child;
  }

  /**
   * Runs a child to its end.
   *
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions & { capture?: boolean, limitMs?: number }} [options] with
   *   `capture` its output is kept instead of shown; after `limitMs` it is killed with all that it started
   * @returns {Promise<Ended>}
   */
  async run(command, args, { capture = false, limitMs, ...options } = {}) {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : (options.stdio ?? 'inherit');
    const child = this.start(command, args, { ...options, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    let timedOut = false;
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            void killTree(child);
          }, limitMs);
    try {
      const [code, signal] = await once(child, 'close');
      if (this.#stopping) throw new Stopped();
      return { code, signal, timedOut, output };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Asks every child to stop, and ends after the grace what has not.
   *
   * @param {number} [graceMs]
   */
  async stop(graceMs = 8000) {
    this.#stopping = true;
    const running = [...this.#running];
    await Promise.all(running.map((child) => stopChild(child, graceMs)));
  }
}

/** Thrown in a command whose children are being stopped: there is nothing left for it to do. */
export class Stopped extends Error {
  /** @override */
  name = 'Stopped';
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} graceMs
 */
async function stopChild(child, graceMs) {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => void killTree(child), graceMs);
  await closed;
  clearTimeout(timer);
}

/** @param {import('node:child_process').ChildProcess} child */
async function killTree(child) {
  if (child.pid === undefined || hasEnded(child)) return;
  for (const pid of [...(await descendants(child.pid)), child.pid]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime, which is what was wanted.
    }
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}
