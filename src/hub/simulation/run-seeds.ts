import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SeedReport } from './simulation.ts';

/** What a worker says of one seed. */
export type SeedOutcome =
  | { readonly report: SeedReport }
  | { readonly seed: number; readonly failure: string };

export interface SeedsReport {
  readonly seeds: number;
  readonly commands: number;
  /** How often each thing that must not stay untried has happened. */
  readonly accepted: number;
  readonly lateBallots: number;
  readonly announcedVotes: number;
  readonly floorRequests: number;
  readonly floorGiven: number;
  readonly moves: number;
  readonly lateDecided: number;
  readonly confirmedCounts: number;
  readonly copiesHandedOut: number;
  readonly linesWritten: number;
  readonly faults: number;
  readonly restores: number;
  /** Copies made by hand that took over in the same epoch. */
  readonly copies: number;
  readonly fullRooms: number;
  /** One text per violation, beginning with its seed. */
  readonly violations: readonly string[];
}

export interface SeedsOptions {
  readonly from: number;
  readonly count: number;
  readonly workers?: number;
  /** Called after each seed with how many are done. */
  onProgress?(done: number): void;
}

/** Runs consecutive seeds on worker threads; which thread runs which seed makes no difference to any of them. */
export async function runSeeds(options: SeedsOptions): Promise<SeedsReport> {
  const { from, count } = options;
  const outcomes: SeedOutcome[] = [];
  let next = from;
  const runOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url));
      const give = (): void => {
        if (next < from + count) return worker.postMessage(next++);
        void worker.terminate();
        resolve();
      };
      worker.on('message', (outcome: SeedOutcome) => {
        outcomes.push(outcome);
        options.onProgress?.(outcomes.length);
        give();
      });
      worker.on('error', reject);
      give();
    });
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), count));
  await Promise.all(Array.from({ length: workers }, runOne));
  return summed(outcomes);
}

function summed(outcomes: readonly SeedOutcome[]): SeedsReport {
  const reports = outcomes.flatMap((outcome) => ('report' in outcome ? [outcome.report] : []));
  const failures = outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome] : []));
  const sum = (of: (report: SeedReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    seeds: outcomes.length,
    commands: sum((report) => report.commands),
    accepted: sum((report) => report.accepted),
    lateBallots: sum((report) => report.lateBallots),
    announcedVotes: sum((report) => report.announcedVotes),
    floorRequests: sum((report) => report.floorRequests),
    floorGiven: sum((report) => report.floorGiven),
    moves: sum((report) => report.moves),
    lateDecided: sum((report) => report.lateDecided),
    confirmedCounts: sum((report) => report.confirmedCounts),
    copiesHandedOut: sum((report) => report.copiesHandedOut),
    linesWritten: sum((report) => report.linesWritten),
    faults: sum((report) => report.faults),
    restores: reports.filter((report) => report.restored).length,
    copies: reports.filter((report) => report.copied).length,
    fullRooms: reports.filter((report) => report.seats === 30).length,
    violations: failures.toSorted((a, b) => a.seed - b.seed).map((failure) => failure.failure),
  };
}
