import { z } from 'zod';
import { documentVersionId } from './ids.ts';

/** Where one page of a new version comes from. */
export const pageOrigin = z.strictObject({
  /** The page of the replaced version that it takes the place of, from 1; null for a page that was put in. */
  from: z.number().int().positive().nullable(),
  /** It does not say or show the same as `from`; true for a page that was put in. */
  changed: z.boolean(),
});
export type PageOrigin = z.infer<typeof pageOrigin>;

/** What a version was made in place of, and what became of the pages. */
export const replacement = z.strictObject({
  /** The version that was in force until then. */
  versionId: documentVersionId,
  /** Why, in the secretary's words; shown to the room. */
  reason: z.string().min(1).max(300),
  /** One for each page of the new version, in order; found by the hub, which compares text and picture. */
  pages: z.array(pageOrigin).max(10_000),
});
export type Replacement = z.infer<typeof replacement>;
