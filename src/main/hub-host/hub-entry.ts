import { pathToFileURL } from 'node:url';
import type { FromHub, ToHub } from './hub-messages.ts';

/**
 * The entry of the process that hosts a hub: `hub-entry <hub's entry> <Node, or -> <arguments…>`. It loads the hub by its
 * path and is no part of it: the hub runs here as it runs alone, answers no differently, and is stopped as by a signal.
 */
const [, , entry = '', node = '-', ...args] = process.argv;

/** As far as Electron's port to the parent matters here. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ToHub }) => void): void;
  postMessage(message: FromHub): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
parentPort.on('message', ({ data }) => {
  if (data.op === 'ping') parentPort.postMessage({ op: 'pong', round: data.round });
  // The hub ends in good order on SIGTERM, which Windows does not have.
  else process.emit('SIGTERM');
});
// What the hub starts in turn (readers of foreign files) has to be Node: this executable may be Electron.
if (node !== '-') process.execPath = node;
process.argv = [process.execPath, entry, ...args];
await import(pathToFileURL(entry).href);
