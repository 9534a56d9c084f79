import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Announces the result to the room (công bố kết quả). */
export const voteAnnounce = z.strictObject({ voteId });
