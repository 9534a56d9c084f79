import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';

/** Releases the meeting and its papers to the room (phát hành). */
export const meetingRelease = z.strictObject({ meetingId });
