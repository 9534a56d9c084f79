import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Opens a prepared vote; the electorate is fixed here. */
export const voteOpen = z.strictObject({ voteId });
