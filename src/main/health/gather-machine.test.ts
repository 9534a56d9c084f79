import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineFacts } from '../../shared/protocol/machine.ts';
import { gatherMachine, type MachinePorts } from './gather-machine.ts';
import { rememberErrors } from './last-error.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nghi-su-machine-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const gather = (change: Partial<MachinePorts> = {}) =>
  gatherMachine({
    version: '1.2.3',
    lastError: () => null,
    isOnBattery: () => null,
    folder,
    platform: 'linux',
    powerSupplies: join(folder, 'power_supply'),
    ...change,
  })();

function supply(name: string, files: Record<string, string>): void {
  const at = join(folder, 'power_supply', name);
  mkdirSync(at, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), `${text}\n`);
}

describe('what a terminal tells of its machine', () => {
  it('parses as the message that the hub takes, with the disk that the papers are on', async () => {
    const facts = machineFacts.parse(await gather());
    expect(facts).toMatchObject({ host: 'electron', version: '1.2.3' });
    expect(facts.disk?.totalBytes).toBeGreaterThan(0);
    expect(facts.memory?.freeBytes).toBeGreaterThan(0);
  });

  it('says that it does not know, rather than a number, where a folder or a battery is not told of', async () => {
    const facts = await gather({
      folder: join(folder, 'not there'),
      powerSupplies: join(folder, 'nor this'),
    });
    expect(facts).toMatchObject({ disk: null, battery: null });
  });

  it('tells the battery of the machine, not that of a mouse', async () => {
    supply('AC', { type: 'Mains' });
    supply('hid-mouse', { type: 'Battery', scope: 'Device', capacity: '3', status: 'Discharging' });
    expect((await gather()).battery).toBe('none');
    supply('BAT0', { type: 'Battery', capacity: '41', status: 'Discharging' });
    expect((await gather()).battery).toEqual({ percent: 41, isPluggedIn: false });
  });

  it('says where Linux is not whether it is plugged in, when the system knows', async () => {
    expect((await gather({ platform: 'win32', isOnBattery: () => true })).battery).toEqual({
      percent: null,
      isPluggedIn: false,
    });
    expect((await gather({ platform: 'win32' })).battery).toBeNull();
  });

  it('remembers of an error its name alone', async () => {
    const log = rememberErrors({ info: () => {}, warn: () => {}, error: () => {} }, () => 1_790_000_000_000);
    log.warn('terminal/trouble');
    expect(log.lastError()).toBeNull();
    log.error('page/crashed', { reason: 'a secret text' });
    expect((await gather(log)).lastError).toEqual({ at: 1_790_000_000_000, event: 'page/crashed' });
  });
});
