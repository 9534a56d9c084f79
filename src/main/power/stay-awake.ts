import type { PowerSaveBlocker } from 'electron';
import type { Watchable } from '../../shared/std/signal.ts';
import type { AppLog } from '../logs/app-log.ts';

export interface StayAwakePorts {
  readonly blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
  readonly meetingIsOpen: Watchable<boolean>;
  readonly log: AppLog;
}

/** Keeps the display on and the machine awake for as long as a meeting is open, and not longer. */
export function stayAwake({ blocker, meetingIsOpen, log }: StayAwakePorts): void {
  let id: number | null = null;
  const follow = (isOpen: boolean): void => {
    if (isOpen === (id !== null)) return;
    if (id === null) {
      id = blocker.start('prevent-display-sleep');
    } else {
      blocker.stop(id);
      id = null;
    }
    log.info(isOpen ? 'power/kept-awake' : 'power/may-sleep');
  };
  follow(meetingIsOpen.get());
  meetingIsOpen.subscribe(follow);
}
