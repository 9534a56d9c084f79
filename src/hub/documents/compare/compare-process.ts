import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PageOrigin } from '../../../shared/records/replacement.ts';

/** What the process is asked. */
export interface CompareRequest {
  readonly oldFile: string;
  readonly newFile: string;
  readonly memoryMiB: number;
}

/** What it says: first what the words alone say, then the whole. */
export interface CompareMessage {
  readonly type: 'provisional' | 'compared';
  readonly pages: PageOrigin[];
}

/** A PDF on the disk with the number of its pages. */
export interface ComparedFile {
  readonly file: string;
  readonly pages: number;
}

export interface Comparison {
  /** One for each page of the new text. */
  readonly pages: PageOrigin[];
  /** False where time or memory ran out: what was not compared counts as changed. */
  readonly isComplete: boolean;
}

/** What one comparison may cost before its process is killed. */
export interface CompareLimits {
  readonly timeoutMs: number;
  /** Of the whole process, in MiB. */
  readonly memoryMiB: number;
}

/** Sets two texts against each other, one pair at a time. */
export interface PageComparer {
  /** Never rejects: whatever the bytes do to the engine, every page of the new text has an origin. */
  compare(old: ComparedFile, now: ComparedFile): Promise<Comparison>;
  /** Kills what is running. */
  stop(): void;
}

export const defaultCompareLimits: CompareLimits = { timeoutMs: 75_000, memoryMiB: 1536 };

const entry = fileURLToPath(new URL('./compare-entry.ts', import.meta.url));
/** Below what serves the room. */
const background = 10;

/** Makes a comparer; a process is started for each comparison and ends with it. */
export function createPageComparer(limits: Partial<CompareLimits> = {}): PageComparer {
  const within = { ...defaultCompareLimits, ...limits };
  let last: Promise<unknown> = Promise.resolve();
  let running: ChildProcess | null = null;

  const run = async (old: ComparedFile, now: ComparedFile): Promise<Comparison> => {
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${within.memoryMiB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    running = child;
    const told = await whatItTells(child, { oldFile: old.file, newFile: now.file, ...within });
    running = null;
    if (told !== null && told.pages.length === now.pages) {
      return { pages: told.pages, isComplete: told.type === 'compared' };
    }
    return { pages: allChanged(old.pages, now.pages), isComplete: false };
  };

  return {
    compare(old, now) {
      const next = last.then(() => run(old, now));
      last = next.catch(() => undefined);
      return next;
    },
    stop: () => void running?.kill('SIGKILL'),
  };
}

/** The last message before the process ended or was killed; null when there was none. */
function whatItTells(
  child: ChildProcess,
  { timeoutMs, ...request }: CompareRequest & CompareLimits,
): Promise<CompareMessage | null> {
  return new Promise((resolve) => {
    let told: CompareMessage | null = null;
    const clock = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const settle = (): void => {
      clearTimeout(clock);
      resolve(told);
    };
    child.on('message', (message: CompareMessage) => {
      told = message;
    });
    child.once('spawn', () => putBehind(child));
    child.once('error', settle);
    child.once('close', settle);
    child.send(request, () => undefined);
  });
}

function putBehind({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, background);
  } catch {
    // It has ended already, or the system does not let us: the comparison is right all the same.
  }
}

/** Nothing is known: every page is to be looked at again, and none of the notes is lost. */
function allChanged(oldPages: number, newPages: number): PageOrigin[] {
  return Array.from({ length: newPages }, (_, index) => ({
    from: index < oldPages ? index + 1 : null,
    changed: true,
  }));
}
