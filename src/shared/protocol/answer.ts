import { z } from 'zod';
import { commandId } from '../records/ids.ts';
import { refusalCodes } from '../refusals/refusal-table.ts';

const refusalCode = z.enum(refusalCodes);

/**
 * The hub's answer to a command. `accepted` and `refused` are final and the same for ever for one id;
 * `unavailable` is weather: keep the command and send it again.
 */
export const commandAnswer = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('accepted'),
    epoch: z.number().int().positive(),
    /** Sequence of the last log entry of this command. */
    seq: z.number().int().positive(),
    /** Check code of that entry's hash. */
    receipt: z.string(),
    /** `late`: kept as a late ballot, not counted by itself. */
    note: z.enum(['none', 'late']),
  }),
  z.strictObject({
    status: z.literal('refused'),
    epoch: z.number().int().positive(),
    seq: z.number().int().nonnegative(),
    code: refusalCode,
  }),
  z.strictObject({ status: z.literal('unavailable'), code: refusalCode }),
]);
export type CommandAnswer = z.infer<typeof commandAnswer>;

export const answerMessage = z.strictObject({
  type: z.literal('answer'),
  id: commandId,
  answer: commandAnswer,
});
export type AnswerMessage = z.infer<typeof answerMessage>;
