import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Keeps the vote open for seats that have lost their link (giữ phiên biểu quyết). */
export const voteHold = z.strictObject({ voteId });
