import { z } from 'zod';
import { pageMessage, type PageMessage } from '../protocol/page.ts';
import { surface, viewer } from '../records/audience.ts';
import {
  deviceId,
  documentVersionId,
  meetingId,
  moment,
  participantId,
  personId,
  roomId,
  seatLabel,
  sha256,
} from '../records/ids.ts';
import { checkpoint, entryCheck, wireRecord } from '../records/wire-record.ts';
import { refusalCodes } from '../refusals/refusal-table.ts';
import type {
  BlobProgress,
  Change,
  DeviceIdentity,
  GuardState,
  HostFacts,
  LayersState,
  LinkStatus,
  ReplicaPlace,
  RoomFacts,
  Unlocking,
  WantedBlob,
} from './bridge.ts';

/** What the bridge tells, as it crosses between Electron's processes: a schema for each of its types. */

export const hostFacts: z.ZodType<HostFacts> = z.strictObject({
  kind: z.enum(['electron', 'browser']),
  kiosk: z.boolean(),
  prints: z.boolean(),
  displays: z.boolean(),
  keepsPack: z.boolean(),
});

export const deviceIdentity: z.ZodType<DeviceIdentity> = z.strictObject({
  surface,
  seat: seatLabel.nullable(),
  registered: z.strictObject({ roomId, deviceId }).nullable(),
  participantId: participantId.nullable(),
  personId: personId.nullable(),
});

export const linkStatus: z.ZodType<LinkStatus> = z.strictObject({
  state: z.enum(['unregistered', 'connecting', 'live', 'offline', 'rejected']),
  since: moment,
  clockDifferenceMs: z.number().nullable(),
  code: z.enum(refusalCodes).nullable(),
});

const history = z.number().int().nonnegative();

export const replicaPlace: z.ZodType<ReplicaPlace> = checkpoint.extend({ history: history.optional() });

export const roomFacts: z.ZodType<RoomFacts> = z.strictObject({
  roomId,
  epoch: z.number().int().positive(),
  history,
  viewer,
  participantId: participantId.nullable(),
});

export const change: z.ZodType<Change | 'live'> = z.union([
  z.literal('live'),
  z.strictObject({
    epoch: z.number().int().positive(),
    prev: z.number().int().nonnegative(),
    seq: z.number().int().positive(),
    check: entryCheck,
    records: z.array(wireRecord),
  }) as unknown as z.ZodType<Change>,
]);

// The schema checks each body by its kind but cannot say so in its inferred type.
export const page: z.ZodType<PageMessage> = pageMessage as unknown as z.ZodType<PageMessage>;

export const wantedBlob: z.ZodType<WantedBlob> = z.strictObject({
  meetingId,
  versionId: documentVersionId,
  sha256,
  bytes: z.number().int().positive(),
});

export const blobProgress: z.ZodType<BlobProgress> = z.strictObject({
  meetingId,
  versionId: documentVersionId,
  sha256,
  heldBytes: z.number().int().nonnegative(),
  bytes: z.number().int().positive(),
  state: z.enum(['waiting', 'fetching', 'held', 'refetching', 'disk-full']),
});

export const guardState: z.ZodType<GuardState> = z.strictObject({
  state: z.enum(['checking', 'locked', 'open']),
  lockedBy: participantId.nullable(),
  canLock: z.boolean(),
  recalled: z.array(meetingId),
});

export const unlocking: z.ZodType<Unlocking> = z.union([
  z.strictObject({ is: z.enum(['open', 'wrong']) }),
  z.strictObject({ is: z.literal('waiting'), waitMs: z.number().nonnegative() }),
]);

export const layersState: z.ZodType<LayersState> = z.strictObject({
  state: z.enum(['nobody', 'locked', 'ready']),
  keys: z.array(z.string()),
  hasRecovery: z.boolean(),
});
