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
  roomId,
  seatLabel,
} from '../records/ids.ts';
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

/** `POST /v1/sessions` with the device token as bearer: signs a participant in at the device. Status 201 with {@link session}. */
export const signInRequest = z.strictObject({
  participantId,
  pin: z.string().regex(/^[0-9]{4,12}$/),
});
export type SignInRequest = z.infer<typeof signInRequest>;

export const session = z.strictObject({ sessionToken: z.string(), participantId });
export type Session = z.infer<typeof session>;

/** `GET /v1/participants` with the device token: the people who may sign in at this device, for consoles before sign-in. */
export const signInChoices = z.strictObject({
  participants: z.array(
    z.strictObject({ participantId, fullName: z.string(), office: z.string(), seat: seatLabel.nullable() }),
  ),
});
export type SignInChoices = z.infer<typeof signInChoices>;

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
});
export type Health = z.infer<typeof health>;
