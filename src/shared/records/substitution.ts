import { z } from 'zod';
import { meetingId, moment, participantId } from './ids.ts';
import { absentPerson } from './participant.ts';
import { person } from './person.ts';

export const substitutionState = z.enum(['asked', 'consented', 'declined']);
export type SubstitutionState = z.infer<typeof substitutionState>;

/** A request that somebody else takes a participant's place (họp thay). At most one per participant, the latest. */
export const substitution = z.strictObject({
  participantId,
  meetingId,
  state: substitutionState,
  /** Who comes. */
  person,
  /** In whose place. */
  insteadOf: absentPerson,
  reason: z.string().max(500),
  askedAt: moment,
  decidedAt: moment.nullable(),
});
export type Substitution = z.infer<typeof substitution>;
