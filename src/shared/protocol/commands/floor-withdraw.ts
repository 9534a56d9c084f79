import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Takes a waiting request back: the own one, or at a console anybody's. */
export const floorWithdraw = z.strictObject({ requestId: speechId });
