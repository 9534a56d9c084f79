import { parseArgs } from 'node:util';
import { surface as surfaceSchema } from '../../shared/records/audience.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';

/** One terminal that is to be opened on this machine. */
export interface Opening {
  readonly place: TerminalPlace;
  /** The hub's base address. */
  readonly hub: string;
  /** Registers the terminal where it is not yet registered. */
  readonly roomCode: string | null;
}

export interface LaunchOptions {
  /** Empty when the command line names no terminal: what this machine opened last is opened then. */
  readonly openings: readonly Opening[];
  readonly kiosk: boolean;
}

/**
 * Reads a command line. Terminals are named either by the addresses that the hub prints
 * (`--address=http://hub:4860/seat/A07#room=CODE`, once per terminal) or by hub and surfaces
 * (`--hub=http://hub:4860 --surfaces=chair,seat:A07,screen --room=CODE`). Throws a {@link BadLaunch} for what cannot
 * be meant; switches of Chromium are none of its business.
 */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const { values } = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true });
  const addresses = (values.address ?? []).map(String).map(openingAt);
  return { openings: [...addresses, ...openingsOn(values)], kiosk: values.kiosk === true };
}

/** A command line that names something which does not exist. */
export class BadLaunch extends Error {
  override readonly name = 'BadLaunch';
}

const known = {
  address: { type: 'string', multiple: true },
  hub: { type: 'string' },
  surfaces: { type: 'string' },
  room: { type: 'string' },
  kiosk: { type: 'boolean' },
} as const;

interface HubAndSurfaces {
  readonly hub?: string | boolean | undefined;
  readonly surfaces?: string | boolean | undefined;
  readonly room?: string | boolean | undefined;
}

function openingsOn({ hub, surfaces, room }: HubAndSurfaces): readonly Opening[] {
  if (typeof hub !== 'string' && typeof surfaces !== 'string') return [];
  if (typeof hub !== 'string' || typeof surfaces !== 'string') {
    throw new BadLaunch('--hub and --surfaces go together');
  }
  const base = hubAddress(hub);
  const roomCode = typeof room === 'string' ? room : null;
  return surfaces.split(',').map((name) => {
    const [surface = '', seat] = name.split(':');
    return { place: readPlace(surface, seat), hub: base, roomCode };
  });
}

function openingAt(address: string): Opening {
  const hub = hubAddress(address);
  const url = new URL(address);
  const [surface = '', seat, ...more] = url.pathname.slice(1).split('/');
  if (more.length > 0) throw new BadLaunch(`${url.pathname} is the address of no terminal`);
  return {
    place: readPlace(surface, seat),
    hub,
    roomCode: new URLSearchParams(url.hash.slice(1)).get('room'),
  };
}

function hubAddress(text: string): string {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new BadLaunch(`${text} is not the address of a hub`);
  }
  return url.origin;
}

/** A seat has a label, every other surface has none. */
function readPlace(surfaceName: string, label: string | undefined): TerminalPlace {
  const surface = surfaceSchema.safeParse(surfaceName);
  const seat = seatLabel.safeParse(label?.toUpperCase());
  if (surface.success && surface.data === 'seat' && seat.success) return { surface: 'seat', seat: seat.data };
  if (surface.success && surface.data !== 'seat' && label === undefined)
    return { surface: surface.data, seat: null };
  throw new BadLaunch(`there is no terminal ${[surfaceName, label].filter(Boolean).join(':')}`);
}
