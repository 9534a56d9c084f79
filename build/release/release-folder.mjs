import { createHash, sign, verify } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFromPublic, publicKeyOf } from './release-key.mjs';

const metadataName = /^latest(?:-linux(?:-arm64)?)?\.yml$/;
const fileEntry = /^ {2}- url: (.+)\n {4}sha512: (.+)\n {4}size: (\d+)$/gm;

/**
 * The metadata files of a release.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function metadataIn(folder) {
  const names = readdirSync(folder).filter((name) => metadataName.test(name));
  if (names.length === 0)
    throw new Error(`Không có latest*.yml trong ${folder} · there is no latest*.yml there`);
  return names.toSorted();
}

/**
 * Checks that every file that the metadata promises is there, byte for byte: what is wrong is not signed.
 *
 * @param {string} folder
 * @param {string} name of a metadata file
 * @returns {Promise<string[]>} the files
 */
export async function checkFiles(folder, name) {
  const promised = [...readFileSync(join(folder, name), 'utf8').matchAll(fileEntry)];
  if (promised.length === 0) throw new Error(`${name} không nêu tệp nào · names no file`);
  for (const [, file = '', sha512, size] of promised) {
    const path = join(folder, file);
    const isWhole = statSync(path, { throwIfNoEntry: false })?.size === Number(size);
    // One file after the other: each of them keeps the disk busy.
    // oxlint-disable-next-line no-await-in-loop
    if (!isWhole || (await sha512Of(path)) !== sha512) {
      throw new Error(`${file} không đúng như ${name} ghi · is not what ${name} says`);
    }
  }
  return promised.map(([, file = '']) => file);
}

/**
 * Signs the exact bytes of every metadata file: `<name>.sig`, one line `<key id> <base 64>` per key.
 *
 * @param {string} folder
 * @param {import('node:crypto').KeyObject[]} privateKeys two while a key is being replaced
 */
export async function signRelease(folder, privateKeys) {
  const names = metadataIn(folder);
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    await checkFiles(folder, name);
    const bytes = readFileSync(join(folder, name));
    const lines = privateKeys.map(
      (key) => `${publicKeyOf(key).id} ${sign(null, bytes, key).toString('base64')}\n`,
    );
    writeFileSync(join(folder, `${name}.sig`), lines.join(''));
  }
  return names;
}

/**
 * Checks a release as a hub would: every metadata file signed by one of the keys, every file whole.
 *
 * @param {string} folder
 * @param {import('./release-key.mjs').PublicKey[]} keys
 */
export async function verifyRelease(folder, keys) {
  const names = metadataIn(folder);
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const lines = readFileSync(join(folder, `${name}.sig`), 'utf8').split('\n');
    const isSigned = lines.some((line) => {
      const [id, text = ''] = line.split(' ');
      const key = keys.find((one) => one.id === id);
      return (
        key !== undefined && verify(null, bytes, keyFromPublic(key.publicKey), Buffer.from(text, 'base64'))
      );
    });
    if (!isSigned) throw new Error(`${name} không có chữ ký đúng · has no right signature`);
    // oxlint-disable-next-line no-await-in-loop
    await checkFiles(folder, name);
  }
  return names;
}

/** @param {string} file */
async function sha512Of(file) {
  const digest = createHash('sha512');
  for await (const piece of createReadStream(file)) digest.update(piece);
  return digest.digest('base64');
}
