import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';

/** Begins one attempt; it ends by itself, and must end soon once `signal` is aborted. */
export type Attempt<Value> = (signal: AbortSignal) => Promise<Value>;

export interface InTurnPorts<Value> {
  readonly timers: Pick<Timers, 'after'>;
  /** The next attempt begins beside the one before when that has not come to an end after so long, in milliseconds. */
  readonly patienceMs: number;
  /** Undoes a success that came after another one. */
  discard(value: Value): void;
}

/**
 * The first attempt that succeeds, and its place. Attempts begin in their order: the next one when the one before has
 * failed or takes long, so that a dead address costs little and one that answers is not asked beside others. Rejects
 * with an `AggregateError` of all reasons, in order, when none succeeds.
 */
export function firstToAnswer<Value>(
  attempts: ReadonlyArray<Attempt<Value>>,
  { timers, patienceMs, discard }: InTurnPorts<Value>,
): Promise<{ readonly value: Value; readonly at: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ value: Value; at: number }>();
  const over = new AbortController();
  const reasons: unknown[] = [];
  let begun = 0;
  let failed = 0;
  let stopWaiting: Stop = () => undefined;
  const begin = (): void => {
    stopWaiting();
    const at = begun;
    const attempt = attempts[at];
    if (attempt === undefined) return;
    begun += 1;
    stopWaiting = timers.after(patienceMs, begin);
    attempt(over.signal).then(
      (value) => {
        if (over.signal.aborted) return discard(value);
        stopWaiting();
        over.abort();
        return resolve({ value, at });
      },
      (reason: unknown) => {
        reasons[at] = reason;
        failed += 1;
        if (over.signal.aborted) return;
        if (failed === attempts.length) {
          stopWaiting();
          reject(new AggregateError(reasons, 'no address of the hub answers'));
        } else begin();
      },
    );
  };
  if (attempts.length === 0) reject(new AggregateError([], 'the hub has no address'));
  else begin();
  return promise;
}
