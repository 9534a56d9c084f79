import { readRecoveryKey } from '../../shared/private-layer/recovery-key.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

/** The 16 bytes of a recovery key as somebody types it from the printed page. */
export function readRestoreKey(text: string): Result<Uint8Array, 'backup/key-malformed'> {
  const key = readRecoveryKey(text);
  return key === null ? refused('backup/key-malformed') : ok(key);
}
