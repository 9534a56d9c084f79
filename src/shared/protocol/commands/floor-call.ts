import { z } from 'zod';
import { participantId, speechId } from '../../records/ids.ts';
import { speechLimit } from './floor-give.ts';

/** Invites somebody to speak on the current item now. A request that he or she has waiting is the one that is given. */
export const floorCall = z.strictObject({ requestId: speechId, participantId, limitMs: speechLimit });
