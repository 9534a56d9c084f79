import type { CommandAnswer } from '../protocol/answer.ts';
import type { CommandMessage } from '../protocol/command.ts';
import type { CommandId } from '../records/ids.ts';
import type { Random } from '../std/random.ts';
import type { Stop, Watchable } from '../std/signal.ts';
import type { Timers } from '../std/timers.ts';
import type { Era } from './link-ports.ts';
import type { SignedInPerson, Whoever } from './maker.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** The durable memory of an outbox. A promise resolves once its change would survive a power cut. */
export interface OutboxStore {
  /** All entries, in any order. */
  load(): Promise<readonly OutboxEntry[]>;
  /** Adds the entry, or replaces the one of the same id. Rejects with nothing changed when the disk refuses. */
  save(entry: OutboxEntry): Promise<void>;
  remove(ids: readonly CommandId[]): Promise<void>;
}

/** A live connection as commands see it, and whom the hub takes this device for. */
export interface LiveSession extends Whoever, Era {}

/** An accepted answer by its place in the log, and the era in which it was given. */
export interface AnsweredPlace extends Era {
  readonly seq: number;
  /** Its receipt. */
  readonly check: string;
}

/** Which of the commands asked about are in the hub's log, and accepted. */
export interface Recollection {
  readonly asked: readonly CommandId[];
  readonly known: readonly CommandId[];
}

/** The way of commands to the hub; the `Link` is one. */
export interface CommandChannel {
  /** Null while the link is down; a new object for each connection. */
  readonly session: Watchable<LiveSession | null>;
  send(command: CommandMessage): void;
  onAnswer(listener: (event: { readonly id: CommandId; readonly answer: CommandAnswer }) => void): Stop;
  /** Asks which of these commands the hub knows; see {@link onRecollection}. Nothing of them is done by it. */
  recollect(ids: readonly CommandId[]): void;
  onRecollection(listener: (recollection: Recollection) => void): Stop;
  /** Tells of an accepted answer that is kept: a hub that has something else at its place has another history. */
  answersReach(place: AnsweredPlace): void;
}

export interface OutboxPorts {
  readonly store: OutboxStore;
  readonly channel: CommandChannel;
  readonly timers: Timers;
  readonly random: Random;
  /** A fresh id, never used before on any device. */
  newId(): CommandId;
  /** Who is signed in at this device by its own knowledge, hub or no hub. */
  signedIn(): SignedInPerson | null;
}
