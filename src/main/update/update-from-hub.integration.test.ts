import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NsisUpdater } from 'electron-updater';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchAtHub } from '../hub-link/hub-door.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { createSignal } from '../../shared/std/signal.ts';
import { openHighestVersion } from './highest-version.ts';
import { createReleaseUpdater } from './release-updater.ts';
import { quietApp } from './testing/quiet-app.ts';
import { newTestKey, releaseFiles, trustIn } from './testing/release-site.ts';
import { UpdateDriver } from './update-driver.ts';
import { createHubSource } from './update-sources.ts';

/** A hub in a process of its own, its commands as IT types them, and the terminal's half with electron-updater's classes. */
const main = fileURLToPath(new URL('../../hub/start/main.ts', import.meta.url));
const ours = newTestKey();
const folder = mkdtempSync(join(tmpdir(), 'update-from-hub-'));
const data = join(folder, 'room');
const stick = join(folder, 'stick');
const keys = join(folder, 'keys.json');
const version = '0.9.0';
let hub: ChildProcess;
let address: string;
let roomCode: string;

beforeAll(async () => {
  mkdirSync(stick);
  writeFileSync(keys, JSON.stringify([ours.key]));
  for (const [name, bytes] of releaseFiles(version, ours)) writeFileSync(join(stick, name), bytes);
  hub = spawn(process.execPath, [main, '--data', data, '--port', '0', '--sample'], {
    env: { ...process.env, NGHISU_RELEASE_KEYS: keys, NGHISU_TOOLS: 'none' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { stdout } = hub;
  if (stdout === null) throw new Error('the hub says nothing');
  const { value } = await createInterface({ input: stdout })[Symbol.asyncIterator]().next();
  ({ hub: address, roomCode } = JSON.parse(String(value)) as { hub: string; roomCode: string });
}, 60_000);
afterAll(() => {
  hub.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const command = async (...args: string[]): Promise<string> => {
  const env = { ...process.env, NGHISU_RELEASE_KEYS: keys };
  const ran = await promisify(execFile)(process.execPath, [main, ...args], { env });
  return ran.stdout;
};

async function seat(label: string): Promise<FetchAtHub> {
  const response = await fetch(`${address}/v1/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roomCode, surface: 'seat', seat: label }),
  });
  const { deviceToken } = (await response.json()) as { deviceToken: string };
  return (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${deviceToken}`);
    return fetch(new URL(path, address), { ...init, headers });
  };
}

async function machineAt(label: string) {
  const place = join(folder, label);
  const app = quietApp(place, '0.1.0');
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const updater = createReleaseUpdater({
    app,
    installation: 'windows',
    arch: 'x64',
    trust: trustIn(ours),
    highest: await openHighestVersion(join(place, 'records'), '0.1.0'),
    partsFolder: join(place, 'parts'),
    log,
    makeUpdater: (adapter) => new NsisUpdater(null, adapter),
  });
  const installed: string[] = [];
  const meetingIsOpen = createSignal(false);
  const driver = new UpdateDriver({
    source: createHubSource({ fetchAsDevice: await seat(label), version: '0.1.0', installation: 'windows' }),
    updater: {
      fetch: (...args) => updater.fetch(...args),
      install() {
        installed.push(version);
        return 'ends-us';
      },
    },
    meetingIsOpen,
    timers: nodeTimers,
    random: () => 0.5,
    restart: () => undefined,
    log,
  });
  const files = (): string[] => {
    try {
      return readdirSync(join(place, 'cache', 'pending')).filter((name) => name.endsWith('.exe'));
    } catch {
      return [];
    }
  };
  return { driver, meetingIsOpen, installed, files };
}

describe('an update that IT rolls out', () => {
  it('is imported from a stick and rolled out to one seat, beside the running hub', async () => {
    expect(await command('import-update', stick, '--data', data)).toContain('Đã nhận bản 0.9.0');
    expect(await command('roll-out', version, '--data', data, '--to', 'seat:A03')).toContain('seat:A03');
  }, 60_000);

  it('reaches that seat, is fetched, and is installed at the second quiet moment; another seat is left out', async () => {
    const chosen = await machineAt('A03');
    const other = await machineAt('A04');
    await Promise.all([chosen.driver.ask(), other.driver.ask()]);
    await expect.poll(() => chosen.driver.state.get().name, { timeout: 20_000 }).toBe('ready');
    expect(chosen.files()).toEqual(['NghiSu-0.9.0-win-x64.exe']);
    expect([other.driver.state.get().name, other.files()]).toEqual(['idle', []]);
    await chosen.driver.ask();
    expect(chosen.installed).toEqual([]);
    chosen.meetingIsOpen.set(true);
    await chosen.driver.ask();
    chosen.meetingIsOpen.set(false);
    await chosen.driver.ask();
    expect([chosen.driver.state.get().name, chosen.installed]).toEqual(['ready', []]);
    await chosen.driver.ask();
    expect([chosen.driver.state.get().name, chosen.installed]).toEqual(['installing', [version]]);
    chosen.driver.stop();
  }, 60_000);

  it('is taken back from everybody', async () => {
    expect(await command('roll-out', '--stop', '--data', data)).toContain('Không triển khai bản nào');
    const machine = await machineAt('A05');
    await machine.driver.ask();
    expect(machine.driver.state.get()).toEqual({ name: 'idle' });
  }, 60_000);

  it.each([
    [
      'was signed by another key',
      (): Map<string, Buffer> => releaseFiles('0.9.1', newTestKey()),
      'Chữ ký của bản cập nhật không đúng. Không cài bản này.',
    ],
    [
      'is cut in the middle',
      (): Map<string, Buffer> => {
        const files = releaseFiles('0.9.1', ours);
        const name = 'NghiSu-0.9.1-win-x64.exe';
        const whole = files.get(name) ?? Buffer.alloc(0);
        return files.set(name, whole.subarray(0, whole.length / 2));
      },
      'Bản cập nhật thiếu tệp hoặc có tệp bị cắt.',
    ],
  ])(
    'is refused by the command with a sentence when it %s',
    async (_what, files, sentence) => {
      const bad = mkdtempSync(join(folder, 'bad-'));
      for (const [name, bytes] of files()) writeFileSync(join(bad, name), bytes);
      await expect(command('import-update', bad, '--data', data)).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringContaining(sentence),
      });
    },
    60_000,
  );
});
