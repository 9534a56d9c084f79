import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyLocked, openMachineKey, type Keyring } from './machine-key.ts';
import { createSealer } from './sealer.ts';

/** A keyring that turns text round; `other` is the keyring of another machine. */
function keyring(state: 'there' | 'other' | 'basic_text' | 'none'): Keyring {
  const reversed = (text: string): string => text.split('').toReversed().join('');
  return {
    isAsyncEncryptionAvailable: async () => state !== 'none',
    getSelectedStorageBackend: () => (state === 'basic_text' ? 'basic_text' : 'gnome_libsecret'),
    encryptStringAsync: async (text) => Buffer.from(reversed(text)),
    decryptStringAsync: async (sealed) => {
      if (state === 'other') throw new Error('Error while decrypting');
      return { result: reversed(sealed.toString()), shouldReEncrypt: false };
    },
  };
}

describe('the key of a machine', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'keys-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = (state: Parameters<typeof keyring>[0]) =>
    openMachineKey({ folder, keyring: keyring(state), platform: 'linux' });

  it('is made once, and lies on disk under the seal of the keyring', async () => {
    const { key, isSealed } = await open('there');
    expect(isSealed).toBe(true);
    expect((await open('there')).key).toEqual(key);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes(Buffer.from(key))).toBe(false);
  });

  it.each(['none', 'basic_text'] as const)(
    'lies in a file of its owner with the keyring %s, and says so',
    async (state) => {
      const { key, isSealed } = await open(state);
      expect(isSealed).toBe(false);
      expect(await open(state)).toEqual({ key, isSealed: false });
      expect(statSync(join(folder, 'machine-key')).mode & 0o077).toBe(0);
    },
  );

  it('is sealed as soon as there is a keyring, and stays the same', async () => {
    const { key } = await open('none');
    expect(await open('there')).toEqual({ key, isSealed: true });
    expect(readdirSync(folder)).toEqual(['machine-key.sealed']);
  });

  it.each(['none', 'basic_text', 'other'] as const)(
    'is not replaced when the keyring %s does not open it',
    async (state) => {
      const { key } = await open('there');
      await expect(open(state)).rejects.toBeInstanceOf(KeyLocked);
      expect((await open('there')).key).toEqual(key);
    },
  );
});

describe('a sealer', () => {
  it('opens what it has sealed under the same name alone, and nothing that was changed', () => {
    const sealer = createSealer(new Uint8Array(32).fill(1));
    const sealed = sealer.seal('a', Buffer.from('phiếu'));
    expect(Buffer.from(sealer.open('a', sealed) ?? []).toString()).toBe('phiếu');
    expect(sealer.open('b', sealed)).toBeNull();
    expect(createSealer(new Uint8Array(32)).open('a', sealed)).toBeNull();
    expect(sealer.open('a', sealed.subarray(1))).toBeNull();
    expect(sealer.open('a', new Uint8Array(3))).toBeNull();
  });
});
