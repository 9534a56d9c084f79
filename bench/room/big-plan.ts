import { meetingCreate } from '../../src/shared/protocol/commands/meeting-create.ts';
import type { CommandPayload } from '../../src/shared/protocol/commands/command-schemas.ts';

/** The seats of a room of this size: A0001, A0002, … */
export function seatsOf(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) => `${rows[Math.floor(at / 99)] ?? 'Z'}${String((at % 99) + 1).padStart(2, '0')}`,
  );
}

const rows = 'ABCDEFGHIJKLMNOPQRSTUVWXY';

/** A meeting in which `count` members sit, all with a vote; the one on the first seat chairs. */
export function bigPlan(count: number): CommandPayload<'meeting/create'> {
  const seats = seatsOf(count);
  return meetingCreate.parse({
    meeting: {
      id: 'm1',
      title: 'Hội nghị toàn thể',
      place: 'Hội trường lớn',
      plannedAt: 1_000,
      body: {
        name: 'Hội đồng nhân dân',
        inOffice: count,
        presence: { numerator: 1, denominator: 2 },
        decision: { base: 'in-office', threshold: 'more-than-half' },
        source: '',
      },
      seats: [],
    },
    items: [
      { id: 'i1', order: 1, title: 'Nghị quyết', plannedMinutes: 20, presenterIds: [], papers: 'electronic' },
    ],
    people: seats.map((seat) => ({ id: `n-${seat}`, fullName: `Đại biểu ${seat}`, office: '' })),
    participants: seats.map((seat, at) => ({
      id: `p-${seat}`,
      personId: `n-${seat}`,
      roles: at === 0 ? ['member', 'chair'] : ['member'],
      seat,
      hasVote: true,
    })),
  });
}
