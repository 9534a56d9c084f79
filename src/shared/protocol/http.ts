import { z } from 'zod';
import { surface } from '../records/audience.ts';
import { documentCategory } from '../records/document.ts';
import {
  agendaItemId,
  deviceId,
  documentId,
  documentVersionId,
  meetingId,
  participantId,
  personId,
  roomId,
  seatLabel,
  sha256,
} from '../records/ids.ts';
import { issuedPin, pinProof, pinSettings, sealedKeys } from './pin.ts';
import { blobReference } from '../records/blob-reference.ts';
import { pageOrigin } from '../records/replacement.ts';
import { logHead } from '../records/tally.ts';
import { refusalCodes } from '../refusals/refusal-table.ts';

/** Every request but registration and health carries `Authorization: Bearer <device token>`; the token of the person signed in goes here. */
export const sessionHeader = 'x-session-token';

/** `POST /v1/devices`: registers a device with the room. Status 201 with {@link registration}. */
export const registerRequest = z.strictObject({
  /** Printed by the hub at start; whoever has it may put a terminal into the room. */
  roomCode: z.string().min(1).max(64),
  surface,
  /** Required for a seat, null otherwise. */
  seat: seatLabel.nullable(),
});
export type RegisterRequest = z.infer<typeof registerRequest>;

export const registration = z.strictObject({ roomId, deviceId, deviceToken: z.string() });
export type Registration = z.infer<typeof registration>;

/** `POST /v1/sessions` with the device token as bearer: signs a participant in at the device. Status 201 with {@link signedIn}. */
export const signInRequest = z.strictObject({
  participantId,
  proof: pinProof,
  /** New layer keys, taken if the person has none yet: the first that reach the hub are the person's. */
  keys: sealedKeys,
});
export type SignInRequest = z.infer<typeof signInRequest>;

export const session = z.strictObject({ sessionToken: z.string(), participantId });
export type Session = z.infer<typeof session>;

export const signedIn = session.extend({
  /** The person's layer keys, under the wrapping key of the PIN. */
  keys: sealedKeys,
  /** Whether a recovery key has been printed for them. */
  hasRecovery: z.boolean(),
});
export type SignedIn = z.infer<typeof signedIn>;

/** `GET /v1/participants` with the device token: the people who may sign in at this device, for consoles before sign-in. */
export const signInChoices = z.strictObject({
  participants: z.array(
    z.strictObject({
      participantId,
      personId,
      fullName: z.string(),
      office: z.string(),
      seat: seatLabel.nullable(),
      /** How to stretch the person's PIN; null while none has been issued. */
      pin: pinSettings.nullable(),
    }),
  ),
});
export type SignInChoices = z.infer<typeof signInChoices>;

/** `POST /v1/layer-keys` with both tokens: whoever is signed in proves the PIN once more. Status 200 with {@link layerKeys}. */
export const layerKeysRequest = z.strictObject({ proof: pinProof });
export type LayerKeysRequest = z.infer<typeof layerKeysRequest>;

/** What a person needs for changing the PIN or the recovery key. */
export const layerKeys = z.strictObject({
  /** Counts up with every change; a change names the one it follows. */
  revision: z.number().int().positive(),
  keys: sealedKeys,
  /** The keys under recovery keys, the latest first; several only after a reset of the PIN. */
  recoveries: z.array(sealedKeys).max(16),
});
export type LayerKeys = z.infer<typeof layerKeys>;

/** `PUT /v1/layer-keys` with both tokens: changes them together. Status 204, or `layer/keys-changed` when `revision` is over. */
export const changeKeysRequest = z.strictObject({
  /** Of the present PIN. */
  proof: pinProof,
  revision: z.number().int().positive(),
  keys: sealedKeys,
  /** A new PIN, or null to keep it. */
  pin: issuedPin.nullable(),
  /** The keys under a new recovery key, or null to keep it. */
  recovery: sealedKeys.nullable(),
});
export type ChangeKeysRequest = z.infer<typeof changeKeysRequest>;

/**
 * `POST /v1/pins` with both tokens, at the secretary's console: gives a person a new PIN. Status 204. Layer keys under
 * the PIN before are dropped, and the person's sessions end.
 */
export const resetPinRequest = z.strictObject({ participantId, pin: issuedPin });
export type ResetPinRequest = z.infer<typeof resetPinRequest>;

/** `GET /v1/intake` with the device token: what files the hub can make papers of, besides PDF and pictures. */
export const intakeFacts = z.strictObject({
  /** LibreOffice is installed: Word, Excel, PowerPoint, OpenDocument and RTF are taken. */
  office: z.boolean(),
  /** Scans become searchable after a while. */
  ocr: z.boolean(),
});
export type IntakeFacts = z.infer<typeof intakeFacts>;

/** Query of `POST /v1/documents` (body: the PDF; device and session tokens of the secretary). Status 201 with {@link added}. */
export const addDocumentQuery = z.strictObject({
  meetingId,
  itemId: agendaItemId,
  title: z.string().min(1).max(300).optional(),
  category: documentCategory,
  fileName: z.string().min(1).max(255),
});
export type AddDocumentQuery = z.infer<typeof addDocumentQuery>;

export const added = z.strictObject({
  documentId,
  versionId: documentVersionId,
  pages: z.number().int().positive(),
});
export type Added = z.infer<typeof added>;

/**
 * Query of `POST /v1/documents` for a text in the place of the version in force (body and tokens as for adding). Status
 * 201 with {@link replaced}. With `publish=no` the two are only compared; what was sent is held for this console for a
 * while, and can be published by a request without a body that names it as `prepared`.
 */
export const replaceDocumentQuery = z.strictObject({
  meetingId,
  replaces: documentVersionId,
  reason: z.string().trim().min(1).max(300),
  fileName: z.string().min(1).max(255),
  publish: z.enum(['yes', 'no']),
  prepared: sha256.optional(),
});
export type ReplaceDocumentQuery = z.infer<typeof replaceDocumentQuery>;

export const replaced = z.strictObject({
  documentId,
  /** Null when nothing was published. */
  versionId: documentVersionId.nullable(),
  /** Pages of the version that is replaced. */
  pagesBefore: z.number().int().positive(),
  pages: z.array(pageOrigin).max(10_000),
  /** False where the comparison ran out of time or memory: what was not compared counts as changed. */
  isComplete: z.boolean(),
  /** What is held to be published: its record, and the copy to draw, which this console may read. Null once published. */
  prepared: z.strictObject({ sha256, view: blobReference }).nullable(),
});
export type Replaced = z.infer<typeof replaced>;

/** The last line of `GET /v1/log`; without it the log was cut off on its way. */
export const logEnd = z.strictObject({ head: logHead, signature: z.string().regex(/^[0-9a-f]{128}$/) });

/** A log as a console has fetched it. */
export const exportedLog = z.strictObject({
  /** Lines of canonical JSON, the signature last. Not a byte of them may change. */
  text: z.string(),
  /** The last entry in it; 0 of an empty log. */
  seq: z.number().int().nonnegative(),
});
export type ExportedLog = z.infer<typeof exportedLog>;

/** The body of every HTTP refusal, with status 4xx or 503. */
export const httpRefusal = z.strictObject({
  code: z.enum(refusalCodes),
  vi: z.string(),
  en: z.string(),
  /** For `access/wrong-seat`: where the person's own seat is. For `access/too-many-attempts`: how long to wait. */
  seat: seatLabel.nullable().optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
});
export type HttpRefusal = z.infer<typeof httpRefusal>;

/** `GET /health`, for anybody. */
export const health = z.strictObject({
  status: z.enum(['ok', 'read-only', 'stale']),
  roomId,
  protocol: z.number().int(),
  epoch: z.number().int().positive(),
  seq: z.number().int().nonnegative(),
  version: z.string(),
  uptimeMs: z.number().nonnegative(),
  /** Plain HTTP can be reached from other machines, which is for a trial only. */
  plainOnLan: z.boolean(),
});
export type Health = z.infer<typeof health>;
