import { z } from 'zod';
import { agendaItem } from '../../records/agenda-item.ts';
import { meeting } from '../../records/meeting.ts';
import { plannedParticipant } from '../../records/participant.ts';
import { person } from '../../records/person.ts';

/** Creates a meeting as a draft: its agenda, its people and their seats. */
export const meetingCreate = z.strictObject({
  meeting: meeting.pick({ id: true, title: true, place: true, plannedAt: true, body: true, seats: true }),
  items: z
    .array(
      agendaItem.pick({
        id: true,
        order: true,
        title: true,
        plannedMinutes: true,
        presenterIds: true,
        papers: true,
      }),
    )
    .max(200),
  people: z.array(person).max(2000),
  participants: z.array(plannedParticipant).max(2000),
});
