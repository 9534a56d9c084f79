import type { Socket } from 'node:net';

/** How much those may have who have not shown that they belong to the room. */
export interface StrangerBounds {
  /** Connections at once from one address. */
  readonly perAddress: number;
  /** Connections at once in all. */
  readonly inAll: number;
  /** How long one may last, in milliseconds. */
  readonly ms: number;
  /** How many bytes one may send; null where the routes bound them. */
  readonly bytes: number | null;
}

/** Counts the strangers at one door, and turns out those who are too many, too slow or too loud. */
export interface Strangers {
  /** Lets a connection stand before the door; call what comes back once it is no stranger any more. */
  enter(socket: Socket): () => void;
  /** How many stand there now. */
  count(): number;
  /** How many have been turned out since the start. */
  turnedOut(): number;
  stop(): void;
}

interface Stranger {
  readonly socket: Socket;
  readonly address: string;
  readonly timer: NodeJS.Timeout;
}

const lookMs = 200;

/**
 * Where there is no room, the newcomer takes the place of whoever has stood longest at the address with most: an honest
 * machine is through in milliseconds, and a crowd from one address only displaces itself.
 */
export function createStrangers(bounds: StrangerBounds): Strangers {
  // Sets and maps keep the order of arrival.
  const byAddress = new Map<string, Set<Stranger>>();
  let count = 0;
  let turnedOut = 0;

  const leave = (stranger: Stranger): void => {
    const standing = byAddress.get(stranger.address);
    if (standing?.delete(stranger) !== true) return;
    clearTimeout(stranger.timer);
    count -= 1;
    if (standing.size === 0) byAddress.delete(stranger.address);
  };
  const turnOut = (stranger: Stranger | undefined): void => {
    if (stranger === undefined) return;
    leave(stranger);
    turnedOut += 1;
    stranger.socket.destroy();
  };
  const makeRoom = (address: string): void => {
    const here = byAddress.get(address);
    if (here !== undefined && here.size >= bounds.perAddress) turnOut(first(here));
    else if (count >= bounds.inAll) turnOut(first(largest(byAddress)));
  };
  const watch = setInterval(() => {
    const { bytes } = bounds;
    if (bytes === null) return;
    for (const standing of byAddress.values())
      for (const stranger of standing) if (stranger.socket.bytesRead > bytes) turnOut(stranger);
  }, lookMs);
  watch.unref();

  return {
    enter(socket) {
      const address = socket.remoteAddress ?? 'unknown';
      makeRoom(address);
      const timer = setTimeout(() => turnOut(stranger), bounds.ms);
      timer.unref();
      const stranger: Stranger = { socket, address, timer };
      byAddress.set(address, (byAddress.get(address) ?? new Set()).add(stranger));
      count += 1;
      const left = (): void => leave(stranger);
      socket.once('close', left);
      return left;
    },
    count: () => count,
    turnedOut: () => turnedOut,
    stop() {
      clearInterval(watch);
      for (const standing of [...byAddress.values()]) for (const stranger of [...standing]) turnOut(stranger);
    },
  };
}

function first(standing: ReadonlySet<Stranger> | undefined): Stranger | undefined {
  return standing?.values().next().value;
}

function largest(byAddress: ReadonlyMap<string, Set<Stranger>>): Set<Stranger> | undefined {
  let most: Set<Stranger> | undefined;
  for (const standing of byAddress.values())
    if (most === undefined || standing.size > most.size) most = standing;
  return most;
}
