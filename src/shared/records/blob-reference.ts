import { z } from 'zod';
import { sha256 } from './ids.ts';

/** Bytes that a record names: their content address and their length. */
export const blobReference = z.strictObject({ sha256, bytes: z.number().int().positive() });
export type BlobReference = z.infer<typeof blobReference>;
