import { z } from 'zod';
import { commandId } from '../records/ids.ts';
import { limits } from './limits.ts';

const ids = z.array(commandId).max(limits.recollectedIds);

/**
 * A terminal asks whether the hub still knows commands that one of a lower epoch had accepted, of people who are not
 * here to send them again. Nothing is done by it.
 */
export const recollectMessage = z.strictObject({ type: z.literal('recollect'), ids: ids.min(1) });
export type RecollectMessage = z.infer<typeof recollectMessage>;

/** The hub's answer: which of those are in its log, and accepted. */
export const recollectedMessage = z.strictObject({
  type: z.literal('recollected'),
  asked: ids,
  known: ids,
});
export type RecollectedMessage = z.infer<typeof recollectedMessage>;
