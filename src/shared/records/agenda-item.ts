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
  /** When the item first became the current one, and when it was last left; null before. */
  beganAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Since when its time runs: it became current, or went on after a break; null before the first time. */
  startedAt: moment.nullable(),
  /** Since when there is a break in it (giải lao); null outside one. */
  pausedAt: moment.nullable(),
  /** Milliseconds its time has run in all, up to when it was last left or paused. */
  spentMs: z.number().int().nonnegative(),
});
export type AgendaItem = z.infer<typeof agendaItem>;
