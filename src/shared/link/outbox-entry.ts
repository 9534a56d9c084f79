import { z } from 'zod';
import { commandAnswer } from '../protocol/answer.ts';
import { commandTypes } from '../protocol/commands/command-schemas.ts';
import { commandId, moment, participantId, personId } from '../records/ids.ts';

/** A command as this terminal keeps it: what was asked, when, by whom, and the hub's answer once there is one. */
export const outboxEntry = z.strictObject({
  id: commandId,
  /** Counts up by one per command of this terminal; the order of sending. */
  order: z.number().int().positive(),
  command: z.enum(commandTypes),
  payload: z.unknown(),
  /** This terminal's clock; shown to people, never used for order. */
  madeAt: moment,
  /** The person who was signed in when it was made; it is never sent in another person's session. */
  participantId: participantId.nullable(),
  /** Who that was: a substitute later has the same place, and not the same name. Null where it was not known. */
  personId: personId.nullable().default(null),
  /** Null while it waits. Only final answers are kept here; weather leaves it waiting. */
  answer: commandAnswer.nullable(),
  /**
   * The highest epoch whose hub has answered it; 0 before the first answer. An accepted command of a lower epoch than
   * the hub's may be missing from a restored hub and is sent again. Above 0 without an answer: a hub had taken it, and
   * was restored without it.
   */
  confirmedEpoch: z.number().int().nonnegative(),
  /** In which of the histories met under that epoch; see `Era`. What an earlier one accepted is as of a lower epoch. */
  confirmedHistory: z.number().int().nonnegative().default(0),
  /** The person has seen the answer: no longer shown, but still kept for a hub that may have to be rebuilt. */
  dismissed: z.boolean(),
});
export type OutboxEntry = z.infer<typeof outboxEntry>;

/** True while the hub has not given a final answer. */
export function isWaiting(entry: OutboxEntry): boolean {
  return entry.answer === null;
}
