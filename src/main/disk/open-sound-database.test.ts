import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSoundDatabase, type Salvage } from './open-sound-database.ts';
import { openTerminalDatabase } from './terminal-database.ts';

const now = Date.UTC(2026, 9, 27, 8, 15, 3);
const pageBytes = 4096;

describe('a half-written database of a terminal', () => {
  let folder = '';
  let salvaged: Salvage[] = [];
  const file = (): string => join(folder, 'terminal.sqlite');
  const open = () => openSoundDatabase(file(), now, (salvage) => void salvaged.push(salvage));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sound-database-'));
    salvaged = [];
    const database = openTerminalDatabase(file());
    database.put('value', 'device', new Uint8Array(100).fill(7));
    for (let command = 0; command < 200; command += 1)
      database.put('outbox', `c${String(command).padStart(3, '0')}`, new Uint8Array(400).fill(command));
    database.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is opened as it is while it is sound', () => {
    const database = open();
    expect(database.all('outbox')).toHaveLength(200);
    database.close();
    expect(salvaged).toEqual([]);
    expect(readdirSync(folder)).toEqual(['terminal.sqlite']);
  });

  it.each([
    ['nothing but zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['the first half of its first page', (bytes: Buffer) => bytes.subarray(0, 2048)],
    ['another file', () => Buffer.from('%PDF-1.7 '.repeat(900))],
    [
      'a header that lies',
      (bytes: Buffer) => Buffer.concat([Buffer.from('SQLite format 4\0'), bytes.subarray(16)]),
    ],
  ])('%s is put aside, and the terminal begins anew', (_what, damage) => {
    const damaged = damage(readFileSync(file()));
    writeFileSync(file(), damaged);
    const database = open();
    expect(database.all('outbox')).toEqual([]);
    database.put('value', 'device', new Uint8Array([1]));
    database.close();
    expect(salvaged).toEqual([{ aside: `${file()}.damaged-20261027-081503`, rows: 0 }]);
    expect(readFileSync(`${file()}.damaged-20261027-081503`).equals(damaged)).toBe(true);
  });

  it('cut in the middle gives back the rows that can still be read', () => {
    const bytes = readFileSync(file());
    // The last pages of the table hold the last commands.
    writeFileSync(file(), bytes.fill(0x5a, bytes.length - 6 * pageBytes));
    const database = open();
    expect(database.get('value', 'device')).toEqual(new Uint8Array(100).fill(7));
    const rows = database.all('outbox');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(200);
    for (const { name, sealed } of rows)
      expect(sealed).toEqual(new Uint8Array(400).fill(Number(name.slice(1))));
    expect(salvaged).toMatchObject([{ rows: rows.length + 1 }]);
    database.close();
  });

  it('does not overwrite what was put aside in the same second', () => {
    for (let times = 0; times < 2; times += 1) {
      writeFileSync(file(), Buffer.alloc(9000, 1));
      open().close();
    }
    const names = readdirSync(folder).filter((name) => name.includes('damaged'));
    expect(names.toSorted()).toEqual([
      'terminal.sqlite.damaged-20261027-081503',
      'terminal.sqlite.damaged-20261027-081503-2',
    ]);
  });

  it('a torn write-ahead log loses nothing that was answered for', () => {
    const database = openTerminalDatabase(file());
    database.put('outbox', 'last', new Uint8Array([9]));
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(file(), copy);
    const log = readFileSync(`${file()}-wal`);
    // A power cut in the midst of the next commit leaves a tail that is no frame.
    writeFileSync(`${copy}-wal`, Buffer.concat([log, Buffer.alloc(3000, 0x33)]));
    database.close();
    const again = openSoundDatabase(copy, now, () => expect.unreachable('it is sound'));
    expect(again.get('outbox', 'last')).toEqual(new Uint8Array([9]));
    again.close();
    expect(existsSync(`${copy}.damaged-20261027-081503`)).toBe(false);
  });
});
