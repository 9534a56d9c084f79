import { z } from 'zod';
import { agendaItemId } from '../../records/ids.ts';
import { copyNumber } from '../../records/paper-copies.ts';

/** A numbered copy is back with the secretary. */
export const copyCollect = z.strictObject({ itemId: agendaItemId, number: copyNumber });
