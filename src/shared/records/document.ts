import { z } from 'zod';
import { agendaItemId, documentId, documentVersionId, meetingId } from './ids.ts';

export const documentCategory = z.enum(['main', 'reference', 'attachment']);
export type DocumentCategory = z.infer<typeof documentCategory>;

/** A paper of the meeting; its text is in its versions. */
export const document = z.strictObject({
  id: documentId,
  meetingId,
  itemId: agendaItemId,
  /** Place among the papers of the item, from 1. */
  order: z.number().int().positive().max(500),
  title: z.string().min(1).max(300),
  category: documentCategory,
  /** The version in force (bản hiện hành). */
  currentVersionId: documentVersionId,
});
export type Document = z.infer<typeof document>;
