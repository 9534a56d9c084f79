import { z } from 'zod';
import { versionFacts } from '../../records/document-version.ts';
import { documentId, documentVersionId, meetingId } from '../../records/ids.ts';
import { replacement } from '../../records/replacement.ts';

/**
 * Puts a new version in the place of the one in force. The hub makes it itself after intake has checked and stored the
 * bytes and has compared the two texts page by page.
 */
export const documentReplace = z.strictObject({
  meetingId,
  documentId,
  versionId: documentVersionId,
  replaces: replacement,
  ...versionFacts.shape,
});
