import type { Stop } from '../../../shared/std/signal.ts';
import type { Timers } from '../../../shared/std/timers.ts';
import { windowTimers } from '../../data/window-timers.ts';

/** What a person does with a terminal. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `onIdle` once nothing has been done at `target` for `idleMs`, and again after each further stretch. By the clock and
 * not by counting: a machine that slept is idle when it wakes.
 */
export function watchIdle(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  idleMs: number,
  onIdle: () => void,
  timers: Timers = windowTimers,
): Stop {
  let last = timers.now();
  let alarm: Stop = () => undefined;
  const touched = (): void => {
    last = timers.now();
  };
  const look = (): void => {
    const rest = last + idleMs - timers.now();
    if (rest <= 0) {
      touched();
      onIdle();
    }
    alarm = timers.after(rest > 0 ? rest : idleMs, look);
  };
  look();
  for (const sign of signs) target.addEventListener(sign, touched, { capture: true, passive: true });
  return () => {
    alarm();
    for (const sign of signs) target.removeEventListener(sign, touched, { capture: true });
  };
}
