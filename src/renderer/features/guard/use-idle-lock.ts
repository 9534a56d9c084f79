import { useEffect } from 'react';
import { useGuard, useGuardState } from '../../data/guard.ts';
import { watchIdle } from './watch-idle.ts';

/** A seat that nobody has touched for so long locks itself (giờ giải lao), in milliseconds. */
export const idleLockMs = 5 * 60_000;

/** Locks this terminal when nobody touches it, once there is a PIN that opens it again. */
export function useIdleLock(): void {
  const guard = useGuard();
  const { canLock, state } = useGuardState();
  const isWatching = canLock && state === 'open';
  useEffect(() => {
    if (!isWatching) return undefined;
    return watchIdle(window, idleLockMs, () => {
      guard.lock().catch((reason: unknown) => console.error('lock:', reason));
    });
  }, [guard, isWatching]);
}
