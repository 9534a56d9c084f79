import { z } from 'zod';
import { agendaItemId, meetingId, participantId, speechId } from '../../records/ids.ts';
import { speechKind } from '../../records/speech.ts';

/** Asks for the floor on an item, from the own seat, or at a console for somebody; also before the opening. */
export const floorRequest = z.strictObject({
  /** Chosen by whoever asks; the id of the speech. */
  requestId: speechId,
  meetingId,
  itemId: agendaItemId,
  participantId,
  kind: speechKind,
  /** The speech that a `reply` answers; null for the other kinds. */
  replyTo: speechId.nullable(),
});
