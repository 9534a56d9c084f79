import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundTicket } from '../../shared/bridge/pairing-ipc.ts';
import { createSignal, type Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { readTicket, ticketFileName } from './read-ticket.ts';

/** Sticks are looked for this often, in milliseconds. */
const lookMs = 3_000;
const mostTickets = 8;

export interface TicketFinder {
  /** The id of each is the path of its file. */
  readonly tickets: Watchable<readonly FoundTicket[]>;
  stop(): void;
}

/** Looks for tickets at the roots of sticks until it is stopped. */
export function findTickets(
  roots: () => Promise<readonly string[]>,
  timers: Pick<Timers, 'after'>,
): TicketFinder {
  const tickets = createSignal<readonly FoundTicket[]>([]);
  let isStopped = false;
  let stopWaiting = (): void => undefined;
  const look = async (): Promise<void> => {
    const found = (await Promise.all((await roots()).map(ticketAt))).filter((one) => one !== null);
    if (isStopped) return;
    if (JSON.stringify(found) !== JSON.stringify(tickets.get())) tickets.set(found.slice(0, mostTickets));
    stopWaiting = timers.after(lookMs, () => void look());
  };
  void look();
  return {
    tickets,
    stop() {
      isStopped = true;
      stopWaiting();
    },
  };
}

async function ticketAt(folder: string): Promise<FoundTicket | null> {
  const id = join(folder, ticketFileName);
  const ticket = await readTicket(id);
  if (ticket === 'missing') return null;
  return { id, folder, roomName: ticket === 'damaged' ? null : ticket.roomName };
}

/** Where sticks are: drives on Windows, what is mounted for people on Linux. */
export async function stickRoots(platform: NodeJS.Platform): Promise<readonly string[]> {
  if (platform === 'win32')
    return Array.from({ length: 23 }, (_, at) => `${String.fromCodePoint(68 + at)}:\\`);
  const mounted = await Promise.all(['/media', '/run/media', '/mnt'].map(foldersIn));
  const below = await Promise.all(mounted.flat().map(foldersIn));
  return [...mounted.flat(), ...below.flat()].slice(0, 64);
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []));
  } catch {
    // A folder that is not there, or not for us, has no stick.
    return [];
  }
}
