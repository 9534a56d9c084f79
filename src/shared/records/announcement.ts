import { z } from 'zod';
import { announcementId, meetingId, moment, participantId, personId } from './ids.ts';

/** The longest announcement, in characters: a strip on a seat, not a letter. */
export const announcementChars = 300;

/** A word from the consoles to the whole room, or to one of several addressees, each of whom has a record. */
export const announcement = z.strictObject({
  id: announcementId,
  meetingId,
  /** Null: to all. */
  participantId: participantId.nullable(),
  personId: personId.nullable(),
  text: z.string().min(1).max(announcementChars),
  at: moment,
  withdrawnAt: moment.nullable(),
});
export type Announcement = z.infer<typeof announcement>;
