import { z } from 'zod';
import { documentCategory } from '../../records/document.ts';
import { agendaItemId, documentId, documentVersionId, meetingId, sha256 } from '../../records/ids.ts';

/** Adds a paper to an agenda item. The hub makes it itself after intake has checked and stored the bytes. */
export const documentAdd = z.strictObject({
  meetingId,
  itemId: agendaItemId,
  documentId,
  versionId: documentVersionId,
  title: z.string().min(1).max(300),
  category: documentCategory,
  sha256,
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  fileName: z.string().min(1).max(255),
});
