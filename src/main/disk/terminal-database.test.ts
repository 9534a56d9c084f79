import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminalDatabase } from './terminal-database.ts';

describe('the database of a terminal', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'terminal-database-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (): string => join(folder, 'terminal.sqlite');
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

  it('[INV-1] keeps what was put when it was never closed', () => {
    const source = `
      import { openTerminalDatabase } from ${JSON.stringify(join(import.meta.dirname, 'terminal-database.ts'))};
      const database = openTerminalDatabase(${JSON.stringify(file())});
      database.put('outbox', 'c1', new Uint8Array([1, 2, 3]));
      process.kill(process.pid, 'SIGKILL');
    `;
    const run = (): unknown =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', source], { stdio: 'pipe' });
    expect(run).toThrow(expect.objectContaining({ signal: 'SIGKILL' }) as Error);
    const database = openTerminalDatabase(file());
    expect(database.all('outbox')).toEqual([{ name: 'c1', sealed: new Uint8Array([1, 2, 3]) }]);
    database.close();
  });

  it('is written ahead, so that a torn commit leaves the one before it', () => {
    const database = openTerminalDatabase(file());
    database.put('value', 'device', bytes('x'));
    expect(readFileSync(`${file()}-wal`).length).toBeGreaterThan(0);
    database.close();
    const header = readFileSync(file());
    // Bytes 18 and 19 of a SQLite file say that it is written ahead (sqlite.org/fileformat.html).
    expect([header[18], header[19]]).toEqual([2, 2]);
  });

  it('belongs to one process at a time', () => {
    const database = openTerminalDatabase(file());
    const other = new DatabaseSync(file(), { timeout: 0 });
    expect(() => other.exec('SELECT * FROM outbox')).toThrow('locked');
    other.close();
    database.close();
  });

  it('replaces, reads and removes rows of one table alone', () => {
    const database = openTerminalDatabase(file());
    database.put('value', 'a', bytes('1'));
    database.put('value', 'a', bytes('2'));
    database.put('outbox', 'a', bytes('3'));
    database.remove('outbox', ['a', 'not there']);
    expect(database.get('value', 'a')).toEqual(bytes('2'));
    expect(database.get('outbox', 'a')).toBeNull();
    database.close();
  });
});
