import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';
import { body } from '../../records/meeting.ts';

/** Puts the rules of the body right, before the meeting is opened. */
export const bodyChange = z.strictObject({ meetingId, body });
