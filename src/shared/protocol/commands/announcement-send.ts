import { z } from 'zod';
import { announcementChars } from '../../records/announcement.ts';
import { announcementId, meetingId, participantId } from '../../records/ids.ts';

/** Tells the room something, or some of its people. */
export const announcementSend = z.strictObject({
  announcementId,
  meetingId,
  text: z.string().trim().min(1).max(announcementChars),
  to: z.union([z.literal('all'), z.array(participantId).min(1).max(500)]),
});
