import { z } from 'zod';
import { surface, type Surface } from '../records/audience.ts';
import { seatLabel, type SeatLabel } from '../records/ids.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import type { Stop } from '../std/signal.ts';
import type { PairingRequestName } from './pairing-channels.ts';

/** A hub that is heard on the network, as it says of itself; nothing of it is believed. */
export interface FoundHub {
  /** Names it among those that are heard. */
  readonly id: string;
  readonly roomName: string;
  /** `host:port` of its pairing door. */
  readonly address: string;
}

/** A pairing ticket at the root of a stick. */
export interface FoundTicket {
  readonly id: string;
  /** Null when its file is damaged. */
  readonly roomName: string | null;
  /** The folder it lies in. */
  readonly folder: string;
}

/** Where the pairing of this machine stands. */
export type PairingStep =
  /** `failure` says how the attempt before ended; `triesAgain` while the next one begins by itself. */
  | { readonly is: 'choosing'; readonly failure: RefusalCode | null; readonly triesAgain: boolean }
  | { readonly is: 'reaching'; readonly target: string }
  | {
      readonly is: 'comparing';
      readonly target: string;
      /** Six digits. */
      readonly code: string;
      /** The hub may accept without an operator. */
      readonly byTicket: boolean;
    }
  | {
      readonly is: 'accepted';
      readonly roomName: string;
      readonly surface: Surface;
      readonly seat: SeatLabel | null;
    };

/** Why a machine that was paired is not any more. */
export type PairingNotice =
  | {
      readonly is: 'revoked';
      readonly roomName: string;
      /** By this machine's clock. */
      readonly at: number;
      /** What people had written and the room never got: kept, sealed. */
      readonly unsent: number;
    }
  | { readonly is: 'damaged' };

/** Everything that the window of a machine that is not paired shows. */
export interface PairingScreen {
  readonly machineName: string;
  readonly surface: Surface;
  /** Null for a seat that IT or the list of seats will name. */
  readonly seat: SeatLabel | null;
  /** IT has said by policy what this machine is. */
  readonly placeIsFixed: boolean;
  readonly notice: PairingNotice | null;
  readonly hubs: readonly FoundHub[];
  readonly tickets: readonly FoundTicket[];
  readonly step: PairingStep;
}

/** What its main process tells that window. */
export interface PairingWindowScreen extends PairingScreen {
  /** False in a kiosk, where no window of the system opens; sticks are looked through by themselves. */
  readonly choosesFiles: boolean;
}

/** What each request carries. All are answered by null: what comes of them is shown on the screen. */
export const pairingInputs = {
  'pairing/watch': z.undefined(),
  'pairing/choose-place': z.strictObject({ surface, seat: seatLabel.nullable() }),
  /** An address that a person has typed, or that of a hub that was found. */
  'pairing/begin': z.strictObject({ address: z.string().max(300) }),
  'pairing/begin-by-ticket': z.strictObject({ id: z.string().max(4_096) }),
  /** Asks for a file by the window of the system; nothing opens in a kiosk. */
  'pairing/choose-ticket': z.undefined(),
  'pairing/stop': z.undefined(),
} as const satisfies Record<PairingRequestName, z.ZodType>;

export type PairingInput<Name extends PairingRequestName> = z.infer<(typeof pairingInputs)[Name]>;

/** What the preload of that window exposes. */
export interface PairingApi {
  readonly requests: {
    readonly [Name in PairingRequestName]: (input: PairingInput<Name>) => Promise<null>;
  };
  onScreen(listener: (screen: PairingWindowScreen) => void): Stop;
}
