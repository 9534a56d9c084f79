import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Time to speak in milliseconds, at most a day; null without a limit. */
export const speechLimit = z.number().int().positive().max(86_400_000).nullable();

/** Gives the floor to a waiting request of the current item; whoever speaks is stopped. */
export const floorGive = z.strictObject({ requestId: speechId, limitMs: speechLimit });
