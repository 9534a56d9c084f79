import type { BrowserWindow } from 'electron';
import type { AppLog } from '../logs/app-log.ts';
import { isLeaveChord, isWayOut } from './kiosk-keys.ts';

export interface LockPorts {
  /** Names the window in the log. */
  readonly name: string;
  readonly log: AppLog;
  /** Whether the kiosk is closed now; IT may have left it. */
  isLocked(): boolean;
  /** IT asks to leave. */
  onAsked(): void;
}

/** Closes the ways out of a window for as long as the kiosk is locked. */
export function lockWindow(window: BrowserWindow, { name, log, isLocked, onAsked }: LockPorts): void {
  const contents = window.webContents;
  contents.on('before-input-event', (event, input) => {
    if (isLeaveChord(input)) {
      event.preventDefault();
      onAsked();
    } else if (isLocked() && isWayOut(input)) {
      event.preventDefault();
    }
  });
  window.on('close', (event) => {
    if (!isLocked()) return;
    event.preventDefault();
    log.warn('kiosk/close-refused', { window: name });
  });
  window.on('minimize', () => {
    if (isLocked()) window.restore();
  });
  window.on('leave-full-screen', () => {
    if (!isLocked()) return;
    log.warn('kiosk/full-screen-left', { window: name });
    window.setKiosk(true);
  });
}
