import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';

/** Opens the meeting (khai mạc). */
export const meetingOpen = z.strictObject({ meetingId });
