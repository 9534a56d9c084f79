import { z } from 'zod';
import { blobReference } from './blob-reference.ts';
import { documentId, documentVersionId, meetingId, moment, sha256 } from './ids.ts';
import { replacement } from './replacement.ts';

/** What a PDF may carry beside its pages and a view copy leaves out. */
export const hazards = ['script', 'action', 'embedded-file', 'xfa', 'media'] as const;
export type Hazard = (typeof hazards)[number];

/** Where the words of a text come from: the file itself, reading of its pictures, or nowhere. */
export const searchable = z.enum(['text', 'ocr', 'none']);
export type Searchable = z.infer<typeof searchable>;

/** The office file or picture that a version was made of. */
export const originalFile = z.strictObject({
  ...blobReference.shape,
  fileName: z.string().min(1).max(255),
  mediaType: z.string().min(1).max(127),
});
export type OriginalFile = z.infer<typeof originalFile>;

/** The facts that intake finds out about a text; the same in the command, in the log and in the record. */
export const versionFacts = z.strictObject({
  /** The record: the PDF as it was added, or as it was converted. Votes name it. */
  sha256,
  /** Length of the record in bytes. */
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  /** In NFC, without a path. */
  fileName: z.string().min(1).max(255),
  /** The copy that terminals hold and draw; the record itself where no copy was made. */
  view: blobReference,
  /** JSON `{"pages":["text of page 1", …]}` in NFC, for the search on a terminal; null when there are no words. */
  text: blobReference.nullable(),
  searchable,
  /** Kept at the hub beside the PDF; null when the file was a PDF. */
  original: originalFile.nullable(),
  /** What the record carries and the view copy does not, each once. */
  removed: z.array(z.enum(hazards)).max(hazards.length).default([]),
});
export type VersionFacts = z.infer<typeof versionFacts>;

/** One fixed text of a document: bytes that never change, named by their hash. */
export const documentVersion = z.strictObject({
  id: documentVersionId,
  meetingId,
  documentId,
  /** 1 for the first version, then counted up. */
  number: z.number().int().positive().max(1000),
  ...versionFacts.shape,
  addedAt: moment,
  /** The version in whose place this one was put; null for the first. */
  replaces: replacement.nullable(),
});
export type DocumentVersion = z.infer<typeof documentVersion>;
