import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Takes a prepared vote back: it is not put. */
export const voteWithdraw = z.strictObject({ voteId });
