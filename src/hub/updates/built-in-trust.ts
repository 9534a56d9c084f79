import type { ReleaseTrust } from '../../shared/update/check-release.ts';
import { releaseKeys } from '../../shared/update/release-keys.ts';
import { verifySignature } from './verify-signature.ts';

/** What this program believes: releases of the keys that it was made with. */
export const builtInTrust: ReleaseTrust = { keys: releaseKeys, verify: verifySignature };
