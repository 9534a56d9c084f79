import type { RoomId } from '../records/ids.ts';
import type { DownMessage } from '../protocol/down.ts';
import type { SpokenVersions } from '../protocol/spoken-versions.ts';
import type { Random } from '../std/random.ts';
import type { Timers } from '../std/timers.ts';

/** What happens to a socket. None of these is called before {@link OpenSocket} has returned, nor from within `send` or `close`. */
export interface SocketHandlers {
  opened(): void;
  /** A whole text message of the hub. */
  message(text: string): void;
  /** The connection is over or never came about; the last call of all. */
  closed(): void;
}

export interface Socket {
  send(text: string): void;
  /** Ends the connection; calling it twice is harmless. */
  close(): void;
}

/** Starts one connection to the hub in force. Called once per attempt, so that a host may try several addresses in turn. */
export type OpenSocket = (handlers: SocketHandlers) => Socket;

/** What a device proves itself with. */
export interface Credentials {
  readonly roomId: RoomId;
  readonly deviceToken: string;
  readonly sessionToken: string | null;
}

/** Which room it is that a terminal hears: what was said in one era says nothing of a later one. */
export interface Era {
  readonly epoch: number;
  /** Counts the times that the hub of an epoch turned out to have another history than the terminal. */
  readonly history: number;
}

/** The highest epoch this device has ever been welcomed in, kept over restarts: the fence against a replaced hub. */
export interface EpochMemory {
  /** As loaded at start; 0 if none. */
  readonly seen: number;
  /** See {@link Era}; as loaded at start. */
  readonly history: number;
  /**
   * Makes a later era durable. After a rejection (full disk) the device stays offline and tries again: a restart would
   * otherwise let it believe the hub that was replaced.
   */
  remember(era: Era): Promise<void>;
}

/** What the link needs of its host. */
export interface LinkPorts {
  readonly open: OpenSocket;
  readonly timers: Timers;
  readonly random: Random;
  readonly epochs: EpochMemory;
  /** Read at each attempt; null while the device is not registered. */
  credentials(): Credentials | null;
  /** Other protocols than this program's own; for tests of a room that is half updated. */
  readonly spoken?: SpokenVersions;
  /** Replaces {@link parseDown} where many links of one process share its work. */
  readonly parse?: (text: string) => DownMessage | null;
}
