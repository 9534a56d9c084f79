import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createReleaseStore, type ReleaseStore } from './release-store.ts';
import { makeRelease, newTestKey } from './testing/make-release.ts';

const ours = newTestKey();
let folder: ReturnType<typeof temporaryFolder>;
let store: ReleaseStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = createReleaseStore(join(folder.path, 'updates'), ours.trust);
});
afterEach(() => folder.remove());

const stick = (version: string): string => makeRelease(join(folder.path, `stick-${version}`), version, ours);

describe('the releases that a hub keeps', () => {
  it('are taken from a folder with their notes and what they can update', async () => {
    const taken = await store.take(stick('1.2.0'));
    expect(taken).toMatchObject({
      ok: true,
      value: { version: '1.2.0', notes: 'Bản thử 1.2.0', installations: ['windows', 'deb'] },
    });
    expect(await store.list()).toEqual([taken.ok && taken.value]);
    const file = await store.openFile('1.2.0', 'latest.yml.sig');
    expect((await file?.readFile('utf8'))?.length).toBeGreaterThan(80);
    await file?.close();
  });

  it.each([
    [
      'is cut in the middle',
      'update/incomplete',
      (at: string) => truncateSync(join(at, 'NghiSu-1.2.0-win-x64.exe'), 900),
    ],
    ['lacks a file', 'update/incomplete', (at: string) => rmSync(join(at, 'NghiSu-1.2.0-linux-amd64.deb'))],
    [
      'has one changed byte',
      'update/damaged',
      (at: string) => flip(join(at, 'NghiSu-1.2.0-linux-amd64.deb')),
    ],
    [
      'is signed by another key',
      'update/wrong-signature',
      (at: string) => void makeRelease(at, '1.2.0', newTestKey()),
    ],
    ['is not signed', 'update/unsigned', (at: string) => rmSync(join(at, 'latest-linux.yml.sig'))],
    [
      'has changed metadata',
      'update/wrong-signature',
      (at: string) => appendFileSync(join(at, 'latest.yml'), '\n'),
    ],
    ['holds parts of two releases', 'update/mixed', (at: string) => mixWithOlder(at)],
    ['holds nothing', 'update/not-a-release', (at: string) => rmSync(at, { recursive: true })],
  ])('do not include one that %s', async (_what, code, spoil) => {
    const from = stick('1.2.0');
    spoil(from);
    expect(await store.take(from)).toEqual({ ok: false, reason: code });
    expect(await store.list()).toEqual([]);
    expect(existsSync(join(folder.path, 'updates', '1.2.0'))).toBe(false);
  });

  function mixWithOlder(at: string): void {
    const older = stick('1.1.0');
    for (const name of readdirSync(older).filter((one) => one.includes('linux'))) {
      cpSync(join(older, name), join(at, name));
    }
  }

  it('are not believed when they were changed on the hub’s own disk', async () => {
    await store.take(stick('1.2.0'));
    writeFileSync(join(folder.path, 'updates', '1.2.0', 'latest.yml'), 'version: 9.9.9\n');
    expect(await store.list()).toEqual([]);
    expect((await store.take(stick('1.2.0'))).ok).toBe(true);
    expect((await store.list()).map(({ version }) => version)).toEqual(['1.2.0']);
  });

  it('are the three newest', async () => {
    for (const version of ['1.0.0', '1.1.0', '1.10.0', '1.9.0']) {
      // oxlint-disable-next-line no-await-in-loop
      await store.take(stick(version));
    }
    expect((await store.list()).map(({ version }) => version)).toEqual(['1.10.0', '1.9.0', '1.1.0']);
  });

  it.each(['../../etc/passwd', '..', 'a/b', '', '.hidden'])('have no file %j', async (name) => {
    await store.take(stick('1.2.0'));
    expect(await store.openFile('1.2.0', name)).toBeNull();
    expect(await store.openFile('..', 'latest.yml')).toBeNull();
  });
});

function flip(file: string): void {
  const bytes = Buffer.alloc(1);
  writeFileSync(file, bytes, { flag: 'r+' });
}
