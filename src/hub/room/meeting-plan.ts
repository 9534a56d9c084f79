import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import { read, type RoomState } from './room-state.ts';

/** Why a plan contradicts itself or the room, in words for the log; null when it does not. */
export function planFlaw(state: RoomState, plan: CommandPayload<'meeting/create'>): string | null {
  const participants = plan.participants.map((one) => one.id);
  const people = new Set([...plan.people.map((one) => one.id)]);
  const seats = plan.participants.flatMap((one) => (one.seat === null ? [] : [one.seat]));
  if (hasTwice(participants)) return 'a participant stands twice';
  if (hasTwice(plan.items.map((item) => item.id))) return 'an agenda item stands twice';
  if (hasTwice(plan.items.map((item) => item.order))) return 'two agenda items have one place';
  if (hasTwice(plan.participants.map((one) => one.personId))) return 'a person takes part twice';
  if (hasTwice(seats)) return 'two people have one seat';
  if (plan.items.some((item) => read(state, 'agenda-item', item.id) !== null))
    return 'an agenda item is taken';
  if (participants.some((id) => read(state, 'participant', id) !== null)) return 'a participant is taken';
  for (const { personId } of plan.participants) {
    if (!people.has(personId) && read(state, 'person', personId) === null)
      return 'a participant is no known person';
  }
  const known = new Set(participants);
  for (const item of plan.items) {
    if (item.presenterIds.some((id) => !known.has(id))) return 'a presenter does not take part';
  }
  if (plan.participants.filter((one) => one.hasVote).length > plan.meeting.body.inOffice) {
    return 'more votes than members in office';
  }
  return null;
}

function hasTwice(values: readonly (string | number)[]): boolean {
  return new Set(values).size !== values.length;
}
