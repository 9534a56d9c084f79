import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Shows on the screen who answered what, by seat, in an announced vote at the terminals; or shows it no more. */
export const voteShowNames = z.strictObject({ voteId, shown: z.boolean() });
