import { useLinkStatus } from './room.ts';

/**
 * Puts a moment by this machine's own clock right by the hub's, so that every time on the screen is the room's. Moments
 * of records are the hub's already. While the hub's clock has not been heard of, a moment stays as it is, as the clock
 * of the window does.
 */
export function useOwnTime(): (ownMs: number) => number {
  const difference = useLinkStatus().clockDifferenceMs ?? 0;
  return (ownMs) => ownMs + difference;
}
