import { z } from 'zod';
import { surface } from '../../records/audience.ts';
import { deviceId, moment, seatLabel } from '../../records/ids.ts';
import { machineFacts } from '../machine.ts';
import { joinedHow } from '../roster.ts';

/** How bad it is: well, worth a look, or it would hurt a meeting. */
export const healthLevel = z.enum(['ok', 'warning', 'bad']);
export type HealthLevel = z.infer<typeof healthLevel>;

const sentence = z.strictObject({ vi: z.string(), en: z.string() });

/** What one check has found, in words; see `shared/health`. */
export const healthFinding = z.strictObject({
  check: z.string(),
  title: sentence,
  level: healthLevel,
  says: sentence,
  /** What somebody can do about it; null where nothing has to be done. */
  advice: sentence.nullable(),
});
export type HealthFinding = z.infer<typeof healthFinding>;

/** One device of the room, or a place of the plan that has none. */
export const deviceHealth = z.strictObject({
  /** Names the row: the device, or the place that has none. */
  id: z.string(),
  deviceId: deviceId.nullable(),
  surface,
  seat: seatLabel.nullable(),
  /** As the machine calls itself; "" where it has not said. */
  machineName: z.string(),
  /** Null for a place without a device. */
  joined: joinedHow.nullable(),
  link: z.strictObject({
    state: z.enum(['linked', 'lost', 'never']),
    since: moment.nullable(),
    /** There and back, as the terminal measures it. */
    latencyMs: z.number().int().nonnegative().nullable(),
  }),
  /** What it last said of its machine, and the hub's clock then; null when it has said nothing since the hub started. */
  machine: machineFacts.extend({ toldAt: moment }).nullable(),
  pack: z.strictObject({ held: z.number().int().nonnegative(), total: z.number().int().nonnegative() }),
  /**
   * What came of the hub's last question for the papers; see `proveDigest` for what that shows. `none`: it has not been
   * asked yet.
   */
  proof: z.strictObject({
    state: z.enum(['none', 'waiting', 'right', 'wrong']),
    at: moment.nullable(),
    /** Documents that it has shown. */
    blobs: z.number().int().nonnegative(),
  }),
  clock: z.strictObject({
    /** The hub's clock minus the terminal's own. */
    rawMs: z.number().int().nullable(),
    /** The hub's clock minus the time that the terminal shows, put right by the hub; holds the way from there to here too. */
    correctedMs: z.number().int().nullable(),
  }),
  /** Commands that wait in its outbox. */
  waiting: z.number().int().nonnegative(),
  level: healthLevel,
  findings: z.array(healthFinding),
});
export type DeviceHealth = z.infer<typeof deviceHealth>;

/** `GET /v1/admin/health`: the room as it is now. No person, no title and no text is in it. */
export const roomHealth = z.strictObject({
  /** The hub's clock. */
  at: moment,
  hub: z.strictObject({
    version: z.string(),
    mode: z.enum(['ok', 'read-only', 'stale']),
    uptimeMs: z.number().int().nonnegative(),
    level: healthLevel,
    findings: z.array(healthFinding),
  }),
  devices: z.array(deviceHealth),
});
export type RoomHealth = z.infer<typeof roomHealth>;
