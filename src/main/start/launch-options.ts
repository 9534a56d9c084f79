import { parseArgs } from 'node:util';
import { surface as surfaceSchema } from '../../shared/records/audience.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { DisplayWish } from '../displays/choose-display.ts';
import type { Pairing } from '../pairing/pairing.ts';

/** One terminal that is to be opened on this machine. */
export interface Opening {
  readonly place: TerminalPlace;
  /** The hub's base address, or what this terminal was paired with. */
  readonly hub: string | Pairing;
  /** Registers the terminal where it is not yet registered. */
  readonly roomCode: string | null;
  /** The display it is to be shown on; null leaves that to the program. */
  readonly display: DisplayWish | null;
}

export interface LaunchOptions {
  /** Empty when the command line names no terminal: what this machine opened last is opened then. */
  readonly openings: readonly Opening[];
  readonly kiosk: boolean;
  /** There where this machine is to be paired. */
  readonly pairing?: PairingWishes;
  /** There where IT's window is to be opened: the base address of a hub on this machine. */
  readonly admin?: string;
  /** There where this machine is to host the room. */
  readonly room?: RoomWishes;
}

/** What the command line says of a room that this machine hosts: `--host-room --surfaces=chair,screen@2 -- <hub's own>`. */
export interface RoomWishes {
  /** The terminals of that room which are opened here. */
  readonly surfaces: ReadonlyArray<Pick<Opening, 'place' | 'display'>>;
  /** What stands behind `--`, for the hub. */
  readonly args: readonly string[];
}

/** What the command line says of a pairing: `--pairing`, or `--pairing=<file of a ticket>`, with or without `--surfaces`. */
export interface PairingWishes {
  readonly ticketFile: string | null;
  /** What this machine is to be; empty where that is left to IT. */
  readonly surfaces: ReadonlyArray<Pick<Opening, 'place' | 'display'>>;
}

/**
 * Reads a command line. Terminals are named either by the addresses that the hub prints
 * (`--address=http://hub:4860/seat/A07#room=CODE`, once per terminal) or by hub and surfaces
 * (`--hub=http://hub:4860 --surfaces=chair,seat:A07,screen@2 --room=CODE`, with a display's number or name behind the
 * @). Surfaces without a hub are those that this machine is paired as. `--admin`, or `--admin=http://127.0.0.1:4860`, opens IT's window instead. Throws a {@link BadLaunch} for what cannot be meant; switches of Chromium are none of its business.
 */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const ownEnd = args.indexOf('--');
  const own = ownEnd < 0 ? [...args] : args.slice(0, ownEnd);
  const { values } = parseArgs({ args: own, options: known, strict: false, allowPositionals: true });
  if (values.admin !== undefined) return { openings: [], kiosk: false, admin: adminAddress(values.admin) };
  const addresses = (values.address ?? []).map(String).map(openingAt);
  const kiosk = values.kiosk === true;
  const { pairing, surfaces } = values;
  if (values['host-room'] === true) {
    const hosted = typeof surfaces === 'string' ? surfaces.split(',').map(readSurface) : [];
    const room = { surfaces: hosted, args: ownEnd < 0 ? [] : args.slice(ownEnd + 1) };
    return { openings: addresses, kiosk, room };
  }
  // Surfaces without a hub are those of a machine that is paired, or that has still to be.
  const isPaired = pairing !== undefined || (typeof surfaces === 'string' && values.hub === undefined);
  if (!isPaired) return { openings: [...addresses, ...openingsOn(values)], kiosk };
  const wished = typeof surfaces === 'string' ? surfaces.split(',').map(readSurface) : [];
  const ticketFile = typeof pairing === 'string' && pairing !== '' ? pairing : null;
  return { openings: addresses, kiosk, pairing: { ticketFile, surfaces: wished } };
}

/** A command line that names something which does not exist. */
export class BadLaunch extends Error {
  override readonly name = 'BadLaunch';
}

/** The local door of a hub with nothing said of its port. */
const localDoor = 'http://127.0.0.1:4860';

/** Without encryption the password may not leave this machine; from elsewhere IT uses a browser at the hub's door for them. */
function adminAddress(value: string | boolean): string {
  const address = typeof value === 'string' && value !== '' ? hubAddress(value) : localDoor;
  const { hostname } = new URL(address);
  if (hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname))
    return address;
  throw new BadLaunch('--admin is for a hub on this machine; elsewhere open /admin in a browser');
}

const known = {
  admin: { type: 'string' },
  address: { type: 'string', multiple: true },
  hub: { type: 'string' },
  surfaces: { type: 'string' },
  room: { type: 'string' },
  pairing: { type: 'string' },
  kiosk: { type: 'boolean' },
  'host-room': { type: 'boolean' },
} as const;

interface HubAndSurfaces {
  readonly hub?: string | boolean | undefined;
  readonly surfaces?: string | boolean | undefined;
  readonly room?: string | boolean | undefined;
}

function openingsOn({ hub, surfaces, room }: HubAndSurfaces): readonly Opening[] {
  if (typeof hub !== 'string' && typeof surfaces !== 'string') return [];
  if (typeof hub !== 'string' || typeof surfaces !== 'string') {
    throw new BadLaunch('--hub goes with --surfaces');
  }
  const base = hubAddress(hub);
  const roomCode = typeof room === 'string' ? room : null;
  return surfaces.split(',').map((name) => ({ ...readSurface(name), hub: base, roomCode }));
}

/** Reads `seat:A07@2`: a terminal, and behind the @ the number or the name of a display. */
export function readSurface(text: string): Pick<Opening, 'place' | 'display'> {
  const [, terminal = '', display] = /^([^@]*)(?:@(.+))?$/.exec(text) ?? [];
  const [surface = '', seat] = terminal.split(':');
  const wish = display !== undefined && /^\d+$/.test(display) ? Number(display) : (display ?? null);
  return { place: readPlace(surface, seat), display: wish };
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
    display: null,
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
