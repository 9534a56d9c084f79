/** Slows guessing down: after a few free attempts every further wrong one doubles the wait. */
export interface AttemptLimiter {
  /**
   * Counts an attempt before it is checked, so that many at once count as many. Returns 0 when it may be made,
   * else the milliseconds to wait; an attempt that has to wait is not counted.
   */
  begin(key: string): number;
  /** The attempt was right: forgets the wrong ones before it. */
  passed(key: string): void;
}

export interface AttemptRules {
  /** Wrong attempts before the first wait. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** For PINs: five, then half a minute, doubling up to a quarter of an hour. */
export const pinAttempts: AttemptRules = { free: 5, firstWaitMs: 30_000, longestWaitMs: 900_000 };

/** For the room's code, per address: a whole row of terminals may be set up from one. */
export const roomCodeAttempts: AttemptRules = { free: 10, firstWaitMs: 10_000, longestWaitMs: 900_000 };

/** For the IT password, per address. */
export const adminAttempts: AttemptRules = { free: 5, firstWaitMs: 30_000, longestWaitMs: 900_000 };

interface Attempts {
  count: number;
  /** The moment from which the next attempt may be made. */
  openAt: number;
}

/** Most keys remembered; beyond it those whose wait is over are forgotten. */
const mostKeys = 10_000;

/** A limiter that forgets with the process. */
export function createAttemptLimiter(rules: AttemptRules, now: () => number): AttemptLimiter {
  const attempts = new Map<string, Attempts>();

  const waitAfter = (count: number): number =>
    count < rules.free
      ? 0
      : Math.min(rules.longestWaitMs, rules.firstWaitMs * 2 ** Math.min(count - rules.free, 20));

  const forgetOld = (): void => {
    const longAgo = now() - rules.longestWaitMs;
    for (const [key, { openAt }] of attempts) if (openAt < longAgo) attempts.delete(key);
  };

  return {
    begin(key) {
      const made = attempts.get(key) ?? { count: 0, openAt: 0 };
      const waitMs = made.openAt - now();
      if (waitMs > 0) return waitMs;
      made.count += 1;
      made.openAt = now() + waitAfter(made.count);
      attempts.set(key, made);
      if (attempts.size > mostKeys) forgetOld();
      return 0;
    },
    passed: (key) => void attempts.delete(key),
  };
}
