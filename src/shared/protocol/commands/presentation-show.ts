import { z } from 'zod';
import { documentVersionId, meetingId } from '../../records/ids.ts';
import { pageZone } from '../../records/page-zone.ts';

/** Leads the room to a page, and to a region of it; seats that follow the presentation go there. */
export const presentationShow = z.strictObject({
  meetingId,
  versionId: documentVersionId,
  page: z.number().int().positive(),
  /** What of the page is in sight; left out: the page from its top. */
  zone: pageZone.optional(),
});
