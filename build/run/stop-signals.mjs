import { say } from './repository.mjs';

/**
 * Makes Ctrl-C, SIGTERM and SIGHUP stop a command cleanly: children first, exit code 0. A second signal changes
 * nothing, for npm and the terminal both pass on the same Ctrl-C. When npm itself is killed no signal comes at all;
 * then the command sees that its parent has changed.
 *
 * @param {import('./children.mjs').Children} children
 * @param {() => Promise<void>} [before] what is stopped in its own order, before all the rest
 * @param {number} [code] exit code after the stop
 */
export function stopOnSignals(children, before = async () => {}, code = 0) {
  const stop = async () => {
    if (children.isStopping) return;
    say('\nĐang dừng… · Stopping…');
    await before();
    await children.stop();
    process.exit(code);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void stop());
  }
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 1000).unref();
}
