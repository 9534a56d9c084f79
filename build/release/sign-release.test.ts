import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const tool = fileURLToPath(new URL('./sign-release.mjs', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  const payload = Buffer.from('an installer');
  writeFileSync(join(folder, 'NghiSu-1.2.0-win-x64.exe'), payload);
  const sha512 = createHash('sha512').update(payload).digest('base64');
  const entry = `  - url: NghiSu-1.2.0-win-x64.exe\n    sha512: ${sha512}\n    size: ${payload.length}\n`;
  writeFileSync(
    join(folder, 'latest.yml'),
    `version: 1.2.0\nfiles:\n${entry}path: NghiSu-1.2.0-win-x64.exe\n`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });

function newKey(
  name: string,
  secret: readonly string[] = ['--no-passphrase'],
): { file: string; list: string } {
  const file = join(folder, name);
  const made = execFileSync(process.execPath, [tool, 'make-key', file, ...secret], { encoding: 'utf8' });
  const list = `${file}.public.json`;
  writeFileSync(list, JSON.stringify([JSON.parse(made)]));
  return { file, list };
}

describe('signing a release', () => {
  it('makes a key, signs with it and verifies', () => {
    const { file, list } = newKey('a.pem');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(run('sign', folder, '--key', file, '--no-passphrase').status).toBe(0);
    expect(readFileSync(join(folder, 'latest.yml.sig'), 'utf8')).toMatch(
      /^[0-9a-f]{16} [A-Za-z0-9+/]{86}==\n$/,
    );
    expect(run('verify', folder, '--keys', list).status).toBe(0);
    expect(run('verify', folder, '--keys', newKey('b.pem').list).status).toBe(1);
  });

  it('bears two signatures while a key is being replaced', () => {
    const [old, next] = [newKey('old.pem'), newKey('next.pem')];
    expect(run('sign', folder, '--key', old.file, '--key', next.file, '--no-passphrase').status).toBe(0);
    for (const { list } of [old, next]) expect(run('verify', folder, '--keys', list).status).toBe(0);
  });

  it('signs nothing whose files are not what the metadata says', () => {
    const { file } = newKey('a.pem');
    writeFileSync(join(folder, 'NghiSu-1.2.0-win-x64.exe'), 'another one!');
    expect(run('sign', folder, '--key', file, '--no-passphrase').stderr).toContain(
      'NghiSu-1.2.0-win-x64.exe',
    );
  });

  it('finds a file that was changed after signing', () => {
    const { file, list } = newKey('a.pem');
    run('sign', folder, '--key', file, '--no-passphrase');
    writeFileSync(join(folder, 'NghiSu-1.2.0-win-x64.exe'), 'another one!');
    expect(run('verify', folder, '--keys', list).status).toBe(1);
  });

  it('keeps a key under a passphrase, and never writes over one', () => {
    const words = join(folder, 'words');
    writeFileSync(words, 'bốn từ dễ nhớ\n');
    const { file } = newKey('a.pem', ['--passphrase-file', words]);
    expect(readFileSync(file, 'utf8')).toContain('ENCRYPTED');
    expect(run('sign', folder, '--key', file, '--no-passphrase').status).toBe(1);
    expect(run('sign', folder, '--key', file, '--passphrase-file', words).status).toBe(0);
    expect(run('make-key', file, '--no-passphrase').status).toBe(1);
  });
});
