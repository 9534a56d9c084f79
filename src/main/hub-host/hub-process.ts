import { createInterface } from 'node:readline';
import { utilityProcess } from 'electron';
import type { FromHub, ToHub } from './hub-messages.ts';

/** How the process of a hub is started. */
export interface HubStart {
  /** The built `hub-entry`. */
  readonly program: string;
  readonly entry: string;
  readonly node: string | null;
  readonly args: readonly string[];
}

/** What a hub's process tells. */
export interface HubEvents {
  /** A line of its standard output: what it says when it is ready, with secrets in it. */
  said(line: string): void;
  /** A line of its log, or the sentence with which it refuses to start. */
  logged(line: string): void;
  answered(round: number): void;
  ended(code: number): void;
}

/** The process of a hub. */
export interface HubProcess {
  send(message: ToHub): void;
  kill(): void;
}

/** Starts a hub in a process of Electron's own kind. */
export function forkHub({ program, entry, node, args }: HubStart, events: HubEvents): HubProcess {
  const child = utilityProcess.fork(program, [entry, node ?? '-', ...args], {
    serviceName: 'nghisu-hub',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const follow = (stream: NodeJS.ReadableStream | null, line: (text: string) => void): void => {
    if (stream !== null) createInterface({ input: stream }).on('line', line);
  };
  follow(child.stdout, (line) => events.said(line));
  follow(child.stderr, (line) => events.logged(line));
  child.on('message', (message: FromHub) => events.answered(message.round));
  child.on('exit', (code) => events.ended(code));
  return { send: (message) => child.postMessage(message), kill: () => void child.kill() };
}
