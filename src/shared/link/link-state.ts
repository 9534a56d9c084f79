import type { DownMessage } from '../protocol/down.ts';
import type { Checkpoint } from '../records/wire-record.ts';
import type { Stop } from '../std/signal.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Socket } from './link-ports.ts';

/**
 * The connection of a device with the hub in force, as a state machine. Each state holds what belongs to it and ends
 * its timers when it is left.
 */
export type LinkState =
  | { readonly name: 'idle' }
  | { readonly name: 'connecting'; readonly socket: Socket; readonly deadline: Stop }
  | Greeting
  | Remembering
  | { readonly name: 'live'; readonly socket: Socket; readonly heartbeat: Heartbeat }
  | { readonly name: 'waiting-to-retry'; readonly retry: Stop }
  | { readonly name: 'rejected'; readonly retry: Stop };

/** Hello has been said. */
export interface Greeting {
  readonly name: 'greeting';
  readonly socket: Socket;
  readonly deadline: Stop;
  /** What the hello said that the replica holds. */
  readonly have: Checkpoint | null;
  /** What it said of the newest answer. */
  readonly answered: Checkpoint | null;
}

/** Welcomed into a higher epoch, which must be durable here before anything of that epoch is believed. */
export interface Remembering {
  readonly name: 'remembering';
  readonly socket: Socket;
  readonly deadline: Stop;
  /** What the hub said meanwhile, in order. */
  readonly held: DownMessage[];
}
