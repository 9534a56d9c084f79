import { z } from 'zod';
import { agendaItemId } from '../../records/ids.ts';

/** The end of a break. */
export const itemResume = z.strictObject({ itemId: agendaItemId });
