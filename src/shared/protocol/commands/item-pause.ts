import { z } from 'zod';
import { agendaItemId } from '../../records/ids.ts';

/** A break (giải lao): the current item stays where it is, and its time stands still. */
export const itemPause = z.strictObject({ itemId: agendaItemId });
