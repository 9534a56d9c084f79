import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../run/repository.mjs';

/*
 * What our installer for Windows does beside electron-builder's, run for real: compiled by makensis and carried out by
 * Wine. It is the same script; the installer around it is the smallest there is, since Debian's Wine runs 64 bits alone.
 */

const lacking = ['makensis', 'wine'].find((command) => spawnSync('which', [command]).status !== 0);
const reason = lacking === undefined ? '' : `there is no ${lacking}`;

describe.skipIf(reason !== '')(`a silent install on Windows${reason && ` (skipped: ${reason})`}`, () => {
  let folder: string;
  let drive: string;
  let env: NodeJS.ProcessEnv;
  const kept = (...names: string[]): string => join(drive, 'ProgramData', 'NghiSu', ...names);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nghi-su-windows-'));
    const prefix = join(folder, 'wine');
    drive = join(prefix, 'drive_c');
    env = { ...process.env, WINEPREFIX: prefix, WINEARCH: 'win64', WINEDEBUG: '-all', DISPLAY: '' };
    const program = join(folder, 'NghiSu.exe');
    execFileSync('makensis', [
      ...['-V1', '-WX', '-INPUTCHARSET', 'UTF8', `-DOUT=${program}`],
      `-DINCLUDE=${inRoot('build', 'package', 'windows', 'installer.nsh')}`,
      inRoot('build', 'package', 'testing', 'settings-installer.nsi'),
    ]);
    execFileSync('wineboot', ['-i'], { env, stdio: 'ignore' });
    copyFileSync(program, join(drive, 'NghiSu.exe'));
    mkdirSync(join(drive, 'usb stick'));
    writeFileSync(join(drive, 'usb stick', 'pairing.json'), '{}');
  }, 180_000);

  afterAll(() => {
    spawnSync('wineserver', ['-k'], { env });
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => rmSync(kept(), { recursive: true, force: true }));

  /** Runs a line as IT has it in a script, quotes and all. Its exit code. */
  function run(line: string): number | null {
    writeFileSync(join(drive, 'run.bat'), `@echo off\r\n${line}\r\nexit /b %ERRORLEVEL%\r\n`);
    return spawnSync('wine', ['cmd', '/c', 'C:\\run.bat'], { env, stdio: 'ignore' }).status;
  }

  /** The settings file, which has to be JSON in UTF-8. */
  function settings(): unknown {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(kept('settings.json')));
    return JSON.parse(text);
  }

  it.each([
    [
      'without quotes',
      String.raw`C:\NghiSu.exe /S /HUB=10.20.0.5,hub.local /SURFACES=seat:A07,screen@2 /KIOSK=1`,
    ],
    [
      'with quotes around values',
      String.raw`C:\NghiSu.exe /S /HUB="10.20.0.5,hub.local" /SURFACES="seat:A07,screen@2" /KIOSK="1"`,
    ],
    [
      'with quotes around arguments',
      String.raw`C:\NghiSu.exe /S "/HUB=10.20.0.5,hub.local" "/SURFACES=seat:A07,screen@2" "/KIOSK=1"`,
    ],
    [
      'with quotes around some',
      String.raw`"C:\NghiSu.exe" /S /HUB=10.20.0.5,hub.local "/SURFACES=seat:A07,screen@2" /KIOSK=1`,
    ],
  ])('writes the settings of its arguments, %s', (_, line) => {
    expect(run(line)).toBe(0);
    expect(settings()).toEqual({
      'terminal.surfaces': ['seat:A07', 'screen@2'],
      'room.addresses': ['10.20.0.5', 'hub.local'],
      'terminal.kiosk': true,
    });
  });

  it('takes the pairing ticket along from a stick, whose path has a blank', () => {
    expect(run(String.raw`C:\NghiSu.exe /S /PAIRING="C:\usb stick\pairing.json" /STARTUP=0`)).toBe(0);
    expect(existsSync(kept('pairing-ticket.json'))).toBe(true);
    expect(settings()).toMatchObject({
      'room.pairingTicket': String.raw`C:\ProgramData\NghiSu\pairing-ticket.json`,
      'terminal.startWithSystem': false,
    });
  });

  it('says by its exit code that the ticket is not there, and keeps the other settings', () => {
    expect(run(String.raw`C:\NghiSu.exe /S /PAIRING=C:\none.json /KIOSK=1`)).toBe(2);
    expect(settings()).toEqual({ 'terminal.kiosk': true });
  });

  it('leaves the settings as they are when it is given none, as by an update', () => {
    expect(run(String.raw`C:\NghiSu.exe /S /KIOSK=1`)).toBe(0);
    expect(run(String.raw`C:\NghiSu.exe /S`)).toBe(0);
    expect(settings()).toEqual({ 'terminal.kiosk': true });
  });

  it('keeps the data when it is uninstalled, unless /PURGE is given', async () => {
    run(String.raw`C:\NghiSu.exe /S /KIOSK=1`);
    // The uninstaller goes on as a copy of itself, which is waited for by what it removes or leaves.
    run(String.raw`C:\NghiSuSettings\uninstall.exe /S _?=C:\NghiSuSettings`);
    expect(existsSync(kept('settings.json'))).toBe(true);
    run(String.raw`C:\NghiSuSettings\uninstall.exe /S /PURGE _?=C:\NghiSuSettings`);
    while (existsSync(kept())) await delay(50);
  });
});
