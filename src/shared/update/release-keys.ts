import { z } from 'zod';
import type { ReleaseKey } from './check-release.ts';
import keys from './release-keys.json' with { type: 'json' };

const schema = z.array(
  z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/), publicKey: z.base64().length(44) }),
);

/**
 * The public keys of those who release this program; `sign-release trust` adds one. A key that was removed from here
 * signs nothing that this version and later ones would take. With none, no update is taken at all.
 */
export const releaseKeys: readonly ReleaseKey[] = schema.parse(keys);

/** Reads other keys of the same shape, as of a trial; null for what is no list of keys. */
export function parseReleaseKeys(value: unknown): readonly ReleaseKey[] | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
