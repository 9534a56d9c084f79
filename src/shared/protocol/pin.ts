import { z } from 'zod';

/** How a person's PIN is stretched: argon2id (RFC 9106) with this salt and these costs. */
export const pinSettings = z.strictObject({
  /** 16 bytes, drawn by chance for each PIN. */
  salt: z.base64().length(24),
  memoryKiB: z
    .number()
    .int()
    .min(8)
    .max(1024 * 1024),
  passes: z.number().int().min(1).max(16),
  lanes: z.number().int().min(1).max(4),
});
export type PinSettings = z.infer<typeof pinSettings>;

/** Proves that a terminal knows a PIN: 32 bytes that are derived from it and open nothing. */
export const pinProof = z.base64().length(44);

/** A new PIN, as whoever issues it tells the hub of it. */
export const issuedPin = z.strictObject({ settings: pinSettings, proof: pinProof });
export type IssuedPin = z.infer<typeof issuedPin>;

/** A person's layer keys, sealed by the terminal under what the hub never has. */
export const sealedKeys = z.base64().min(64).max(1024);
