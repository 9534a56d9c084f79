import { constants } from 'node:os';
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { node24Environment, requireNode24 } from './node24.mjs';
import { say } from './repository.mjs';

/**
 * `node build/run/with-node.mjs <entry.ts> [arguments]`: runs a TypeScript entry on Node 24, whatever Node this is.
 * Signals are passed on, and the exit code is the entry's.
 */
export function runWithNode24(/** @type {string[]} */ args) {
  const child = spawn(requireNode24(), ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: 'inherit',
    env: node24Environment(),
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // At a terminal the child has had its Ctrl-C already; a stop that is asked for twice is one stop.
    process.on(signal, () => child.kill(signal));
  }
  child.once('error', (error) => {
    say(error.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  if (args.length === 0) {
    say('Cách dùng · usage: node build/run/with-node.mjs <entry.ts> [arguments]');
    process.exit(2);
  }
  try {
    await ensureInstalled();
    runWithNode24(args);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
