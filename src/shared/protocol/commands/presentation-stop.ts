import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';

/** Ends the presentation; seats stay where they are. */
export const presentationStop = z.strictObject({ meetingId });
