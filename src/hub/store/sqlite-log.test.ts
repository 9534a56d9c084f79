import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeLogContract, type LogUnderTest } from './log-contract.ts';
import { openDatabase, pragma, warmUp } from './open-database.ts';
import { createSqliteLog, logTable } from './sqlite-log.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

function on(folder: TemporaryFolder, isNew: boolean): LogUnderTest {
  const database = openDatabase(join(folder.path, 'log.sqlite'), folder.path);
  if (isNew) database.exec(logTable);
  return {
    log: createSqliteLog(database),
    reopen() {
      database.close();
      return on(folder, false);
    },
    setFull(isFull) {
      const pages = isFull ? Number(pragma(database, 'page_count')) : 1_000_000;
      database.exec(`PRAGMA max_page_count = ${pages}`);
    },
    end() {
      database.close();
      folder.remove();
    },
  };
}

describeLogContract('the log in SQLite', () => on(temporaryFolder(), true));

describe('the database of the hub', () => {
  it('[INV-1] syncs every commit, in a write-ahead log that belongs to this process alone', () => {
    const folder = temporaryFolder();
    const database = openDatabase(join(folder.path, 'log.sqlite'), folder.path);
    expect(pragma(database, 'synchronous')).toBe(2);
    expect(pragma(database, 'journal_mode')).toBe('wal');
    expect(pragma(database, 'locking_mode')).toBe('exclusive');
    database.close();
    folder.remove();
  });

  it('leaves nothing behind when there is no room to warm up', () => {
    const folder = temporaryFolder();
    const database = openDatabase(join(folder.path, 'log.sqlite'), folder.path);
    database.exec(logTable);
    database.exec(`PRAGMA max_page_count = ${Number(pragma(database, 'page_count')) + 1}`);
    warmUp(database);
    expect(database.isTransaction).toBe(false);
    expect(database.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'log' }]);
    database.close();
    folder.remove();
  });
});
