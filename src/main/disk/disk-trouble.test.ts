import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskTroubleOf } from './disk-trouble.ts';

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (reason) {
    return reason;
  }
  return expect.unreachable('it should have thrown');
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe('the trouble with a disk', () => {
  it.each([
    ['ENOSPC', 'shell/disk-full'],
    ['EDQUOT', 'shell/disk-full'],
    ['EROFS', 'shell/read-only'],
    ['EACCES', 'shell/read-only'],
    ['EPERM', 'shell/read-only'],
    ['ENOENT', null],
  ])('%s is %s', (code, trouble) => {
    expect(diskTroubleOf(systemError(code))).toBe(trouble);
    expect(diskTroubleOf(new Error('around it', { cause: systemError(code) }))).toBe(trouble);
  });

  it('is read out of what SQLite throws', () => {
    const folder = mkdtempSync(join(tmpdir(), 'disk-trouble-'));
    const file = join(folder, 'x.sqlite');
    const made = new DatabaseSync(file);
    made.exec('PRAGMA page_size = 512; CREATE TABLE t (x); PRAGMA max_page_count = 4');
    const full = thrownBy(() => {
      for (let row = 0; row < 1000; row += 1) made.exec('INSERT INTO t VALUES (zeroblob(400))');
    });
    expect(diskTroubleOf(full)).toBe('shell/disk-full');
    made.close();
    const readOnly = new DatabaseSync(file, { readOnly: true });
    expect(diskTroubleOf(thrownBy(() => readOnly.exec('INSERT INTO t VALUES (1)')))).toBe('shell/read-only');
    readOnly.close();
    expect(diskTroubleOf(thrownBy(() => new DatabaseSync(join(folder, 'none', 'x'))))).toBe(
      'shell/read-only',
    );
    writeFileSync(file, Buffer.alloc(8192, 5));
    const broken = new DatabaseSync(file);
    expect(diskTroubleOf(thrownBy(() => broken.exec('SELECT * FROM t')))).toBe('shell/data-damaged');
    broken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is a folder that cannot be made, but no file that is not there', () => {
    const made = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'mkdir' });
    const opened = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' });
    expect([diskTroubleOf(made), diskTroubleOf(opened)]).toEqual(['shell/read-only', null]);
  });

  it('is none of what is no error', () => {
    expect(diskTroubleOf('ENOSPC')).toBeNull();
    expect(diskTroubleOf(undefined)).toBeNull();
  });
});
