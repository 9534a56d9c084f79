import { z } from 'zod';
import { layerPartId, meetingId, personId } from './ids.ts';

/** The longest sealed part, in characters of base64: three quarters of it in bytes. */
export const sealedPartChars = 48 * 1024;

/** Some operations of a layer, sealed by their writer's terminal, in base64. */
export const sealedPart = z.base64().min(4).max(sealedPartChars);

/** One part of a person's own layer in a meeting: ciphertext, for that person alone (INV-7). It never changes. */
export const layerPart = z.strictObject({
  id: layerPartId,
  meetingId,
  personId,
  sealed: sealedPart,
});
export type LayerPart = z.infer<typeof layerPart>;
