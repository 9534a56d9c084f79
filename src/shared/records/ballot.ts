import { z } from 'zod';
import { meetingId, moment, participantId, voteId } from './ids.ts';

/** What its owner may know of a ballot that the hub holds: that it is there, not what it says. */
export const ballot = z.strictObject({
  voteId,
  meetingId,
  participantId,
  /**
   * `counted` came before the lock; `late` after it and is not counted by itself. The chairperson accepts it, and then
   * it counts, or declines it.
   */
  state: z.enum(['counted', 'late', 'accepted', 'declined']),
  at: moment,
  /** How often the answer was given, from 1; it may change until the lock. */
  revision: z.number().int().positive(),
  /** The number of the receipt: the place of this ballot in the log. */
  number: z.number().int().positive(),
  /** Read from the log's hash at this ballot: "4K7Q-M2XD". */
  receipt: z.string(),
});
export type Ballot = z.infer<typeof ballot>;
