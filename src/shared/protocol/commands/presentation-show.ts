import { z } from 'zod';
import { documentVersionId, meetingId } from '../../records/ids.ts';

/** Leads the room to a page; seats that follow the presentation go there. */
export const presentationShow = z.strictObject({
  meetingId,
  versionId: documentVersionId,
  page: z.number().int().positive(),
});
