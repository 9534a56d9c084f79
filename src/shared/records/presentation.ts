import { z } from 'zod';
import { documentVersionId, meetingId, moment, participantId } from './ids.ts';
import { pageZone } from './page-zone.ts';

/** The page, and the region of it, that the presenter shows now; seats that follow go there. One per meeting. */
export const presentation = z.strictObject({
  meetingId,
  versionId: documentVersionId.nullable(),
  /** Page number from 1; 0 while nothing is shown. */
  page: z.number().int().nonnegative(),
  /** Null where the whole page from its top is meant. */
  zone: pageZone.nullable(),
  presenterId: participantId.nullable(),
  at: moment,
});
export type Presentation = z.infer<typeof presentation>;
