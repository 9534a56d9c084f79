import type { BrowserWindow } from 'electron';
import type { Timers } from '../../shared/std/timers.ts';
import type { AppLog } from '../logs/app-log.ts';

/** A window of another program has had the focus at least this long before it is taken back, in milliseconds. */
const patienceMs = 300;

export interface FocusPorts {
  readonly name: string;
  readonly log: AppLog;
  readonly timers: Timers;
  isLocked(): boolean;
  /** Whether some window of this program has the focus. */
  isOurs(): boolean;
}

/**
 * Writes down that the focus has left the program, and for how long, and takes it back in a kiosk. The desktop may
 * refuse; then the log is all there is.
 */
export function watchFocus(window: BrowserWindow, { name, log, timers, isLocked, isOurs }: FocusPorts): void {
  let lostAt: number | null = null;
  window.on('blur', () => {
    const leftAt = timers.now();
    timers.after(patienceMs, () => {
      if (window.isDestroyed() || isOurs()) return;
      lostAt ??= leftAt;
      log.warn('focus/lost', { window: name, kiosk: isLocked() });
      if (isLocked()) window.focus();
    });
  });
  window.on('focus', () => {
    if (lostAt === null) return;
    log.info('focus/back', { window: name, awayMs: timers.now() - lostAt });
    lostAt = null;
  });
}
