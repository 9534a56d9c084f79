/**
 * Runs a program of the system on a file of unknown origin, within limits of time, memory and output, in a process
 * group of its own so that nothing of it is left behind. Where the system allows it, without a network.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

export interface ToolLimits {
  readonly timeoutMs: number;
  /** MiB of memory of the program with all that it starts. Counted where the system tells it (Linux). */
  readonly memoryMiB: number;
}

export interface ToolRun {
  readonly program: string;
  readonly args: readonly string[];
  /** Working folder, home and temporary folder of the program: it belongs to this run alone. */
  readonly folder: string;
  readonly limits: ToolLimits;
  readonly signal?: AbortSignal | undefined;
  /** Put in the program's network namespace, that is in none. */
  readonly withoutNetwork: readonly string[];
}

export type ToolOutcome =
  | { readonly ended: 'well'; readonly output: string }
  | { readonly ended: 'badly' | 'late' | 'too-big' | 'aborted' };

const watchMs = 250;
const mostOutput = 4 * 1024 * 1024;
const mebibyte = 1024 * 1024;

/** Runs the program to its end, or ends it. Never rejects. */
export function runTool(run: ToolRun): Promise<ToolOutcome> {
  const [program = run.program, ...args] = [...run.withoutNetwork, run.program, ...run.args];
  const child = spawn(program, args, {
    cwd: run.folder,
    detached: process.platform !== 'win32',
    env: environment(run.folder),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  yieldToOthers(child);
  return new Promise((resolve) => {
    let output = '';
    const settle = (outcome: ToolOutcome): void => {
      clearTimeout(clock);
      clearInterval(watch);
      run.signal?.removeEventListener('abort', abort);
      endGroup(child);
      resolve(outcome);
    };
    const abort = (): void => settle({ ended: 'aborted' });
    const clock = setTimeout(() => settle({ ended: 'late' }), run.limits.timeoutMs);
    const watch = setInterval(() => {
      if (memoryOfGroup(child.pid) > run.limits.memoryMiB * mebibyte) settle({ ended: 'too-big' });
    }, watchMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.length > mostOutput) settle({ ended: 'too-big' });
    });
    child.once('error', () => settle({ ended: 'badly' }));
    child.once('close', (code) => settle(code === 0 ? { ended: 'well', output } : { ended: 'badly' }));
    run.signal?.addEventListener('abort', abort);
    if (run.signal?.aborted === true) abort();
  });
}

/** No proxy, no display, no home but the run's own folder; one thread for programs that would take every core. */
function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    HOME: folder,
    TMPDIR: folder,
    TEMP: folder,
    LANG: 'C.UTF-8',
    OMP_THREAD_LIMIT: '1',
    SAL_USE_VCLPLUGIN: 'svp',
  };
}

/** The room comes first: what converts or reads takes what is left of the machine. */
function yieldToOthers(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended by itself.
  }
}

/** Resident bytes of all processes of a group; 0 where the system does not tell. */
function memoryOfGroup(group: number | undefined): number {
  if (process.platform !== 'linux' || group === undefined) return 0;
  let bytes = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    bytes += residentIn(entry, group);
  }
  return bytes;
}

function residentIn(pid: string, group: number): number {
  try {
    // "pid (name) state ppid pgrp …": the name may hold blanks and brackets, so it is cut off at its last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) !== group) return 0;
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1];
    return Number(pages ?? 0) * 4096;
  } catch {
    return 0; // It has just ended.
  }
}
