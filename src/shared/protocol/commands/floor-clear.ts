import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';

/** Empties the queue of the current item; what is registered for later items stays. */
export const floorClear = z.strictObject({ meetingId });
