import { z } from 'zod';
import { participantId } from '../../records/ids.ts';

/** A participant leaves the room before its end (về sớm), said at the own seat. */
export const attendanceLeave = z.strictObject({ participantId });
