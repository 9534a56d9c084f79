import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Stops the timer of the one who speaks, for a while. */
export const floorPause = z.strictObject({ requestId: speechId });
