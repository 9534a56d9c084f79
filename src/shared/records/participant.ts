import { z } from 'zod';
import { meetingId, participantId, personId, seatLabel } from './ids.ts';

export const participantRole = z.enum(['chair', 'clerk', 'member', 'invited', 'it']);
export type ParticipantRole = z.infer<typeof participantRole>;

/** A person's part in one meeting as it is planned: roles, seat and whether he or she votes. */
export const plannedParticipant = z.strictObject({
  id: participantId,
  personId,
  roles: z.array(participantRole).min(1).max(5),
  seat: seatLabel.nullable(),
  hasVote: z.boolean(),
});

/** For whom a substitute (người họp thay) is here. */
export const absentPerson = z.strictObject({ personId, fullName: z.string().min(1).max(120) });

/** A person's part in one meeting as it is now. */
export const participant = plannedParticipant.extend({
  meetingId,
  /** The seat that was left for the present one; null for who sits where it was planned. */
  movedFrom: seatLabel.nullable(),
  /** Null for everybody but a substitute. */
  standsInFor: absentPerson.nullable(),
});
export type Participant = z.infer<typeof participant>;
