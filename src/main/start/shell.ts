import type { Watchable } from '../../shared/std/signal.ts';
import type { AppLog } from '../logs/app-log.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { RoomWindows } from './room-windows.ts';

/** The running program as its parts see it: what `main.ts` gives to each of them. */
export interface Shell {
  readonly options: LaunchOptions;
  readonly log: AppLog;
  /** Holds everything that this program keeps on the machine. */
  readonly folder: string;
  /** The folder of the built program: `main`, `preload` and `renderer` lie in it. */
  readonly built: string;
  /** All keys of this machine are derived from it. */
  readonly machineKey: Uint8Array;
  readonly windows: RoomWindows;
  /** Whether a terminal of this machine knows of a meeting that is open; known without the hub too. */
  readonly meetingIsOpen: Watchable<boolean>;
}
