import { useEffect } from 'react';
import { useGuard, useGuardState } from '../../data/guard.ts';
import { watchIdle } from './watch-idle.ts';

/** A seat that nobody has touched for so long locks itself (giờ giải lao) where IT has set nothing else, in milliseconds. */
export const usualIdleLockMs = 5 * 60_000;

/** The same as the settings of the machine have it, from the address of the page; null for never. */
export function idleLockMsOf(search: string): number | null {
  const minutes = new URLSearchParams(search).get('idleLock');
  if (minutes === null || !/^\d{1,3}$/.test(minutes)) return usualIdleLockMs;
  return minutes === '0' ? null : Number(minutes) * 60_000;
}

/** Locks this terminal when nobody touches it for `idleMs` (null: never), once there is a PIN that opens it again. */
export function useIdleLock(idleMs: number | null): void {
  const guard = useGuard();
  const { canLock, state } = useGuardState();
  const isWatching = canLock && state === 'open';
  useEffect(() => {
    if (!isWatching || idleMs === null) return undefined;
    return watchIdle(window, idleMs, () => {
      guard.lock().catch((reason: unknown) => console.error('lock:', reason));
    });
  }, [guard, idleMs, isWatching]);
}
