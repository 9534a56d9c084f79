import { z } from 'zod';

const opaque = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_.:-]+$/);

export const meetingId = opaque.brand<'MeetingId'>();
export const agendaItemId = opaque.brand<'AgendaItemId'>();
export const documentId = opaque.brand<'DocumentId'>();
export const documentVersionId = opaque.brand<'DocumentVersionId'>();
export const personId = opaque.brand<'PersonId'>();
export const participantId = opaque.brand<'ParticipantId'>();
export const voteId = opaque.brand<'VoteId'>();
export const deviceId = opaque.brand<'DeviceId'>();
export const commandId = opaque.brand<'CommandId'>();
export const roomId = opaque.brand<'RoomId'>();
export const layerPartId = opaque.brand<'LayerPartId'>();

export type MeetingId = z.infer<typeof meetingId>;
export type AgendaItemId = z.infer<typeof agendaItemId>;
export type DocumentId = z.infer<typeof documentId>;
export type DocumentVersionId = z.infer<typeof documentVersionId>;
export type PersonId = z.infer<typeof personId>;
export type ParticipantId = z.infer<typeof participantId>;
export type VoteId = z.infer<typeof voteId>;
export type DeviceId = z.infer<typeof deviceId>;
export type CommandId = z.infer<typeof commandId>;
export type RoomId = z.infer<typeof roomId>;
export type LayerPartId = z.infer<typeof layerPartId>;

/** The content address of a blob: SHA-256, lower-case hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256>;

/** A position in the room: "A07". */
export const seatLabel = z
  .string()
  .regex(/^[A-Z]{1,2}[0-9]{2}$/)
  .brand<'SeatLabel'>();
export type SeatLabel = z.infer<typeof seatLabel>;

/** A moment of the hub's clock in milliseconds since 1970; for people to read, never for order. */
export const moment = z.number().int().nonnegative();
