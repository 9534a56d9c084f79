import { z } from 'zod';
import { meetingId, participantId, personId, seatLabel } from './ids.ts';

export const participantRole = z.enum(['chair', 'clerk', 'member', 'invited', 'it']);
export type ParticipantRole = z.infer<typeof participantRole>;

/** A person's part in one meeting: roles, seat and whether he or she votes. */
export const participant = z.strictObject({
  id: participantId,
  meetingId,
  personId,
  roles: z.array(participantRole).min(1).max(5),
  seat: seatLabel.nullable(),
  hasVote: z.boolean(),
});
export type Participant = z.infer<typeof participant>;
