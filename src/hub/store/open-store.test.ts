import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roomId } from '../../shared/records/ids.ts';
import { chainAfter } from './log-contract.ts';
import { openStore, type Store, type StoreSources } from './open-store.ts';
import { StoreRefusal } from './store-refusal.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const sources: StoreSources = {
  now: () => 1_790_000_000_000,
  newRoomId: () => roomId.parse('room-1'),
  newRoomCode: () => 'K7M2QX4D',
};

describe('the data folder', () => {
  let folder: TemporaryFolder;
  beforeEach(() => void (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  const file = (): string => join(folder.path, 'log.sqlite');

  const withStore = (use: (store: Store) => void): void => {
    const store = openStore(folder.path, sources);
    try {
      use(store);
    } finally {
      store.close();
    }
  };

  /** A store with 30 entries, closed cleanly. */
  const filled = (): void => withStore((store) => store.log.append(chainAfter(null, 30)));

  const edit = (sql: string): void => {
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  };

  const refusal = (): StoreRefusal => {
    try {
      openStore(folder.path, sources).close();
    } catch (error) {
      if (error instanceof StoreRefusal) return error;
      throw error;
    }
    throw new Error('the store was opened');
  };

  it('is made on first use and is the same room afterwards', () => {
    withStore((store) =>
      expect([store.roomId, store.epoch, store.credentials.roomCode]).toEqual(['room-1', 1, 'K7M2QX4D']),
    );
    const other = { ...sources, newRoomId: () => roomId.parse('room-2'), newRoomCode: () => 'ANOTHER1' };
    const store = openStore(folder.path, other);
    expect([store.roomId, store.credentials.roomCode]).toEqual(['room-1', 'K7M2QX4D']);
    store.close();
  });

  it('[INV-1] still has the log when it was not closed', () => {
    const entries = chainAfter(null, 3);
    const copy = temporaryFolder();
    withStore((store) => {
      store.log.append(entries);
      for (const name of ['log.sqlite', 'log.sqlite-wal', 'credentials.sqlite', 'credentials.sqlite-wal']) {
        writeFileSync(join(copy.path, name), readFileSync(join(folder.path, name)));
      }
    });
    const survivor = openStore(copy.path, sources);
    expect([...survivor.log.read()]).toEqual(entries);
    survivor.close();
    copy.remove();
  });

  it('[INV-10] raises the epoch for a restored copy, for good', () => {
    withStore((store) => expect(store.raiseEpoch()).toBe(2));
    withStore((store) => expect(store.epoch).toBe(2));
  });

  it('is refused to a second hub', () => {
    withStore(() => {
      expect(refusal().problem).toBe('locked');
      expect(refusal().sentence.vi).toContain(folder.path);
    });
  });

  it('is refused when a newer version has written it', () => {
    filled();
    edit('PRAGMA user_version = 2');
    expect(refusal()).toMatchObject({
      problem: 'newer',
      message: expect.stringContaining('Hãy cập nhật máy chủ'),
    });
  });

  it.each([
    [
      'a changed letter',
      `UPDATE log SET json = replace(json, 'meeting/closed', 'meeting/exists') WHERE seq = 17`,
      17,
    ],
    ['a changed hash', `UPDATE log SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE seq = 9`, 9],
    ['a lost entry', 'DELETE FROM log WHERE seq = 12', 12],
    ['a lost first entry', 'DELETE FROM log WHERE seq = 1', 1],
    ['a tail cut off', 'DELETE FROM log WHERE seq > 25', 26],
    ['text that is no entry', `UPDATE log SET json = '{"type":"x"}' WHERE seq = 3`, 3],
    ['text that is no JSON', `UPDATE log SET json = '{' WHERE seq = 3`, 3],
    [
      'a type from elsewhere',
      `UPDATE log SET json = replace(json, 'command/refused', 'command/refuted') WHERE seq = 5`,
      5,
    ],
    [
      'an unknown member',
      `UPDATE log SET json = replace(json, '"epoch"', '"more":1,"epoch"') WHERE seq = 5`,
      5,
    ],
    [
      'two entries exchanged',
      'UPDATE log SET seq = -1 WHERE seq = 6; UPDATE log SET seq = 6 WHERE seq = 7; UPDATE log SET seq = 7 WHERE seq = -1',
      6,
    ],
  ])('[INV-1] is refused after %s, with the first bad entry named', (_what, sql, firstBad) => {
    filled();
    edit(sql);
    expect(refusal().problem).toBe('damaged');
    expect(refusal().sentence.vi).toContain(`từ bản ghi số ${firstBad} `);
    expect(refusal().sentence.en).toContain(`from entry ${firstBad} on`);
  });

  it('[LOG-5] [INV-1] is refused after one flipped bit in the middle of an entry', () => {
    filled();
    const bytes = readFileSync(file());
    const at = bytes.indexOf('"commandId":"c20"') + 14;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    expect(refusal().sentence.en).toContain('from entry 20 on');
  });

  it('[INV-1] is refused when the file has been cut', () => {
    filled();
    truncateSync(file(), Math.floor(readFileSync(file()).length / 2 / 4096) * 4096);
    expect(refusal().problem).toBe('damaged');
  });

  it('[INV-1] is refused when the file is empty, and no new room is begun in its place', () => {
    filled();
    truncateSync(file(), 0);
    expect(refusal().problem).toBe('damaged');
  });

  it('[INV-1] is refused when the log is gone but the rest is there', () => {
    filled();
    rmSync(file());
    expect(refusal().sentence.en).toContain('the log is missing');
  });

  it('is refused when it is something else', () => {
    withStore(() => undefined);
    writeFileSync(file(), 'not a database, but long enough to look like something'.repeat(100));
    expect(refusal().problem).toBe('damaged');
  });
});
