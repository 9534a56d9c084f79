import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLaunchOptions } from './launch-options.ts';
import { readSettings, writeSettings } from './settings.ts';

const now = Date.UTC(2026, 9, 27, 8, 15, 3);

describe('what a machine opened last', () => {
  let folder = '';
  const file = (): string => join(folder, 'settings.json');
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is remembered with its displays and without the room’s code', async () => {
    const args = ['--hub=http://hub:4860', '--surfaces=chair@1,screen@HDMI-1,seat:A07', '--room=4K7Q'];
    await writeSettings(file(), readLaunchOptions(args).openings);
    expect(await readSettings(file(), now)).toEqual({
      ...{ damagedAt: null, hostsRoom: false },
      openings: [
        { place: { surface: 'chair', seat: null }, hub: 'http://hub:4860', roomCode: null, display: 1 },
        {
          place: { surface: 'screen', seat: null },
          ...{ hub: 'http://hub:4860', roomCode: null, display: 'HDMI-1' },
        },
        { place: { surface: 'seat', seat: 'A07' }, hub: 'http://hub:4860', roomCode: null, display: null },
      ],
    });
  });

  it('is remembered with the room that it hosts', async () => {
    await writeSettings(file(), readLaunchOptions(['--hub=http://hub', '--surfaces=chair']).openings, true);
    expect(await readSettings(file(), now)).toMatchObject({ hostsRoom: true });
  });

  it('is nothing on a new machine', async () => {
    expect(await readSettings(file(), now)).toEqual({ openings: [], hostsRoom: false, damagedAt: null });
  });

  it.each([
    ['cut in the middle', '{ "terminals": [ { "surface": "se'],
    ['empty', ''],
    ['full of zeros, as after a power cut', '\0'.repeat(200)],
    ['of somebody else', '{ "terminals": [ { "surface": "admin", "seat": null, "hub": "http://x" } ] }'],
    ['with an address that is none', '{ "terminals": [ { "surface": "chair", "seat": null, "hub": "x" } ] }'],
  ])('is put aside when its file is %s', async (_how, text) => {
    writeFileSync(file(), text);
    expect(await readSettings(file(), now)).toEqual({
      openings: [],
      hostsRoom: false,
      damagedAt: `${file()}.damaged-20261027-081503`,
    });
    expect(existsSync(file())).toBe(false);
    expect(readdirSync(folder)).toEqual(['settings.json.damaged-20261027-081503']);
  });
});
