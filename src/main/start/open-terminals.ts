import { join } from 'node:path';
import { faultFields } from '../logs/app-log.ts';
import { readLaunchOptions, type Opening } from './launch-options.ts';
import { readSettings, writeSettings } from './settings.ts';
import type { Shell } from './shell.ts';

/** Opens the terminals that the command line names, which is remembered; else what this machine opened last. */
export async function openTerminals(shell: Shell): Promise<void> {
  await openAll(await openingsOf(shell), shell);
}

/** A second start of the program hands its command line to the first one, which opens what it names. */
export function openForSecondStart(shell: Shell, argv: readonly string[]): void {
  const opening = async (): Promise<void> => openAll(readLaunchOptions(argv.slice(1)).openings, shell);
  opening().catch((reason: unknown) => shell.log.warn('launch/refused', faultFields(reason)));
}

async function openingsOf({ options: { openings }, folder }: Shell): Promise<readonly Opening[]> {
  const file = join(folder, 'settings.json');
  if (openings.length > 0) {
    await writeSettings(file, openings);
    return openings;
  }
  const remembered = await readSettings(file);
  if (remembered.length === 0) {
    throw new Error('this machine has no terminal yet: start it with --address or with --hub and --surfaces');
  }
  return remembered;
}

async function openAll(openings: readonly Opening[], { windows }: Shell): Promise<void> {
  for (const opening of openings) {
    // One after the other: the first window should be there before the second is begun.
    // oxlint-disable-next-line no-await-in-loop
    await windows.open(opening);
  }
}
