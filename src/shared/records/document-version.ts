import { z } from 'zod';
import { documentId, documentVersionId, meetingId, moment, sha256 } from './ids.ts';

/** One fixed text of a document: bytes that never change, named by their hash. */
export const documentVersion = z.strictObject({
  id: documentVersionId,
  meetingId,
  documentId,
  /** 1 for the first version, then counted up. */
  number: z.number().int().positive().max(1000),
  sha256,
  /** Length of the PDF in bytes. */
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  fileName: z.string().min(1).max(255),
  addedAt: moment,
});
export type DocumentVersion = z.infer<typeof documentVersion>;
