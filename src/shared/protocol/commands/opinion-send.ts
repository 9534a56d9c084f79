import { z } from 'zod';
import { agendaItemId, meetingId, opinionId, participantId } from '../../records/ids.ts';
import { opinionChars } from '../../records/opinion.ts';

/** Hands in a written opinion on an item: one's own, or at the secretary's console one that came on paper. */
export const opinionSend = z.strictObject({
  opinionId,
  meetingId,
  itemId: agendaItemId,
  participantId,
  text: z.string().trim().min(1).max(opinionChars),
});
