import { z } from 'zod';
import { agendaItemId } from '../../records/ids.ts';

/** Makes an agenda item the current one, forwards or back; seats and screen follow. */
export const itemStart = z.strictObject({
  itemId: agendaItemId,
  /** The item that was current on the screen where it was pressed; left out, it is not checked (MTG-4). */
  after: agendaItemId.nullable().optional(),
});
