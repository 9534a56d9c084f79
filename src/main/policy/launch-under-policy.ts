import { resolve } from 'node:path';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import type { SettingKey } from '../../shared/policy/settings.ts';
import { terminalName } from '../../shared/terminal/terminal-place.ts';
import { readSurface, type LaunchOptions, type Opening } from '../start/launch-options.ts';

/** What the command line says of settings, for {@link readCommandLineSource}. */
export function settingsOfLaunch(
  options: LaunchOptions,
): ReadonlyMap<SettingKey, string | boolean | readonly string[]> {
  const { openings, pairing, kiosk } = options;
  const flags = new Map<SettingKey, string | boolean | readonly string[]>();
  if (kiosk) flags.set('terminal.kiosk', true);
  const surfaces = [...openings, ...(pairing?.surfaces ?? [])].map(textOf);
  if (surfaces.length > 0) flags.set('terminal.surfaces', [...new Set(surfaces)]);
  const hubs = openings.flatMap(({ hub }) => (typeof hub === 'string' ? [hub] : []));
  if (hubs.length > 0) flags.set('room.addresses', [...new Set(hubs)]);
  const ticket = pairing?.ticketFile ?? null;
  if (ticket !== null) flags.set('room.pairingTicket', resolve(ticket));
  return flags;
}

/**
 * What is really opened: the command line, with whatever the settings of the machine put in its place or add to it.
 * Terminals that the settings name are opened at the first address that is one for a trial (`http://…`); without such an
 * address this machine is paired as them.
 */
export function launchUnder(options: LaunchOptions, { values, origins }: EffectivePolicy): LaunchOptions {
  const launch = { ...options, kiosk: values['terminal.kiosk'] };
  // A room that is hosted here has its terminals from the command line, and its hub reads the settings itself.
  if (options.room !== undefined) return launch;
  const isOwn = (key: SettingKey): boolean => (origins[key]?.source ?? 'command-line') === 'command-line';
  const wished = values['terminal.surfaces'].map(readSurface);
  const plainHub = values['room.addresses'].find((address) => /^https?:\/\//.test(address));
  if (plainHub !== undefined && wished.length > 0) {
    if (isOwn('terminal.surfaces') && isOwn('room.addresses')) return launch;
    const roomCode = options.openings.find((opening) => opening.roomCode !== null)?.roomCode ?? null;
    const hub = new URL(plainHub).origin;
    return { ...launch, openings: wished.map((surface) => ({ ...surface, hub, roomCode })) };
  }
  const ticketFile = values['room.pairingTicket'];
  const isAsked = options.pairing !== undefined || wished.length > 0 || ticketFile !== null;
  if (!isAsked || options.openings.length > 0) return launch;
  return { ...launch, pairing: { ticketFile, surfaces: wished } };
}

/** A terminal as the settings write it: `seat:A07@2`. */
function textOf({ place, display }: Pick<Opening, 'place' | 'display'>): string {
  const { surface, seat } = place;
  const name = seat === null ? terminalName(place) : `${surface}:${seat}`;
  return display === null ? name : `${name}@${display}`;
}
