import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Gives the one who speaks more time, in milliseconds. */
export const floorExtend = z.strictObject({
  requestId: speechId,
  ms: z.number().int().positive().max(3_600_000),
});
