import { z } from 'zod';
import { surface } from '../../records/audience.ts';
import { deviceId, moment, seatLabel, sha256 } from '../../records/ids.ts';
import { hubAddress, macAddress, portNumber } from '../pairing.ts';

/** Longest time for which a pairing window is opened, in minutes: a working day. */
export const longestWindowMinutes = 480;

/** Longest list of seats, in characters. */
export const longestSeatList = 200_000;

/**
 * `POST /v1/admin/pairing/window`: opens the pairing door, with the list of seats or without one. A window that was
 * open is replaced: its machines and its ticket count no more. Status 200 with {@link pairingWindowOpened}.
 */
export const openPairingWindow = z.strictObject({
  minutes: z.number().int().min(1).max(longestWindowMinutes),
  /** The text of a CSV file: name, seat, role, mac. */
  seatList: z.string().max(longestSeatList).nullable(),
});
export type OpenPairingWindow = z.infer<typeof openPairingWindow>;

/** A line of the list that cannot be taken. */
export const seatListProblem = z.strictObject({
  line: z.number().int().positive(),
  vi: z.string(),
  en: z.string(),
});
export type SeatListProblem = z.infer<typeof seatListProblem>;

/** Null when the list has problems: then no window was opened. */
export const pairingWindowOpened = z.strictObject({
  closesAt: moment.nullable(),
  problems: z.array(seatListProblem),
});
export type PairingWindowOpened = z.infer<typeof pairingWindowOpened>;

/** A machine that has come to the pairing door. */
export const listedMachine = z.strictObject({
  number: z.number().int().positive(),
  standing: z.enum(['waiting', 'accepted', 'refused']),
  /** The six digits, while it waits: accept only when the machine's own screen shows the same. */
  code: z.string().nullable(),
  machineName: z.string(),
  address: z.string(),
  macs: z.array(macAddress),
  surface,
  seat: seatLabel.nullable(),
  at: moment,
  /** It has the ticket; where it still waits, no free line of the list is its own. */
  hasTicket: z.boolean(),
  /** It has taken its certificate. */
  isFetched: z.boolean(),
});
export type ListedMachine = z.infer<typeof listedMachine>;

/** `GET /v1/admin/pairing`. */
export const pairingOverview = z.strictObject({
  /** When the window closes by itself; null while none is open. */
  closesAt: moment.nullable(),
  /** Whether there are doors to the network at all. */
  hasDoors: z.boolean(),
  /** Where machines find the pairing door, to be typed there. */
  addresses: z.array(hubAddress),
  pairingPort: portNumber.nullable(),
  /** Null where the hub has no doors. */
  authoritySha256: sha256.nullable(),
  machines: z.array(listedMachine),
  seats: z.array(
    z.strictObject({
      line: z.number().int().positive(),
      name: z.string(),
      surface,
      seat: seatLabel.nullable(),
      mac: macAddress.nullable(),
      /** The device that has taken this line; null while it is awaited. */
      deviceId: deviceId.nullable(),
    }),
  ),
});
export type PairingOverview = z.infer<typeof pairingOverview>;

/** `POST /v1/admin/pairing/machines/<number>/accept`: status 200 with {@link machineAccepted}. `…/refuse` has no body: 204. */
export const acceptMachine = z.strictObject({ surface, seat: seatLabel.nullable() });
export type AcceptMachine = z.infer<typeof acceptMachine>;

export const machineAccepted = z.strictObject({ deviceId });
export type MachineAccepted = z.infer<typeof machineAccepted>;
