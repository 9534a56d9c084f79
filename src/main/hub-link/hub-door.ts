import type { OpenSocket } from '../../shared/link/link-ports.ts';
import { webSocketTo } from './web-socket-to.ts';

/** `fetch` for an absolute path at the hub, with its query. Rejects for weather. */
export type FetchAtHub = (path: string, init: RequestInit) => Promise<Response>;

/** One way into one hub: everything that a terminal sends goes through it. */
export interface HubDoor {
  readonly fetch: FetchAtHub;
  readonly openSocket: OpenSocket;
  /** Ends connections that are kept for the next request. */
  close(): void;
}

/** The way to a hub without a seal, at the base address `hub`: for this very machine, and for trials. */
export function plainDoor(hub: string): HubDoor {
  return {
    fetch: async (path, init) => fetch(new URL(path, hub), init),
    openSocket: webSocketTo(hub),
    close: () => undefined,
  };
}
