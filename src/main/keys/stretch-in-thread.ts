import { Worker } from 'node:worker_threads';
import type { StretchPin } from '../../shared/private-layer/stretch-pin.ts';

/** Stretches PINs in a thread each, so that windows stay alive meanwhile. `thread` is the built `pin-thread`. */
export function stretchInThread(thread: string): StretchPin {
  return (pin, settings) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(thread, { workerData: { pin, settings } });
      worker.once('message', (stretched: Uint8Array) => resolve(stretched));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('a PIN could not be stretched')));
    });
}
