import { z } from 'zod';
import { recordLineId } from '../../records/ids.ts';

/** Crosses a line out, or takes that back. */
export const recordStrike = z.strictObject({ lineId: recordLineId, struck: z.boolean() });
