import type { RoomPorts } from './ports.ts';

/** Says that something has changed; it is told soon, and at most so often. */
export type Pace = () => void;

/**
 * Tells of what changes often and matters as a whole: at the end of the turn after quiet, else once `everyMs`, the last
 * change always.
 */
export function createPace(
  { endOfTurn, later }: Pick<RoomPorts, 'endOfTurn' | 'later'>,
  everyMs: number,
  tell: () => void,
): Pace {
  let isDue = false;
  let isResting = false;
  const tellNow = (): void => {
    isDue = false;
    isResting = true;
    later(everyMs, () => {
      isResting = false;
      if (isDue) tellNow();
    });
    tell();
  };
  return () => {
    if (isDue) return;
    isDue = true;
    if (!isResting) endOfTurn(tellNow);
  };
}
