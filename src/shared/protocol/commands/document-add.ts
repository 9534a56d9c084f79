import { z } from 'zod';
import { documentCategory } from '../../records/document.ts';
import { versionFacts } from '../../records/document-version.ts';
import { agendaItemId, documentId, documentVersionId, meetingId } from '../../records/ids.ts';

/** Adds a paper to an agenda item. The hub makes it itself after intake has checked and stored the bytes. */
export const documentAdd = z.strictObject({
  meetingId,
  itemId: agendaItemId,
  documentId,
  versionId: documentVersionId,
  title: z.string().min(1).max(300),
  category: documentCategory,
  ...versionFacts.shape,
});
