import { z } from 'zod';
import { blobReference } from '../../records/blob-reference.ts';
import { documentVersionId, meetingId } from '../../records/ids.ts';

/** Gives a scan the words that a machine has read in its pictures. The hub makes it itself. */
export const documentTellWords = z.strictObject({
  meetingId,
  versionId: documentVersionId,
  text: blobReference,
});
