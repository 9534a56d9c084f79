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
export const speechId = opaque.brand<'SpeechId'>();
export const opinionId = opaque.brand<'OpinionId'>();
export const callId = opaque.brand<'CallId'>();
export const announcementId = opaque.brand<'AnnouncementId'>();
export const recordLineId = opaque.brand<'RecordLineId'>();

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
export type SpeechId = z.infer<typeof speechId>;
export type OpinionId = z.infer<typeof opinionId>;
export type CallId = z.infer<typeof callId>;
export type AnnouncementId = z.infer<typeof announcementId>;
export type RecordLineId = z.infer<typeof recordLineId>;

/** The content address of a blob: SHA-256, lower-case hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256>;

/** A position in the room: "A07", or a spare terminal: "DP1". */
export const seatLabel = z
  .string()
  .regex(/^[A-Z]{1,2}[0-9]{1,2}$/)
  .brand<'SeatLabel'>();
export type SeatLabel = z.infer<typeof seatLabel>;

/** A moment of the hub's clock in milliseconds since 1970; for people to read, never for order. */
export const moment = z.number().int().nonnegative();
