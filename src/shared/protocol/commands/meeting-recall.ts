import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';

/** Recalls a meeting's papers (thu hồi): every terminal destroys what it holds of them. There is no way back. */
export const meetingRecall = z.strictObject({ meetingId });
