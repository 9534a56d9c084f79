import { z } from 'zod';
import { speechId } from '../../records/ids.ts';

/** Moves a waiting request before another one of its queue; null: to the end. */
export const floorMove = z.strictObject({ requestId: speechId, before: speechId.nullable() });
