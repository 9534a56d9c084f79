import { z } from 'zod';
import { agendaItemId, participantId } from '../../records/ids.ts';
import { copyNumber } from '../../records/paper-copies.ts';

/** A numbered copy has been handed to a participant. */
export const copyHandOut = z.strictObject({ itemId: agendaItemId, number: copyNumber, participantId });
