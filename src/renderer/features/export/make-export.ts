import type { ExportJob, FromExportWorker } from './export-messages.ts';

/**
 * Makes one PDF in a worker of its own, which is gone afterwards with all that it needed.
 *
 * @param onProgress told the share done, from 0 to 1
 * @returns rejects when the PDF cannot be read or `signal` says stop
 */
export function makeExport(
  job: ExportJob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
    type: 'module',
    name: 'export',
  });
  const made = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
      if (data.type === 'progress') onProgress(data.share);
      else if (data.type === 'made') resolve(data.pdf);
      else reject(new Error(data.reason));
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    signal.addEventListener('abort', () => reject(new Error('stopped by the person')));
    worker.postMessage(job, [job.pdf.buffer as ArrayBuffer]);
  });
  return made.finally(() => worker.terminate());
}
