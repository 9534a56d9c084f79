import { readdir, readFile, statfs } from 'node:fs/promises';
import { release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { MachineFacts } from '../../shared/protocol/machine.ts';
import type { GatherMachine } from '../../shared/terminal/report-machine.ts';

/** What the program knows that the machine does not tell. */
export interface AboutProgram {
  readonly version: string;
  lastError(): MachineFacts['lastError'];
  /** Null where the system does not tell. */
  isOnBattery(): boolean | null;
}

export interface MachinePorts extends AboutProgram {
  /** Where the terminal keeps its papers: the free space of its disk is what matters. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** Linux tells of batteries below here. */
  readonly powerSupplies: string;
}

/** Where Linux tells of batteries. */
export const linuxPowerSupplies = '/sys/class/power_supply';

/** Looks at the machine that this program runs on. */
export function gatherMachine(ports: MachinePorts): GatherMachine {
  return async () => ({
    host: 'electron',
    version: ports.version,
    system: `${systemName(ports.platform)} ${release()}`.slice(0, 80),
    disk: await diskOf(ports.folder),
    memory: { freeBytes: process.availableMemory(), totalBytes: totalmem() },
    battery: await batteryOf(ports),
    lastError: ports.lastError(),
  });
}

function systemName(platform: NodeJS.Platform): string {
  return { win32: 'Windows', darwin: 'macOS', linux: 'Linux' }[platform as string] ?? platform;
}

async function diskOf(folder: string): Promise<MachineFacts['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}

async function batteryOf(ports: MachinePorts): Promise<MachineFacts['battery']> {
  if (ports.platform === 'linux') return linuxBattery(ports.powerSupplies);
  const isOnBattery = ports.isOnBattery();
  // On mains the system says the same with a battery and without one.
  return isOnBattery === null ? null : { percent: null, isPluggedIn: !isOnBattery };
}

/** The first battery of the machine itself; those of a mouse or a pen are `Device`, not `System`. */
async function linuxBattery(folder: string): Promise<MachineFacts['battery']> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  for (const name of names.toSorted()) {
    // oxlint-disable-next-line no-await-in-loop
    const battery = await batteryIn(join(folder, name));
    if (battery !== null) return battery;
  }
  return 'none';
}

async function batteryIn(folder: string): Promise<MachineFacts['battery']> {
  const read = (name: string): Promise<string> =>
    readFile(join(folder, name), 'utf8').then(
      (text) => text.trim(),
      () => '',
    );
  if ((await read('type')) !== 'Battery' || (await read('scope')) === 'Device') return null;
  const percent = Number.parseInt(await read('capacity'), 10);
  return {
    percent: Number.isInteger(percent) ? Math.min(100, Math.max(0, percent)) : null,
    isPluggedIn: (await read('status')) !== 'Discharging',
  };
}
