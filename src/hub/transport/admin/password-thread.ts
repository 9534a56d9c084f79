import { Worker } from 'node:worker_threads';

const entry = new URL('./password-thread-entry.ts', import.meta.url);

/**
 * Tries an IT password in a thread of its own: it takes a third of a second, in which the room must not stand still.
 * Rejects when the thread cannot be had.
 */
export function tryInThread(password: string, encoded: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: { password, encoded } });
    worker.once('message', (isRight: unknown) => resolve(isRight === true));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread of a password has ended')));
  });
}
