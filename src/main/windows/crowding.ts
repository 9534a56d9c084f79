/** What the processors have done since the machine was started, as `os.cpus()` tells it: milliseconds by kind. */
export type ProcessorTimes = readonly { readonly times: Readonly<Record<string, number>> }[];

/** Less than this share of all processors idle, and whoever wants one waits for it. */
const idleLeft = 0.1;

/** Watches the processors: each question is answered for the time since the one before. */
export function createCrowding(processors: () => ProcessorTimes): () => boolean {
  let last = spentBy(processors());
  return () => {
    const now = spentBy(processors());
    const all = now.all - last.all;
    const idle = now.idle - last.idle;
    last = now;
    return all > 0 && idle / all < idleLeft;
  };
}

function spentBy(processors: ProcessorTimes): { readonly all: number; readonly idle: number } {
  let all = 0;
  let idle = 0;
  for (const { times } of processors) {
    for (const ms of Object.values(times)) all += ms;
    idle += times['idle'] ?? 0;
  }
  return { all, idle };
}
