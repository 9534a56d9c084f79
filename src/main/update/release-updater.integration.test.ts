import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppImageUpdater, DebUpdater, NsisUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderFeed } from './folder-feed.ts';
import { openHighestVersion } from './highest-version.ts';
import { createHubFeed } from './hub-feed.ts';
import { createReleaseUpdater, type ReleaseUpdater } from './release-updater.ts';
import { quietApp } from './testing/quiet-app.ts';
import {
  newTestKey,
  releaseFiles,
  startReleaseSite,
  trustIn,
  type ReleaseSite,
} from './testing/release-site.ts';

const ours = newTestKey();
const version = '1.2.0';
let folder: string;
let site: ReleaseSite;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
  site = await startReleaseSite(releaseFiles(version, ours));
});
afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

type Kind = 'windows' | 'deb' | 'appimage';

/** electron-updater's own classes; only what would start a program is kept from doing so. */
const classes = {
  windows: class extends NsisUpdater {
    protected override spawnLog(command: string, args: string[] = []): Promise<boolean> {
      started.push([command, ...args].join(' '));
      return Promise.resolve(true);
    }
  },
  deb: class extends DebUpdater {
    protected override spawnSyncLog(command: string, args: string[] = []): string {
      started.push([command, ...args].join(' '));
      return '';
    }
  },
  appimage: AppImageUpdater,
};
const started: string[] = [];

async function machine(kind: Kind = 'windows', runs = '1.1.0'): Promise<ReleaseUpdater> {
  const app = quietApp(join(folder, 'program'), runs);
  return createReleaseUpdater({
    app,
    installation: kind,
    arch: 'x64',
    trust: trustIn(ours),
    highest: await openHighestVersion(join(folder, 'records'), runs),
    partsFolder: join(folder, 'parts'),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    makeUpdater: (adapter) => new classes[kind](null, adapter),
  });
}

const percents: number[] = [];
const fetchInto = async (
  updater: ReleaseUpdater,
  wanted = version,
  signal = new AbortController().signal,
) => {
  percents.length = 0;
  const onProgress = (percent: number): void => void percents.push(percent);
  return updater.fetch(wanted, createHubFeed(wanted, site.fetch), { signal, onProgress });
};
const pending = (): string[] => {
  try {
    return readdirSync(join(folder, 'program', 'cache', 'pending')).filter((name) =>
      name.startsWith('NghiSu'),
    );
  } catch {
    return [];
  }
};

describe('electron-updater behind a signed release', () => {
  it.each([
    ['windows', 'NghiSu-1.2.0-win-x64.exe', 'latest.yml'],
    ['deb', 'NghiSu-1.2.0-linux-amd64.deb', 'latest-linux.yml'],
    ['appimage', 'NghiSu-1.2.0-linux-x86_64.AppImage', 'latest-linux.yml'],
  ] as const)('brings the installer for %s to this disk', async (kind, name, metadata) => {
    if (kind === 'appimage') process.env['APPIMAGE'] = join(folder, 'NghiSu.AppImage');
    await fetchInto(await machine(kind));
    delete process.env['APPIMAGE'];
    expect(
      readFileSync(join(folder, 'program', 'cache', 'pending', name)).equals(
        site.files.get(name) ?? Buffer.alloc(0),
      ),
    ).toBe(true);
    expect(site.asked).toEqual([metadata, `${metadata}.sig`, name]);
    expect(percents.at(-1)).toBe(100);
  });

  it('starts the installer silently, with elevated rights, and only what was verified', async () => {
    Object.defineProperty(process, 'resourcesPath', { value: '/resources', configurable: true });
    const updater = await machine();
    await fetchInto(updater);
    started.length = 0;
    expect(updater.install()).toBe('ends-us');
    expect(started.join('\n')).toMatch(
      /elevate\.exe .*NghiSu-1\.2\.0-win-x64\.exe --updated \/S --force-run$/,
    );
    const deb = await machine('deb');
    await fetchInto(deb);
    started.length = 0;
    expect(deb.install()).toBe('restart');
    expect(started.join('\n')).toMatch(/dpkg.*-i.*NghiSu-1\.2\.0-linux-amd64\.deb/);
    const changed = await machine();
    await fetchInto(changed);
    writeFileSync(join(folder, 'program', 'cache', 'pending', 'NghiSu-1.2.0-win-x64.exe'), 'something else');
    expect(changed.install()).toBe(false);
  });

  it.each([
    ['the version that runs', version],
    ['an older version than the one that runs', '1.3.0'],
  ])('takes nothing that is %s', async (_what, runs) => {
    await expect(fetchInto(await machine('windows', runs))).rejects.toMatchObject({ code: 'update/older' });
    expect(pending()).toEqual([]);
  });

  it('[UPD-2] remembers the highest version outside the program’s folder, also when an old program was put back', async () => {
    await machine('windows', '1.5.0');
    rmSync(join(folder, 'program'), { recursive: true });
    await expect(fetchInto(await machine('windows', '1.0.0'))).rejects.toMatchObject({
      code: 'update/older',
    });
    const records = readdirSync(join(folder, 'records'));
    expect(records).toEqual(['highest-version.json']);
  });

  it.each([
    ['unsigned', 'update/unsigned', () => site.files.delete('latest.yml.sig')],
    ['signed by another key', 'update/wrong-signature', () => forge('latest.yml.sig')],
    ['changed after signing', 'update/wrong-signature', () => append('latest.yml', ' ')],
    ['a release of another version under the wanted name', 'update/mixed', () => replaceBy('1.9.0')],
    ['the metadata of another system', 'update/not-for-this-machine', () => site.files.delete('latest.yml')],
  ])('takes no metadata that is %s', async (_what, code, spoil) => {
    spoil();
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code });
    expect(site.asked.some((name) => name.startsWith('NghiSu'))).toBe(false);
  });

  it('never takes the metadata of Linux for that of Windows, although it is signed', async () => {
    for (const ending of ['', '.sig']) {
      site.files.set(`latest.yml${ending}`, site.files.get(`latest-linux.yml${ending}`) ?? Buffer.alloc(0));
    }
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code: 'update/not-for-this-machine' });
    expect(pending()).toEqual([]);
  });

  it.each([
    ['changed by one byte', 'update/damaged', () => flip('NghiSu-1.2.0-win-x64.exe')],
    ['longer than promised', 'update/damaged', () => append('NghiSu-1.2.0-win-x64.exe', 'more')],
    ['cut in the middle', 'update/unreachable', () => cutFile('NghiSu-1.2.0-win-x64.exe')],
    ['missing', 'update/incomplete', () => site.files.delete('NghiSu-1.2.0-win-x64.exe')],
  ])('keeps no installer that is %s', async (_what, code, spoil) => {
    spoil();
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code });
    expect(pending()).toEqual([]);
  });

  it('goes on where a download was interrupted, after a restart too', async () => {
    const name = 'NghiSu-1.2.0-win-x64.exe';
    site.cutAfter = 700_000;
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code: 'update/unreachable' });
    site.asked.length = 0;
    await fetchInto(await machine());
    const [resumed = ''] = site.asked.filter((asked) => asked.startsWith(name));
    const from = Number(/bytes=(\d+)-/.exec(resumed)?.[1]);
    expect(from).toBeGreaterThan(100_000);
    expect(from).toBeLessThanOrEqual(700_000);
    expect(pending()).toEqual([name]);
  });

  it('begins anew after a part that turned out wrong', async () => {
    const name = 'NghiSu-1.2.0-win-x64.exe';
    const whole = Buffer.from(site.files.get(name) ?? []);
    flip(name);
    site.cutAfter = 500_000;
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code: 'update/unreachable' });
    site.files.set(name, whole);
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code: 'update/damaged' });
    await fetchInto(await machine());
    expect(pending()).toEqual([name]);
  });

  it.each([
    ['while a meeting is open', 409, 'update/meeting-open'],
    ['to a terminal that the roll-out leaves out', 403, 'update/not-offered'],
  ])('fetches nothing %s', async (_when, status, code) => {
    site.refuseWith = { status, code };
    await expect(fetchInto(await machine())).rejects.toMatchObject({ code });
    expect(pending()).toEqual([]);
  });

  it('takes a release from a stick by the same rules', async () => {
    for (const [name, bytes] of site.files) writeFileSync(join(folder, name), bytes);
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    await (await machine()).fetch(version, createFolderFeed(folder), options);
    expect(pending()).toEqual(['NghiSu-1.2.0-win-x64.exe']);
    rmSync(join(folder, 'latest.yml.sig'));
    await expect((await machine()).fetch(version, createFolderFeed(folder), options)).rejects.toMatchObject({
      code: 'update/unsigned',
    });
  });
});

function edit(name: string, change: (bytes: Buffer) => Buffer): void {
  site.files.set(name, change(Buffer.from(site.files.get(name) ?? [])));
}
const append = (name: string, text: string): void =>
  edit(name, (bytes) => Buffer.concat([bytes, Buffer.from(text)]));
const cutFile = (name: string): void => edit(name, (bytes) => bytes.subarray(0, 1000));
const flip = (name: string): void =>
  edit(name, (bytes) => {
    bytes[4000] = (bytes[4000] ?? 0) ^ 1;
    return bytes;
  });
const forge = (name: string): void =>
  void site.files.set(name, releaseFiles(version, newTestKey()).get(name) ?? Buffer.alloc(0));
const replaceBy = (other: string): void => {
  for (const [name, bytes] of releaseFiles(other, ours)) site.files.set(name, bytes);
};
