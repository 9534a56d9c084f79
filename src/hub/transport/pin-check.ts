import type { PinHash } from '../store/pin-hash.ts';

/** Compares a PIN with what is kept; null while too many others are waiting for the same. */
export type PinCheck = (pin: string, kept: PinHash) => Promise<boolean | null>;

/** A check costs a tenth of a second of one core and 32 MiB: so many run at once, and so many may wait. */
export interface PinCheckBounds {
  readonly atOnce: number;
  readonly waiting: number;
}

const usual: PinCheckBounds = { atOnce: 2, waiting: 400 };

/** Bounds the work of checking PINs, so that sixty people who sign in at once leave the disk its threads. */
export function createPinCheck(
  matches: (pin: string, kept: PinHash) => Promise<boolean>,
  bounds: PinCheckBounds = usual,
): PinCheck {
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running >= bounds.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return async (pin, kept) => {
    if (waiting.length >= bounds.waiting) return null;
    await enter();
    try {
      return await matches(pin, kept);
    } finally {
      leave();
    }
  };
}
