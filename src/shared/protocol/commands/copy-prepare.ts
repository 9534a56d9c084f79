import { z } from 'zod';
import { agendaItemId } from '../../records/ids.ts';
import { copyNumber } from '../../records/paper-copies.ts';

/** Sets how many numbered copies an item of paper copies has. Never fewer than have been handed out. */
export const copyPrepare = z.strictObject({ itemId: agendaItemId, count: copyNumber });
