import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingId } from '../../shared/records/ids.ts';
import { writeRecoveryKey } from '../../shared/private-layer/recovery-key.ts';
import { startSeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { hubActor } from '../transport/ask.ts';
import { contentsFile, contentsOf, findBackup, setOfBackup } from './backup-set.ts';
import { checkBackup } from './check-backup.ts';
import type { BackupFacts } from './make-backup.ts';
import { readRestoreKey } from './read-restore-key.ts';
import { restoreBackup } from './restore-backup.ts';
import { backUp, sampleRecoveryKey, startSampleRoom, type SampleRoom } from './sample-backup.ts';

const folder = temporaryFolder();
const backups = join(folder.path, 'backups');
let room: SampleRoom;
let first: BackupFacts;

beforeAll(async () => {
  mkdirSync(backups);
  room = await startSampleRoom(folder.path);
  first = await backUp(room, backups);
}, 60_000);
afterAll(async () => {
  await room.hub.stop();
  folder.remove();
});

let turn = 0;
const newFolder = (): string => join(folder.path, `restored-${(turn += 1)}`);
const restore = (backup: string, data = newFolder(), recoveryKey = sampleRecoveryKey) =>
  restoreBackup(
    { backup, recoveryKey, data, withoutDamagedDocuments: false, now: Date.now },
    () => undefined,
  );
const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** A copy of the whole set, to spoil. */
const copyOfSet = (): { set: string; backup: string } => {
  const set = join(folder.path, `spoiled-${(turn += 1)}`);
  cpSync(setOfBackup(first.path), set, { recursive: true });
  return { set, backup: join(set, 'backups', first.name) };
};

describe('a backup', () => {
  it('restores the room as it was, in a new epoch', async () => {
    const data = newFolder();
    const facts = await restore(first.path, data);
    expect(facts).toMatchObject({
      roomId: 'room-seeded',
      seq: first.seq,
      epochBefore: 1,
      documents: first.documents,
      damaged: [],
      extra: [],
    });
    expect(facts.epoch).toBeGreaterThan(Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / 1000) - 60);
    const restored = await startSeededHub(data);
    expect(restored.room.head()).toEqual({ ...room.hub.room.head(), seq: first.seq });
    expect(restored.store.epoch).toBe(facts.epoch);
    expect(restored.store.signingKey.publicKey).toBe(room.hub.store.signingKey.publicKey);
    expect(restored.store.credentials.roomCode).toBe(room.hub.store.credentials.roomCode);
    expect(await restored.store.blobs.sizeOf(restored.paper.sha256)).toBe(restored.paper.bytes);
    await restored.stop();
  });

  it('holds every file of the data folder, or says which it leaves', async () => {
    const contents = await contentsOf(first.path, room.keys.authKey);
    if (!contents.ok) throw new Error(contents.reason);
    const kept = contents.value.parts.map(({ place }) => place);
    const left = filesOf(room.data).filter((file) => !kept.includes(file));
    const other = left.filter((file) => !/^blobs\/|^backup-staging\/|-wal$|-shm$/.test(file));
    expect(other).toEqual([]);
    expect(kept).toEqual(
      expect.arrayContaining(['log.sqlite', 'credentials.sqlite', 'signing-key.pem', 'backup-keys.json']),
    );
    expect(contents.value.objects.length).toBe(first.documents);
  });

  it('[INV-7] has not a word of the room in it, whatever the key that is tried', async () => {
    const words = [
      'Nghị quyết',
      'room-seeded-secret',
      'SQLite format',
      'PRIVATE KEY',
      '%PDF',
      room.hub.store.credentials.roomCode,
      room.hub.paper.sha256,
    ];
    const found = filesOf(backups).flatMap((file) => {
      const text = readFileSync(join(backups, file)).toString('latin1');
      return words
        .filter((word) => text.includes(Buffer.from(word).toString('latin1')))
        .map((word) => [word, file]);
    });
    expect(found).toEqual([]);
    const sealed = filesOf(backups).filter((file) => file.endsWith('.age'));
    expect(sealed.length).toBeGreaterThan(5);
    for (const file of sealed)
      expect(readFileSync(join(backups, file)).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    await expect(restore(first.path, newFolder(), new Uint8Array(16).fill(8))).rejects.toMatchObject({
      code: 'backup/wrong-key',
    });
  });

  it('writes no document a second time', async () => {
    const second = await backUp(room, backups, {
      madeAt: Date.UTC(2026, 10, 23, 2, 0, 0),
      expectsEarlier: true,
    });
    expect(first.newBytes).toBe(first.bytes);
    expect(second.bytes - second.newBytes).toBeGreaterThanOrEqual(room.hub.paper.bytes);
    expect(second.newBytes).toBeLessThan(first.newBytes - room.hub.paper.bytes);
    expect(await findBackup(backups)).toEqual({ ok: true, value: second.path });
  });

  it('mends a document that the backup disk has spoiled', async () => {
    const object = filesOf(setOfBackup(first.path)).find((file) => file.startsWith('objects/')) ?? '';
    const file = join(setOfBackup(first.path), object);
    appendFileSync(file, 'x');
    const again = await backUp(room, backups, { madeAt: Date.UTC(2026, 10, 23, 3, 0, 0) });
    const contents = await contentsOf(again.path, room.keys.authKey);
    if (!contents.ok) throw new Error(contents.reason);
    expect(await checkBackup(again.path, contents.value, room.keys.authKey)).toEqual({
      parts: [],
      objects: [],
      extra: [],
    });
    await restore(again.path);
    // The older one knows the document in another form, and is whole all the same.
    await restore(first.path);
  });

  it('goes when newer ones are enough, and documents go with the last that names them', async () => {
    const own = join(folder.path, 'few');
    mkdirSync(own);
    const names: string[] = [];
    const removed: string[] = [];
    for (let hour = 0; hour < 4; hour += 1) {
      const made = await backUp(room, own, { keep: 2, madeAt: Date.UTC(2026, 10, 24, hour) });
      names.push(made.name);
      removed.push(...made.thinnedOut);
    }
    expect(removed).toEqual(names.slice(0, 2));
    const set = join(own, readdirSync(own)[0] ?? '');
    expect(readdirSync(join(set, 'backups')).toSorted()).toEqual(names.slice(2));
    const stray = join(set, 'objects', 'ab', `${'ab'.repeat(32)}.age`);
    mkdirSync(dirname(stray), { recursive: true });
    writeFileSync(stray, 'of a backup that is gone');
    const last = await backUp(room, own, { keep: 1, madeAt: Date.UTC(2026, 10, 24, 5) });
    expect(existsSync(stray)).toBe(false);
    await restore(last.path);
  });

  it('is whole when entries are written while it is made', async () => {
    const own = join(folder.path, 'busy');
    mkdirSync(own);
    const writing = { isOver: false };
    const writer = (async () => {
      while (!writing.isOver) {
        await room.hub.ask(
          { type: 'meeting/close', payload: { meetingId: meetingId.parse('m1') } },
          hubActor,
        );
        await new Promise(setImmediate);
      }
    })();
    const made = await backUp(room, own);
    writing.isOver = true;
    await writer;
    expect(made.seq).toBeLessThanOrEqual(room.hub.room.head().seq);
    expect((await restore(made.path)).seq).toBe(made.seq);
  });

  it('is not made into a folder that is not there, not the right one, or of the data itself', async () => {
    const refusal = async (to: string, options = {}) =>
      await backUp(room, to, options).catch((error: unknown) => error);
    expect(await refusal(join(folder.path, 'nowhere'))).toMatchObject({ code: 'backup/folder-missing' });
    const empty = join(folder.path, 'empty-mount-point');
    mkdirSync(empty);
    expect(await refusal(empty, { expectsEarlier: true })).toMatchObject({ code: 'backup/folder-unmounted' });
    expect(readdirSync(empty)).toEqual([]);
    expect(await refusal(room.data)).toMatchObject({ code: 'backup/folder-in-data' });
    mkdirSync(join(room.data, 'logs'), { recursive: true });
    expect(await refusal(join(room.data, 'logs'))).toMatchObject({ code: 'backup/folder-in-data' });
    expect(await refusal(folder.path)).toMatchObject({ code: 'backup/folder-in-data' });
    rmSync(join(room.data, 'logs'), { recursive: true });
  });
});

describe('a damaged backup', () => {
  const spoilt = async (backup: string): Promise<{ code: string; written: boolean }> => {
    const data = newFolder();
    const error: unknown = await restore(backup, data).then(
      () => null,
      (reason: unknown) => reason,
    );
    return { code: (error as { code?: string } | null)?.code ?? 'restored', written: existsSync(data) };
  };
  const eachFile = (): string[] => {
    const set = setOfBackup(first.path);
    return filesOf(set).filter(
      (file) => file.startsWith('objects/') || file.startsWith(join('backups', first.name)),
    );
  };
  const expected = (file: string): string =>
    file.endsWith(contentsFile)
      ? 'backup/contents-damaged'
      : file.startsWith('objects/')
        ? 'backup/documents-damaged'
        : 'backup/damaged';

  it.each([
    [
      'a bit that has flipped',
      (file: string): void => {
        const bytes = readFileSync(file);
        const at = Math.floor(bytes.length * 0.6);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
    [
      'an end that is cut off',
      (file: string): void =>
        writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2))),
    ],
    ['nothing in it', (file: string): void => writeFileSync(file, '')],
    ['no file at all', (file: string): void => rmSync(file)],
    [
      'another part’s bytes',
      (file: string): void =>
        writeFileSync(file, readFileSync(join(setOfBackup(file), 'DOC-TRUOC.txt'), { flag: 'a+' })),
    ],
  ])(
    'is refused before anything is written: in each of its files %s',
    async (_what, spoil) => {
      const results: Record<string, unknown> = {};
      const wanted: Record<string, unknown> = {};
      for (const file of eachFile()) {
        const { set, backup } = copyOfSet();
        spoil(join(set, file));
        results[file] = await spoilt(backup);
        wanted[file] = { code: expected(file), written: false };
        rmSync(set, { recursive: true });
      }
      expect(results).toEqual(wanted);
    },
    60_000,
  );

  it('with the list of contents of another backup is refused', async () => {
    const other = await backUp(room, backups, { madeAt: Date.UTC(2026, 10, 25) });
    const { backup } = copyOfSet();
    cpSync(join(other.path, contentsFile), join(backup, contentsFile));
    expect(await spoilt(backup)).toEqual({ code: 'backup/damaged', written: false });
  });

  it('whose list of contents was made up by somebody with the disk alone is refused', async () => {
    const { backup } = copyOfSet();
    const file = join(backup, contentsFile);
    const list = JSON.parse(readFileSync(file, 'utf8')) as { contents: { objects: unknown[] } };
    list.contents.objects = [];
    writeFileSync(file, JSON.stringify(list));
    expect(await spoilt(backup)).toEqual({ code: 'backup/contents-damaged', written: false });
  });

  it('names files that are no part of it and never reads them', async () => {
    const { backup } = copyOfSet();
    writeFileSync(join(backup, 'Thumbs.db'), 'x');
    writeFileSync(join(backup, 'parts', '99.age'), 'x');
    const data = newFolder();
    expect((await restore(backup, data)).extra).toEqual(['Thumbs.db', 'parts/99.age']);
    expect(filesOf(data).some((file) => /Thumbs|99\.age/.test(file))).toBe(false);
  });

  it('gives back all but its damaged documents to who says so', async () => {
    const { set, backup } = copyOfSet();
    const object = filesOf(set).find((file) => file.startsWith('objects/')) ?? '';
    rmSync(join(set, object));
    const data = newFolder();
    const facts = await restoreBackup(
      { backup, recoveryKey: sampleRecoveryKey, data, withoutDamagedDocuments: true, now: Date.now },
      () => undefined,
    );
    expect(facts).toMatchObject({ damaged: [object], documents: first.documents - 1, seq: first.seq });
  });

  it('of a newer version says so', async () => {
    const { backup } = copyOfSet();
    const file = join(backup, contentsFile);
    writeFileSync(file, readFileSync(file, 'utf8').replace('nghisu-backup/1', 'nghisu-backup/2'));
    expect(await spoilt(backup)).toEqual({ code: 'backup/newer', written: false });
  });
});

describe('restoring', () => {
  it('never touches a folder that has anything in it', async () => {
    const data = newFolder();
    mkdirSync(data);
    writeFileSync(join(data, 'letter.txt'), 'keep me');
    await expect(restore(first.path, data)).rejects.toMatchObject({ code: 'backup/data-not-empty' });
    await expect(restore(first.path, room.data)).rejects.toMatchObject({ code: 'backup/data-not-empty' });
    expect(readdirSync(data)).toEqual(['letter.txt']);
  });

  it('begins again where one was interrupted', async () => {
    const data = newFolder();
    mkdirSync(join(data, 'restoring', 'blobs'), { recursive: true });
    writeFileSync(join(data, 'restoring', 'log.sqlite'), 'half');
    expect((await restore(first.path, data)).seq).toBe(first.seq);
    expect(readdirSync(data)).not.toContain('restoring');
  });

  it('knows a recovery key however it is typed, and a mistyped one', () => {
    const written = writeRecoveryKey(sampleRecoveryKey);
    expect(readRestoreKey(` ${written.toLowerCase()}\n`)).toEqual({ ok: true, value: sampleRecoveryKey });
    const slip = written.startsWith('0') ? `1${written.slice(1)}` : `0${written.slice(1)}`;
    for (const text of ['', slip, written.slice(0, -1)])
      expect(readRestoreKey(text)).toEqual({ ok: false, reason: 'backup/key-malformed' });
  });
});
