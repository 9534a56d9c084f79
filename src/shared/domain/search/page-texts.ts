import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { z } from 'zod';

/** What a version's `text` blob holds: the words of every page in its order, empty where a page has none. */
export const pageTexts = z.object({ pages: z.array(z.string()).max(100_000) });

/** Reads such a blob; null when it is none, which a terminal takes for a document without words. */
export function readPageTexts(bytes: Uint8Array): readonly string[] | null {
  try {
    const parsed = pageTexts.safeParse(JSON.parse(bytesToUtf8(bytes)));
    return parsed.success ? parsed.data.pages : null;
  } catch {
    return null;
  }
}
