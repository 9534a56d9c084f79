import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';

/** Closes the meeting (bế mạc). */
export const meetingClose = z.strictObject({ meetingId });
