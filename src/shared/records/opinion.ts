import { z } from 'zod';
import { agendaItemId, meetingId, moment, opinionId, participantId, personId } from './ids.ts';

/** The longest written opinion, in characters. */
export const opinionChars = 4_000;

/** What the chair does with it: nothing yet, into the minutes, or not. */
export const opinionState = z.enum(['sent', 'in-minutes', 'set-aside']);
export type OpinionState = z.infer<typeof opinionState>;

/** A written opinion on an item (ý kiến bằng văn bản): for its author and the consoles alone. */
export const opinion = z.strictObject({
  id: opinionId,
  meetingId,
  itemId: agendaItemId,
  participantId,
  /** Who held it; stays the same when somebody else takes the participant's place later. */
  personId,
  text: z.string().min(1).max(opinionChars),
  at: moment,
  /** True where the secretary has copied in a sheet of paper. */
  copiedIn: z.boolean(),
  state: opinionState,
});
export type Opinion = z.infer<typeof opinion>;
