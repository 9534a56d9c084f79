import type { StretchPin } from '../../../shared/private-layer/stretch-pin.ts';

/** Stretches a PIN in a worker of its own, so that the window stays alive meanwhile. */
export const stretchInWorker: StretchPin = (pin, settings) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pin-worker.ts', import.meta.url), { type: 'module', name: 'pin' });
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(`a PIN could not be stretched: ${event.message}`));
    };
    worker.postMessage({ pin, settings });
  });
