import { join } from 'node:path';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import { terminalName } from '../../shared/terminal/terminal-place.ts';
import { faultFields } from '../logs/app-log.ts';
import type { PairingPlan } from '../pairing/pairing-desk.ts';
import { placeOf, type Pairing } from '../pairing/pairing.ts';
import { readLaunchOptions, type Opening, type RoomWishes } from './launch-options.ts';
import { readSettings, writeSettings } from './settings.ts';
import type { Shell } from './shell.ts';

/**
 * Opens the terminals that the command line names, which is remembered; else those that this machine is paired as and
 * those that it opened last. A machine that has none, and one whose command line asks for it, is paired.
 */
export async function openTerminals(shell: Shell): Promise<void> {
  const { pairing } = shell;
  const openings = await openingsOf(shell);
  await openAll(openings, shell);
  const open = new Set(openings.map(({ place }) => terminalName(place)));
  const plan = planOf(shell, open);
  const isWanted = openings.length === 0 || plan.proposed !== null || (await pairing.hasDamaged());
  if (isWanted) await pairing.open(plan);
}

/** A second start of the program hands its command line to the first one, which opens what it names. */
export function openForSecondStart(shell: Shell, argv: readonly string[]): void {
  const opening = async (): Promise<void> => {
    const options = shell.settings.under(readLaunchOptions(argv.slice(1)));
    await openAll(options.openings, shell);
    if (options.pairing !== undefined) await shell.pairing.open(planOf({ ...shell, options }, new Set()));
  };
  opening().catch((reason: unknown) => shell.log.warn('launch/refused', faultFields(reason)));
}

/** How a terminal is opened that this machine is paired as; on the display that the command line names for it. */
export function pairedOpening(
  { options, policy, unlockHashes }: Pick<Shell, 'options' | 'policy' | 'unlockHashes'>,
  pairing: Pairing,
): Opening {
  const place = placeOf(pairing);
  if (pairing.unlockHash !== null) unlockHashes.add(pairing.unlockHash);
  const wished = options.pairing?.surfaces.find((each) => terminalName(each.place) === terminalName(place));
  const addresses = [...new Set([...hubHosts(policy), ...pairing.addresses])];
  return { place, hub: { ...pairing, addresses }, roomCode: null, display: wished?.display ?? null };
}

/** Where the settings say that a paired hub is; an address with `http` is one for a trial. */
function hubHosts({ values }: EffectivePolicy): readonly string[] {
  return values['room.addresses'].filter((address) => !address.includes('://'));
}

/** The room has turned a terminal of this machine out: what it may not keep goes, and it can be paired again. */
export async function turnedOut(shell: Shell, pairing: Pairing): Promise<void> {
  await shell.pairing.revoked(pairing);
  const authoritySha256 = shell.policy.values['room.authority'];
  await shell.pairing.open({ proposed: null, ticketFile: null, authoritySha256 });
}

/**
 * A machine that is to be several terminals is paired as one after the other. One that IT has made another terminal than it
 * asked to be is left as it is.
 */
export async function pairNext(shell: Shell, last: Pairing): Promise<void> {
  const paired = (await shell.pairing.pairings()).map((pairing) => terminalName(placeOf(pairing)));
  const wished = shell.options.pairing?.surfaces ?? [];
  if (!wished.some(({ place }) => terminalName(place) === terminalName(placeOf(last)))) return;
  const plan = planOf(shell, new Set(paired));
  if (plan.proposed !== null) await shell.pairing.open(plan);
}

/** What is still to be paired: the first wished terminal that is not open. */
function planOf(
  { options: { pairing }, policy }: Pick<Shell, 'options' | 'policy'>,
  open: ReadonlySet<string>,
): PairingPlan {
  const wanted = pairing?.surfaces.find(({ place }) => !open.has(terminalName(place)));
  return {
    proposed: wanted?.place ?? null,
    ticketFile: pairing?.ticketFile ?? null,
    authoritySha256: policy.values['room.authority'],
  };
}

async function openingsOf(shell: Shell): Promise<readonly Opening[]> {
  const { options, folder, notices } = shell;
  const file = join(folder, 'settings.json');
  if (options.room !== undefined) return await openingsOfHosted(shell, options.room, file);
  const { openings } = options;
  if (openings.length > 0) {
    await writeSettings(file, openings);
    return openings;
  }
  const paired = (await shell.pairing.pairings()).map((pairing) => pairedOpening(shell, pairing));
  const remembered = await readSettings(file, Date.now());
  if (remembered.damagedAt !== null) {
    notices.tell('shell/settings-damaged', 'settings', remembered.damagedAt);
  }
  const names = new Set(paired.map(({ place }) => terminalName(place)));
  const own = remembered.openings.filter(({ place }) => !names.has(terminalName(place)));
  return [...paired, ...(remembered.hostsRoom ? await atOwnRoom(shell, own) : own)];
}

/** The terminals of a room that this machine hosts, when its hub is ready; all of it is remembered. */
async function openingsOfHosted(
  { options, hostRoom }: Shell,
  { surfaces, args }: RoomWishes,
  file: string,
): Promise<readonly Opening[]> {
  const { hub, roomCode } = await hostRoom(args);
  const hosted = surfaces.map((surface) => ({ ...surface, hub, roomCode }));
  const openings = [...options.openings, ...hosted];
  await writeSettings(file, openings, true);
  return openings;
}

/** The hub of this machine may listen on another port than the last time. */
async function atOwnRoom({ hostRoom }: Shell, openings: readonly Opening[]): Promise<readonly Opening[]> {
  const { hub } = await hostRoom([]);
  return openings.map((opening) => (isOnThisMachine(opening.hub) ? { ...opening, hub } : opening));
}

function isOnThisMachine(hub: Opening['hub']): boolean {
  return typeof hub === 'string' && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(hub).hostname);
}

async function openAll(openings: readonly Opening[], { windows }: Shell): Promise<void> {
  for (const opening of openings) {
    // One after the other: the first window should be there before the second is begun.
    // oxlint-disable-next-line no-await-in-loop
    await windows.open(opening);
  }
}
