import { z } from 'zod';
import { callId } from '../../records/ids.ts';

/** Somebody is on the way to the seat that called. */
export const callAnswer = z.strictObject({ callId });
