import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Ends a speech. */
export const floorStop = z.strictObject({ requestId: speechId });
