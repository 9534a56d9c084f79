import type { PinSettings } from '../protocol/pin.ts';

/** What stretching a PIN costs. */
export type PinCost = Omit<PinSettings, 'salt'>;

/**
 * The least that a terminal accepts from a hub: the OWASP Password Storage Cheat Sheet's minimum for argon2id.
 * About 50 ms of one core.
 */
export const pinFloor: PinCost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };

/** For PINs that a terminal issues: the memory and passes of RFC 9106's second choice. About a third of a second. */
export const pinCost: PinCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/** The most that a terminal lets a hub make it work: a hostile one would hold it up for ever. */
const pinCeiling: PinCost = { memoryKiB: 256 * 1024, passes: 8, lanes: 4 };

/** Whether a terminal stretches a PIN by these settings at all. */
export function isAcceptableCost({ memoryKiB, passes, lanes }: PinCost): boolean {
  const isEnough = memoryKiB >= pinFloor.memoryKiB && passes >= pinFloor.passes;
  const isBounded =
    memoryKiB <= pinCeiling.memoryKiB && passes <= pinCeiling.passes && lanes <= pinCeiling.lanes;
  return isEnough && isBounded;
}
