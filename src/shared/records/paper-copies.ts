import { z } from 'zod';
import { agendaItemId, meetingId, moment, participantId } from './ids.ts';

/** The most copies that one item may have. */
export const mostCopies = 500;

/** Which of an item's numbered copies, from 1. */
export const copyNumber = z.number().int().positive().max(mostCopies);

/** One numbered copy: in the secretary's hands, with a participant, or collected again. */
export const paperCopy = z.strictObject({
  number: copyNumber,
  /** Who was handed it; null while nobody was. */
  participantId: participantId.nullable(),
  handedAt: moment.nullable(),
  collectedAt: moment.nullable(),
});
export type PaperCopy = z.infer<typeof paperCopy>;

/** The numbered paper copies of an item without electronic papers (tài liệu mật – bản giấy). One per item. */
export const paperCopies = z.strictObject({
  itemId: agendaItemId,
  meetingId,
  /** In ascending number, without a gap. */
  copies: z.array(paperCopy).max(mostCopies),
});
export type PaperCopies = z.infer<typeof paperCopies>;
