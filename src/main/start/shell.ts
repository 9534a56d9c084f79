import type { Watchable } from '../../shared/std/signal.ts';
import type { RequestGate } from '../bridge/serve-request.ts';
import type { WindowPlaces } from '../displays/place-windows.ts';
import type { ReadyHub } from '../hub-host/hub-host.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';
import type { RememberingLog } from '../health/last-error.ts';
import type { PairingDesk } from '../pairing/pairing-desk.ts';
import type { Notices } from '../plain/notices.ts';
import type { PrintWindows } from '../print/print-windows.ts';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import type { MachineSettings } from '../policy/read-app-policy.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { RoomWindows } from './room-windows.ts';

/** What there is before anything of this machine has been read: it cannot fail for want of a disk or a key. */
export interface Ground {
  /** The command line under the settings of the machine. */
  readonly options: LaunchOptions;
  /** For the command line of a second start. */
  readonly settings: MachineSettings;
  /** What is in force. */
  readonly policy: EffectivePolicy;
  readonly log: RememberingLog;
  /** The folder of the built program: `main`, `preload` and `renderer` lie in it. */
  readonly built: string;
  /** The one way in for requests of windows; a part adds which windows are its own. */
  readonly gate: Omit<RequestGate<never>, 'windowOf'>;
  /** Every window has to be held by it. */
  readonly kiosk: Kiosk;
  /** Sentences in plain windows. */
  readonly notices: Notices;
  readonly places: WindowPlaces;
  /** Whether this machine may print at all. */
  readonly mayPrint: boolean;
  readonly prints: PrintWindows;
  /** Encoded IT passwords by which the kiosk may be left; policy and pairing add theirs. */
  readonly unlockHashes: Set<string>;
}

/** The running program as its parts see it: what `main.ts` gives to each of them. */
export interface Shell extends Ground {
  /** Holds everything that this program keeps on the machine. */
  readonly folder: string;
  /** All keys of this machine are derived from it. */
  readonly machineKey: Uint8Array;
  /**
   * Hosts the room on this machine from now on, with arguments of the hub. Resolves when its hub takes terminals; rejects
   * when it refuses to start.
   */
  hostRoom(args: readonly string[]): Promise<ReadyHub>;
  readonly windows: RoomWindows;
  readonly pairing: PairingDesk;
  /** Whether a terminal of this machine knows of a meeting that is open; known without the hub too. */
  readonly meetingIsOpen: Watchable<boolean>;
}
