import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { syncFolder, readIfThere, writeDurably } from '../disk/durable-file.ts';
import { keyBytes } from './sealer.ts';

/** The operating system's keyring, as far as it is used here. */
export type Keyring = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** The key from which all keys of this machine are derived. */
export interface MachineKey {
  readonly key: Uint8Array;
  /** False where the machine has no keyring: the key then lies in a file that its owner alone may read. */
  readonly isSealed: boolean;
}

/** The machine's key is there but its keyring does not open it; what it has sealed must not be thrown away for that. */
export class KeyLocked extends Error {
  override readonly name = 'KeyLocked';
}

export interface MachineKeyPorts {
  readonly folder: string;
  readonly keyring: Keyring;
  readonly platform: NodeJS.Platform;
}

/**
 * Opens the machine's key under `folder`, or makes it. A key that was made without a keyring is sealed as soon as
 * there is one. Rejects with {@link KeyLocked} when a sealed key does not open.
 */
export async function openMachineKey({ folder, keyring, platform }: MachineKeyPorts): Promise<MachineKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sealedFile = join(folder, 'machine-key.sealed');
  const plainFile = join(folder, 'machine-key');
  const hasKeyring = await isKeyringUsable(keyring, platform);
  const sealed = await readIfThere(sealedFile);
  if (sealed !== null) {
    if (!hasKeyring) throw new KeyLocked('the keyring that sealed the key of this machine is not there');
    return { key: await unseal(keyring, sealed), isSealed: true };
  }
  const plain = await readIfThere(plainFile);
  const key = plain?.length === keyBytes ? plain : randomBytes(keyBytes);
  if (!hasKeyring) {
    if (key !== plain) await writeDurably(plainFile, key);
    return { key, isSealed: false };
  }
  await writeDurably(sealedFile, await keyring.encryptStringAsync(Buffer.from(key).toString('base64')));
  await rm(plainFile, { force: true });
  await syncFolder(folder);
  return { key, isSealed: true };
}

/** Linux without a keyring offers a "seal" with a key that everybody knows; that is none. */
export async function isKeyringUsable(keyring: Keyring, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await keyring.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || keyring.getSelectedStorageBackend() !== 'basic_text';
}

async function unseal(keyring: Keyring, sealed: Uint8Array): Promise<Uint8Array> {
  try {
    const { result } = await keyring.decryptStringAsync(Buffer.from(sealed));
    const key = Buffer.from(result, 'base64');
    if (key.length === keyBytes) return key;
  } catch (reason) {
    throw new KeyLocked('the keyring does not open the key of this machine', { cause: reason });
  }
  throw new KeyLocked('the sealed key of this machine is damaged');
}
