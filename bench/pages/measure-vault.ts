import type { Measures, StoreSpeed } from './measures.ts';

/** Writes a blob of so many bytes and reads it again, one way, in a worker of its own. */
export const measureVault: Measures['vaultSpeed'] = async (arm, bytes) => {
  const worker = new Worker(new URL('./vault-arms-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<StoreSpeed>((resolve, reject) => {
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<{ readonly speed?: StoreSpeed; readonly failure?: string }>) =>
          data.speed === undefined ? reject(new Error(data.failure)) : resolve(data.speed),
      );
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage({ arm, bytes });
    });
  } finally {
    worker.terminate();
  }
};
