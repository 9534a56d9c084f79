import { z } from 'zod';
import { deviceId, moment, seatLabel } from '../records/ids.ts';
import { surface } from '../records/audience.ts';
import { refusalCodes } from '../refusals/refusal-table.ts';

/** How a terminal was installed, which decides what updates it; `other` is updated by hand. */
export const installation = z.enum(['windows', 'deb', 'appimage', 'other']);
export type Installation = z.infer<typeof installation>;

/** How far a terminal is with an update. */
export const updateStage = z.enum(['idle', 'offered', 'downloading', 'ready', 'installing', 'failed']);
export type UpdateStage = z.infer<typeof updateStage>;

const version = z.string().min(1).max(64);

/** Query of `GET /v1/updates/offer` with the device token: what runs here, and how far its update is. */
export const offerQuery = z.strictObject({
  version,
  installation,
  stage: updateStage,
  /** Of the download, 0 to 100. */
  percent: z.coerce.number().int().min(0).max(100).default(0),
  /** Why the last update failed. */
  failure: z.enum(refusalCodes).optional(),
});
export type OfferQuery = z.infer<typeof offerQuery>;

/** Answer to `GET /v1/updates/offer`. */
export const updateOffer = z.strictObject({
  /** What this terminal should run; null when it is to stay as it is. Its files lie at `/v1/updates/files/<version>/<name>`. */
  version: version.nullable(),
  /** False while a meeting is open: nothing is sent then and nothing should be installed. */
  isQuiet: z.boolean(),
});
export type UpdateOffer = z.infer<typeof updateOffer>;

/** Whom a release is rolled out to: nobody, named terminals (`chair`, `seat:A07`), or all. */
export const rollOutTo = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('nobody') }),
  z.strictObject({
    to: z.literal('some'),
    terminals: z
      .array(z.string().regex(/^(?:chair|clerk|screen|seat:[^:\s]{1,32})$/u))
      .min(1)
      .max(500),
  }),
  z.strictObject({ to: z.literal('all') }),
]);
export type RollOutTo = z.infer<typeof rollOutTo>;

/** Which release is rolled out, and to whom. */
export const rollOut = z.strictObject({ version: version.nullable(), target: rollOutTo });
export type RollOut = z.infer<typeof rollOut>;

/** A release that the hub keeps. */
export const keptRelease = z.strictObject({
  version,
  /** When it was made, as its metadata says; ISO 8601 or empty. */
  releasedAt: z.string(),
  notes: z.string(),
  bytes: z.number().int().nonnegative(),
  /** What it can update. */
  installations: z.array(installation),
});
export type KeptRelease = z.infer<typeof keptRelease>;

/** What a terminal said when it last asked for an offer. */
export const terminalVersion = z.strictObject({
  deviceId,
  surface,
  seat: seatLabel.nullable(),
  version,
  installation,
  stage: updateStage,
  percent: z.number().int(),
  failure: z.enum(refusalCodes).nullable(),
  at: moment,
});
export type TerminalVersion = z.infer<typeof terminalVersion>;

/** `GET /v1/admin/updates`. */
export const updatesOverview = z.strictObject({
  hubVersion: version,
  releases: z.array(keptRelease),
  rollOut,
  terminals: z.array(terminalVersion),
  isMeetingOpen: z.boolean(),
});
export type UpdatesOverview = z.infer<typeof updatesOverview>;

/** `POST /v1/admin/updates/import`: a folder or stick of the hub's own machine. Status 201 with {@link keptRelease}. */
export const importRequest = z.strictObject({ folder: z.string().min(1).max(1024) });
export type ImportRequest = z.infer<typeof importRequest>;
