import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Lets the paused timer run on. */
export const floorResume = z.strictObject({ requestId: speechId });
