import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { inRoot, say } from '../run/repository.mjs';
import { signRelease, verifyRelease } from './release-folder.mjs';
import { keyFromPublic, makeKey, publicKeyOf, readKey } from './release-key.mjs';

const usage = `Ký bản phát hành · Sign a release; see docs/release.md

  make-key <file> [--passphrase-file <file> | --no-passphrase]   makes a key; its private half goes to <file>
  trust <file>                            adds the key in <file> to those that the program believes
  distrust <key id>                       takes a key from them
  sign <folder> --key <file> [--key <file>] [--passphrase-file <file> | --no-passphrase]
  verify <folder> [--keys <list of public keys>]
`;

const keyList = inRoot('src', 'shared', 'update', 'release-keys.json');

const options = /** @type {const} */ ({
  key: { type: 'string', multiple: true },
  keys: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'no-passphrase': { type: 'boolean' },
  help: { type: 'boolean' },
});

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  await run(positionals, values);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/**
 * @param {string[]} words
 * @param {{ key?: string[], keys?: string, 'passphrase-file'?: string, 'no-passphrase'?: boolean }} values
 */
async function run([verb, subject], values) {
  if (verb === 'make-key' && subject !== undefined) {
    const { id, publicKey } = makeKey(subject, await passphraseOf(values));
    return console.log(JSON.stringify({ id, publicKey }));
  }
  if (verb === 'trust' && subject !== undefined)
    return trust(publicKeyOf(readKey(subject, await passphraseOf(values))));
  if (verb === 'distrust' && subject !== undefined) return distrust(subject);
  if (verb === 'sign' && subject !== undefined && values.key !== undefined) {
    const passphrase = await passphraseOf(values);
    const names = await signRelease(
      subject,
      values.key.map((file) => readKey(file, passphrase)),
    );
    return say(`Đã ký · signed: ${names.join(', ')}`);
  }
  if (verb === 'verify' && subject !== undefined) {
    const names = await verifyRelease(subject, readKeys(values.keys ?? keyList));
    return say(`Chữ ký và tệp đều đúng · signatures and files are right: ${names.join(', ')}`);
  }
  say(usage);
  process.exitCode = 2;
}

/** @param {import('./release-key.mjs').PublicKey} key */
function trust(key) {
  const keys = readKeys(keyList).filter(({ id }) => id !== key.id);
  writeKeys([...keys, key]);
  say(`Đã tin khoá · trusted: ${key.id}`);
}

/** @param {string} id */
function distrust(id) {
  const keys = readKeys(keyList);
  if (!keys.some((key) => key.id === id)) throw new Error(`Không có khoá ${id} · there is no such key`);
  writeKeys(keys.filter((key) => key.id !== id));
  say(`Đã bỏ khoá · no longer trusted: ${id}`);
}

/**
 * @param {string} file
 * @returns {import('./release-key.mjs').PublicKey[]}
 */
function readKeys(file) {
  const keys = JSON.parse(readFileSync(file, 'utf8'));
  for (const { publicKey } of keys) keyFromPublic(publicKey);
  return keys;
}

/** @param {import('./release-key.mjs').PublicKey[]} keys */
function writeKeys(keys) {
  writeFileSync(keyList, `${JSON.stringify(keys, null, 2)}\n`);
}

/**
 * From a file, or asked for without being shown; null where the person wants none.
 *
 * @param {{ 'passphrase-file'?: string, 'no-passphrase'?: boolean }} values
 */
async function passphraseOf(values) {
  if (values['no-passphrase'] === true) return null;
  const file = values['passphrase-file'];
  if (file !== undefined) return readFileSync(file, 'utf8').trimEnd();
  if (!process.stdin.isTTY)
    throw new Error('Cần --passphrase-file hoặc --no-passphrase · a passphrase is needed');
  process.stderr.write('Mật khẩu của khoá · passphrase of the key: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await asking.question('');
  } finally {
    asking.close();
    process.stderr.write('\n');
  }
}
