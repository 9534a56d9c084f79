import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const readyLine = z.object({ ready: z.literal(true), hub: z.string(), roomCode: z.string() }).loose();

/** A hub that runs as a process of its own. */
export interface HubProcess {
  readonly url: string;
  readonly roomCode: string;
  /** The line it printed when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** What it has written to standard error. */
  stderr(): string;
  /** Sends a signal and waits for the end; resolves with the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  readonly ended: Promise<number | null>;
}

/** A hub that did not become ready: its exit code and what it said. */
export interface NotStarted {
  readonly exitCode: number | null;
  readonly stderr: string;
}

const entries = {
  real: fileURLToPath(new URL('../start/main.ts', import.meta.url)),
  /** A hub with a planted fault, named by the first argument; see `faulty-hub.ts`. */
  faulty: fileURLToPath(new URL('./faulty-hub.ts', import.meta.url)),
} as const;

/** Starts a hub and waits until it is ready or has ended. */
export async function startHubProcess(
  args: readonly string[],
  entry: keyof typeof entries = 'real',
  environment: NodeJS.ProcessEnv = {},
): Promise<HubProcess | NotStarted> {
  const child = spawn(process.execPath, [entries[entry], ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Compiling the same sources again and again would take most of the time of a test that starts many hubs.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'nghi-su-compile-cache'), ...process.env, ...environment },
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  let stderr = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => (stderr += text));
  const line = await Promise.race([firstLine(child), once(child, 'close').then(() => null)]);
  if (line === null) return { exitCode: await ended, stderr };
  const ready = readyLine.parse(JSON.parse(line));
  return {
    url: ready.hub,
    roomCode: ready.roomCode,
    ready,
    stderr: () => stderr,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** As {@link startHubProcess}; fails when the hub does not start. */
export async function mustStart(
  args: readonly string[],
  entry: keyof typeof entries = 'real',
  environment: NodeJS.ProcessEnv = {},
): Promise<HubProcess> {
  const hub = await startHubProcess(args, entry, environment);
  if ('exitCode' in hub) throw new Error(`the hub did not start: ${hub.stderr}`);
  return hub;
}

/** As {@link startHubProcess}; fails when the hub does start. */
export async function mustNotStart(args: readonly string[]): Promise<NotStarted> {
  const hub = await startHubProcess(args);
  if ('exitCode' in hub) return hub;
  await hub.end('SIGKILL');
  throw new Error('the hub has started');
}

function firstLine(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    if (child.stdout === null) return resolve(null);
    createInterface({ input: child.stdout }).once('line', resolve);
  });
}
