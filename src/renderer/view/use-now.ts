import { useCallback, useSyncExternalStore } from 'react';

/**
 * This machine's clock plus `aheadMs`, in whole minutes; renders again when the minute changes.
 * With the difference to the hub's clock it is the room's time.
 */
export function useMinute(aheadMs: number): number {
  const read = useCallback(() => Math.floor((Date.now() + aheadMs) / 60_000) * 60_000, [aheadMs]);
  return useSyncExternalStore(eachSecond, read);
}

/** The same in whole seconds, for a timer that somebody watches. */
export function useSecond(aheadMs: number): number {
  const read = useCallback(() => Math.floor((Date.now() + aheadMs) / 1_000) * 1_000, [aheadMs]);
  return useSyncExternalStore(eachSecond, read);
}

function eachSecond(onTick: () => void): () => void {
  const timer = setInterval(onTick, 1_000);
  return () => clearInterval(timer);
}
