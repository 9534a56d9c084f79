import { createHash, hkdfSync } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import type { PlatformKey } from '../store/platform-key.ts';

/**
 * What follows from the recovery key that lies printed in an envelope (16 bytes; see `readRecoveryKey` for how people
 * type it). The key itself is kept nowhere.
 */
export interface RecoveryKeys {
  /** Opens what was encrypted to `recipient`: an X25519 identity of age. */
  readonly identity: PlatformKey;
  readonly kept: BackupKeys;
}

/** The part that a hub keeps: enough to make and to check backups, not enough to open one. */
export interface BackupKeys {
  /** "age1…": everything in a backup is encrypted to it. */
  readonly recipient: string;
  /** 32 bytes, base 64: authenticates lists of contents and names the documents in a backup. */
  readonly authKey: string;
}

/** PKCS #8 around the 32 bytes of an X25519 key (RFC 8410). */
const x25519Header = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Derives everything from the 16 bytes of a recovery key. */
export async function keysOfRecoveryKey(recoveryKey: Uint8Array): Promise<RecoveryKeys> {
  const scalar = Buffer.from(hkdfSync('sha256', recoveryKey, '', 'nghisu/backup/x25519/1', 32));
  const authKey = Buffer.from(hkdfSync('sha256', recoveryKey, '', 'nghisu/backup/auth/1', 32));
  const der = Buffer.concat([x25519Header, scalar]);
  const identity = await crypto.subtle.importKey('pkcs8', der, { name: 'X25519' }, false, ['deriveBits']);
  const recipient = await identityToRecipient(identity);
  return { identity, kept: { recipient, authKey: authKey.toString('base64') } };
}

/** Eight letters by which the backups of one recovery key are told from those of another. */
export function keyMark(recipient: string): string {
  return createHash('sha256').update(recipient).digest('hex').slice(0, 8);
}
