/**
 * The process in which files of unknown origin are parsed. A thread of it does the work; this one only watches how much
 * memory the whole process takes, which no limit of the thread counts, and ends it when that is too much.
 */
import { createPdfThread } from './pdf-thread.ts';
import { processLimits, type NumberedRequest, type ReaderMessage } from './pdf-reading.ts';

const limits = processLimits.parse(JSON.parse(process.argv[2] ?? ''));
const watchMs = 100;
const mebibyte = 1024 * 1024;

const say = (message: ReaderMessage): void => void process.send?.(message);
const thread = createPdfThread(limits);

process.on('message', ({ id, request }: NumberedRequest) => {
  void thread.read(request).then((reading) => say({ type: 'reading', id, reading }));
});
process.on('disconnect', () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > limits.processMiB * mebibyte) process.exit(1);
}, watchMs).unref();
say({ type: 'ready' });
