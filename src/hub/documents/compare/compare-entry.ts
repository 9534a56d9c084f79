/**
 * The process in which two texts are set against each other. It may be killed at any moment, so it owns nothing; its
 * time is limited from outside, its memory by itself.
 */
import { readFile } from 'node:fs/promises';
import { comparePages } from './compare-pages.ts';
import type { CompareMessage, CompareRequest } from './compare-process.ts';
import { openPdfPages } from './pdf-pages.ts';

/** How often the memory is looked at; what canvases and decoded pictures take is not in the heap. */
const memoryCheckMs = 200;
const mebibyte = 1024 * 1024;

process.once('message', ({ oldFile, newFile, memoryMiB }: CompareRequest) => {
  const look = (): void => {
    if (process.memoryUsage.rss() > memoryMiB * mebibyte) process.exit(1);
  };
  look();
  const watch = setInterval(look, memoryCheckMs);
  void compare(oldFile, newFile).finally(() => {
    clearInterval(watch);
    process.disconnect();
  });
});

async function compare(oldFile: string, newFile: string): Promise<void> {
  const old = await openPdfPages(await bytesOf(oldFile));
  const now = await openPdfPages(await bytesOf(newFile));
  const pages = await comparePages(old, now, (provisional) =>
    tell({ type: 'provisional', pages: provisional }),
  );
  tell({ type: 'compared', pages });
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(file));
}

function tell(message: CompareMessage): void {
  process.send?.(message);
}
