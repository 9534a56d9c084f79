import { z } from 'zod';
import { participantId } from '../../records/ids.ts';

/** A participant is at this terminal. The hub makes it itself after the PIN was right; it is refused from outside. */
export const attendanceSignIn = z.strictObject({ participantId });
