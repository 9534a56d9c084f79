import type { Signature } from '../../shared/records/tally.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { SpokenVersions } from '../../shared/protocol/spoken-versions.ts';
import type { LogEntry } from './log-entry.ts';

/** The room's durable memory. */
export interface LogPort {
  /**
   * Writes entries in one commit and returns once they are on disk (fsync).
   * All or nothing: throws {@link LogFull} with nothing written when the disk is full; anything else thrown is a
   * fault after which the hub must stop, because what is on disk is no longer known.
   * `texts` are the same entries as JSON, from a caller that has had to encode them.
   */
  append(entries: readonly LogEntry[], texts?: readonly string[]): void;
  /** All entries in sequence, as committed. */
  read(): Iterable<LogEntry>;
  /** The hash of the committed entry at a sequence, without reading others; null where there is none. */
  hashAt(seq: number): string | null;
}

/** Weather: there is no room on the disk; nothing of the batch was written. */
export class LogFull extends Error {
  override readonly name = 'LogFull';
}

/** Counts what the room does; it changes nothing. */
export interface RoomWatch {
  answered(command: CommandType, answer: CommandAnswer): void;
  /** A commit was told to so many connections. */
  poked(count: number): void;
}

/** What the room needs of the world. */
export interface RoomPorts {
  readonly log: LogPort;
  /** The hub's clock, milliseconds since 1970. */
  now(): number;
  /** SHA-256 of UTF-8 text, lower-case hexadecimal. */
  sha256(text: string): string;
  /** Signs text with the room's own key (Ed25519): the same text always has the same signature. */
  sign(text: string): Signature;
  readonly watch?: RoomWatch;
  /** Other protocols than this program's own; for tests of a room that is half updated. */
  readonly spoken?: SpokenVersions;
  /** Runs a task once at the end of this turn of the event loop; this is what groups commits. */
  endOfTurn(task: () => void): void;
  /** Runs a task once after so many milliseconds, unless the program has ended. */
  later(ms: number, task: () => void): void;
}
