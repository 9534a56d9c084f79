import { z } from 'zod';
import { participantId } from '../../records/ids.ts';
import { person } from '../../records/person.ts';

/** Somebody else is to take a participant's place (xin họp thay). A person whom the room knows keeps name and office. */
export const substitutionRequest = z.strictObject({
  participantId,
  person,
  reason: z.string().trim().max(500),
});
