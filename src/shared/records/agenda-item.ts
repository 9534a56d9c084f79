import { z } from 'zod';
import { agendaItemId, meetingId, moment, participantId } from './ids.ts';

/** An item of the agenda (nội dung). At most one item of a meeting is `current`. */
export const agendaItem = z.strictObject({
  id: agendaItemId,
  meetingId,
  /** Place in the agenda, from 1. */
  order: z.number().int().positive().max(500),
  title: z.string().min(1).max(300),
  plannedMinutes: z.number().int().nonnegative().max(1440),
  presenterIds: z.array(participantId).max(20),
  /** `paper` items have no electronic document: numbered copies are handed out in the room. */
  papers: z.enum(['electronic', 'paper']),
  state: z.enum(['waiting', 'current', 'done']),
  /** When the item was last made current; null before. */
  startedAt: moment.nullable(),
  /** Milliseconds the item has been current in all, up to the last time it was left. */
  spentMs: z.number().int().nonnegative(),
});
export type AgendaItem = z.infer<typeof agendaItem>;
