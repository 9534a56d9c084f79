import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWithSystem } from './start-with-system.ts';

describe('starting with the system', () => {
  let configFolder = '';
  beforeEach(() => void (configFolder = mkdtempSync(join(tmpdir(), 'autostart-'))));
  afterEach(() => rmSync(configFolder, { recursive: true, force: true }));

  const items: unknown[] = [];
  const start = (platform: NodeJS.Platform, isWanted: boolean, program = '/opt/NghiSu/nghi-su') =>
    startWithSystem({
      app: { setLoginItemSettings: (item) => void items.push(item) },
      ...{ platform, isWanted, program, configFolder },
    });

  it('is a login item of Windows', async () => {
    await start('win32', true, String.raw`C:\Program Files\NghiSu\NghiSu.exe`);
    await start('win32', false, String.raw`C:\Program Files\NghiSu\NghiSu.exe`);
    expect(items).toEqual([
      { openAtLogin: true, path: String.raw`C:\Program Files\NghiSu\NghiSu.exe`, args: [] },
      { openAtLogin: false, path: String.raw`C:\Program Files\NghiSu\NghiSu.exe`, args: [] },
    ]);
  });

  it('is an autostart file on Linux, written once, and gone when it is not wanted', async () => {
    const file = join(configFolder, 'autostart', 'nghi-su.desktop');
    await start('linux', true);
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/NghiSu/nghi-su"\n');
    const written = statSync(file).mtimeMs;
    await start('linux', true);
    expect(statSync(file).mtimeMs).toBe(written);
    await start('linux', false);
    await start('linux', false);
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it('quotes a program in a folder with special characters', async () => {
    await start('linux', true, '/opt/a b$c%d"e/nghi-su');
    const text = readFileSync(join(configFolder, 'autostart', 'nghi-su.desktop'), 'utf8');
    expect(text).toContain(String.raw`Exec="/opt/a b\\$c%%d\\"e/nghi-su"`);
  });
});
