import type { Stop } from './signal.ts';

/** Time as a port: the wall clock and one-shot timers, so that a simulation can own both. */
export interface Timers {
  /** Milliseconds since 1970 by this machine's clock; for people to read, never for order. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds, unless stopped before. */
  after(ms: number, run: () => void): Stop;
}
