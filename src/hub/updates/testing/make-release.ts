import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseKey, ReleaseTrust } from '../../../shared/update/check-release.ts';
import { verifySignature } from '../verify-signature.ts';

/** A key that signs releases in tests, and what a program believes that was made with it. */
export interface TestKey {
  readonly key: ReleaseKey;
  readonly privateKey: KeyObject;
  readonly trust: ReleaseTrust;
}

/** Makes a key for tests. */
export function newTestKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(String(publicKey.export({ format: 'jwk' })['x']), 'base64url');
  const id = createHash('sha256').update(raw).digest('hex').slice(0, 16);
  const key = { id, publicKey: raw.toString('base64') };
  return { key, privateKey, trust: { keys: [key], verify: verifySignature } };
}

/** Makes a release for Windows and Debian as electron-builder would, signed; returns its folder. */
export function makeRelease(folder: string, version: string, { key, privateKey }: TestKey): string {
  mkdirSync(folder, { recursive: true });
  const names = {
    'latest.yml': [`NghiSu-${version}-win-x64.exe`],
    'latest-linux.yml': [`NghiSu-${version}-linux-amd64.deb`],
  };
  for (const [name, files] of Object.entries(names)) {
    const entries = files.map((file) => {
      const bytes = Buffer.from(`${file}\n`.repeat(40_000));
      writeFileSync(join(folder, file), bytes);
      const sha512 = createHash('sha512').update(bytes).digest('base64');
      return `  - url: ${file}\n    sha512: ${sha512}\n    size: ${bytes.length}\n`;
    });
    const notes = `releaseNotes: |-\n  Bản thử ${version}\n`;
    const text = `version: ${version}\nfiles:\n${entries.join('')}${notes}releaseDate: '2026-11-23T00:00:00.000Z'\n`;
    writeFileSync(join(folder, name), text);
    const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
    writeFileSync(join(folder, `${name}.sig`), `${key.id} ${signature}\n`);
  }
  return folder;
}
