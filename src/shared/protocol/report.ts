import { z } from 'zod';
import { documentVersionId, moment, participantId } from '../records/ids.ts';
import { commandTypes } from './commands/command-schemas.ts';

/** Of the versions that a terminal lacks it names so many. */
export const namedMissing = 20;

/** Of the versions that a terminal holds it names so many. */
export const namedHeld = 500;

/** Of the commands that nobody here may send a terminal names so many. */
export const namedStranded = 20;

/** A command that waits at a terminal which its maker has left; what it says stays there. */
export const strandedCommand = z.strictObject({
  /** Who made it. */
  participantId,
  command: z.enum(commandTypes),
  /** The terminal's clock when it was made. */
  madeAt: moment,
});
export type StrandedCommand = z.infer<typeof strandedCommand>;

/** What a terminal says of its pack and its clock. */
export const readiness = z.strictObject({
  /** Document versions held whole on the terminal, of those in force. */
  packHeld: z.number().int().nonnegative(),
  packTotal: z.number().int().nonnegative(),
  /** Versions not held whole, most urgent first, at most {@link namedMissing}. */
  missing: z.array(documentVersionId).max(namedMissing),
  /** Commands waiting in its outbox. */
  waiting: z.number().int().nonnegative(),
  /** Those of them that nobody who is signed in there may send, at most {@link namedStranded}. */
  stranded: z.array(strandedCommand).max(namedStranded).default([]),
  /** The hub's clock minus the terminal's, to the second, in milliseconds; null before it has been measured. */
  clockDifferenceMs: z.number().int().nullable(),
});
export type Readiness = z.infer<typeof readiness>;

/** What a terminal tells of itself, for the consoles; never stored. */
export const reportMessage = z.strictObject({
  type: z.literal('report'),
  ...readiness.shape,
  /**
   * Versions held whole, most urgent first. Said outright: a terminal that has not heard of a version yet does not miss
   * it either.
   */
  held: z.array(documentVersionId).max(namedHeld),
});
export type ReportMessage = z.infer<typeof reportMessage>;
