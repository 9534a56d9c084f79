import type { PointedPlace } from '../../../shared/protocol/point.ts';
import { createThrottle } from './throttle.ts';

/** Pointers are told to the room no more often than this, in milliseconds. */
const leastGapMs = 50;

/** A pointer that rests is told again after this, so that it is not taken for one that was lost. */
const stillHereMs = 1_000;

interface OneTimer {
  after(ms: number, act: () => void): () => void;
}

/** Tells the room where one points, as often as it may and as often as it must; null ends it at once. */
export function createPointerTeller(
  tell: (at: PointedPlace | null) => void,
  timers: OneTimer,
): (at: PointedPlace | null) => void {
  const throttle = createThrottle(leastGapMs, timers);
  let stopResting: () => void = () => undefined;
  let isPointing = false;
  const rest = (at: PointedPlace): void => {
    stopResting = timers.after(stillHereMs, () => {
      tell(at);
      rest(at);
    });
  };
  return (at) => {
    stopResting();
    if (at !== null) {
      isPointing = true;
      throttle.run(() => tell(at));
      return rest(at);
    }
    throttle.stop();
    if (isPointing) tell(null);
    isPointing = false;
  };
}
