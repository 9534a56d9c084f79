import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const readyLine = z.looseObject({ hub: z.string() });

/** A server that runs as a process of its own, on a port that it has chosen. */
export interface Server {
  /** Where it listens: `http://127.0.0.1:<port>`. */
  readonly url: string;
  stop(): Promise<void>;
}

const programs = {
  /** The hub as it is delivered. */
  hub: '../../src/hub/start/main.ts',
  'forgetful-hub': './forgetful-hub.ts',
  'bare-broadcast': './bare-broadcast.ts',
  'bare-files': './bare-files.ts',
  'naive-pull': './naive-pull.ts',
} as const;

/** Starts a program, and waits for its line of JSON that names the address. */
export async function startServer(program: keyof typeof programs, args: readonly string[]): Promise<Server> {
  const file = fileURLToPath(new URL(programs[program], import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => (stderr = (stderr + text).slice(-4_000)));
  const line = await Promise.race([firstLine(child), once(child, 'exit').then(() => null)]);
  if (line === null) throw new Error(`${program} did not start: ${stderr}`);
  return { url: readyLine.parse(JSON.parse(line)).hub, stop: () => stop(child) };
}

/** A hub over a prepared data folder. */
export function startHub(data: string, kind: 'hub' | 'forgetful-hub' = 'hub'): Promise<Server> {
  return startServer(kind, ['--data', data, '--port', '0']);
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', resolve);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
