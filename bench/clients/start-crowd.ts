import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Tasks } from './tasks.ts';

/** A task for the process of the clients. */
export interface Order {
  readonly task: keyof Tasks;
  readonly given: readonly unknown[];
}

/** What came of it. */
export interface Done {
  readonly value: unknown;
  readonly error: string | null;
}

/** Many clients in one process of their own, so that they do not share a thread with what is measured. */
export interface Crowd extends Tasks {
  stop(): Promise<void>;
}

/** Starts the process of the clients. */
export function startCrowd(): Crowd {
  const child = fork(fileURLToPath(new URL('./crowd-process.ts', import.meta.url)), {
    serialization: 'advanced',
  });
  let waiting: ((done: Done) => void) | null = null;
  const settle = (done: Done): void => {
    waiting?.(done);
    waiting = null;
  };
  child.on('message', (message) => settle(message as Done));
  child.on('exit', () => settle({ value: null, error: 'the clients are gone' }));
  const run = async (task: keyof Tasks, given: readonly unknown[]): Promise<unknown> => {
    const { value, error } = await new Promise<Done>((resolve) => {
      waiting = resolve;
      child.send({ task, given } satisfies Order);
    });
    if (error !== null) throw new Error(`${task}: ${error}`);
    return value;
  };
  const task =
    <Name extends keyof Tasks>(name: Name) =>
    (...given: Parameters<Tasks[Name]>) =>
      run(name, given) as ReturnType<Tasks[Name]>;
  return {
    connect: task('connect'),
    ask: task('ask'),
    pokeOf: task('pokeOf'),
    show: task('show'),
    broadcast: task('broadcast'),
    cast: task('cast'),
    agree: task('agree'),
    storm: task('storm'),
    fetchAll: task('fetchAll'),
    close: task('close'),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
