import { Worker } from 'node:worker_threads';
import { Fault } from '../../shared/std/must.ts';
import type { BackupMessage, BackupProgress, BackupWork } from './backup-work.ts';

/** Does the long part of a backup beside the room. */
export interface BackupThread {
  /** Does one work; rejects with what broke when the thread breaks, and when it is stopped. */
  do(work: BackupWork, onProgress: (progress: BackupProgress) => void): Promise<BackupEnd>;
  /** Ends the work that is under way; what it has written is not a backup and is removed by the next one. */
  stop(): Promise<void>;
}

export type BackupEnd = Exclude<BackupMessage, { type: 'progress' }>;

const entry = new URL('./backup-thread-entry.ts', import.meta.url);

/** Makes it; a thread runs only while there is work. */
export function createBackupThread(): BackupThread {
  const running = new Set<Worker>();
  return {
    do: (work, onProgress) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(entry, { workerData: work });
        running.add(worker);
        worker.on('message', (message: BackupMessage) => {
          if (message.type === 'progress') onProgress(message);
          else resolve(message);
        });
        worker.once('error', reject);
        worker.once('exit', () => {
          running.delete(worker);
          reject(new Fault('the thread of a backup ended before its work'));
        });
      }),
    async stop() {
      await Promise.all(Array.from(running, (worker) => worker.terminate()));
    },
  };
}
