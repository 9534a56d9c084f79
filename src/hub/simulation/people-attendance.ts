import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Chance } from './chance.ts';
import { firstOf, sometimes, type Habit, type Look } from './habit.ts';
import { spareSeats } from './meeting-plan.ts';

/** At a seat: goes before the end, or says that one will not come. */
export const comesAndGoes: Habit = firstOf(sometimes(0.006, leaves), sometimes(0.003, reportsOwnAbsence));

/** The chair consents to absences, or does not. */
export const decidesAbsence: Habit = (look, chance) => {
  const asked = look.on('attendance').find(({ excuse }) => excuse === 'asked');
  if (asked === undefined) return null;
  const payload = { participantId: asked.participantId, consent: chance.happens(0.7) };
  return { type: 'absence/decide', payload };
};

/** The secretary calls the roll of one or of many, reports absences, and moves people to other seats. */
export const keepsRoll: Habit = firstOf(
  sometimes(0.4, callsBackWhereFew),
  sometimes(0.015, callsBack),
  sometimes(0.008, marksOne),
  sometimes(0.006, marksMany),
  sometimes(0.006, reportsAbsence),
  sometimes(0.03, movesSeat),
);

function leaves({ me }: Look): CommandIntent | null {
  return me === null ? null : { type: 'attendance/leave', payload: { participantId: me } };
}

function reportsOwnAbsence({ me }: Look): CommandIntent | null {
  const reason = 'Đi công tác';
  return me === null ? null : { type: 'absence/report', payload: { participantId: me, reason } };
}

function drawn(look: Look, chance: Chance): RecordBody<'participant'> | null {
  const people = look.on('participant');
  return people.length === 0 ? null : chance.pick(people);
}

function markOf(chance: Chance, { id }: RecordBody<'participant'>) {
  const state = chance.pick(['present', 'present', 'present', 'absent', 'left', 'expected'] as const);
  return { participantId: id, state, reason: state === 'absent' ? 'Ốm' : '' };
}

/** Without enough of them no vote can be opened. */
function callsBackWhereFew(look: Look): CommandIntent | null {
  const { meeting } = look;
  if (meeting === null || meeting.membersPresent * 4 > meeting.body.inOffice * 3) return null;
  return callsBack(look);
}

/** Who went out is back. */
function callsBack(look: Look): CommandIntent | null {
  const away = look.on('attendance').find(({ state, excuse }) => state !== 'present' && excuse !== 'asked');
  if (away === undefined) return null;
  const payload = { participantId: away.participantId, state: 'present' as const, reason: '' };
  return { type: 'attendance/mark', payload };
}

function marksOne(look: Look, chance: Chance): CommandIntent | null {
  const person = drawn(look, chance);
  return person === null ? null : { type: 'attendance/mark', payload: markOf(chance, person) };
}

/** One name may stand in the list twice, which is refused. */
function marksMany(look: Look, chance: Chance): CommandIntent | null {
  const people = look.on('participant');
  if (look.meeting === null || people.length === 0) return null;
  const drawnPeople = people.filter(() => chance.happens(0.3));
  if (drawnPeople.length === 0 || chance.happens(0.05)) drawnPeople.push(chance.pick(people));
  const marks = drawnPeople.map((person) => markOf(chance, person));
  return { type: 'attendance/mark-many', payload: { meetingId: look.meeting.id, marks } };
}

function reportsAbsence(look: Look, chance: Chance): CommandIntent | null {
  const person = drawn(look, chance);
  if (person === null) return null;
  return { type: 'absence/report', payload: { participantId: person.id, reason: 'Ốm' } };
}

/** To a spare terminal, back, or to a seat that somebody has, which is refused. */
function movesSeat(look: Look, chance: Chance): CommandIntent | null {
  const seated = look.on('participant').filter(({ seat }) => seat !== null);
  if (seated.length === 0) return null;
  const { id, movedFrom } = chance.pick(seated);
  const places = look.meeting?.seats.map(({ seat }) => seat) ?? [];
  const taken = new Set(seated.map(({ seat }) => seat));
  const free = places.filter((seat) => !taken.has(seat));
  const back = movedFrom !== null && chance.happens(0.5) ? [movedFrom] : [];
  const wanted = [...back, ...spareSeats, ...free];
  const seat = chance.happens(0.1) && places.length > 0 ? chance.pick(places) : chance.pick(wanted);
  return { type: 'seat/move', payload: { participantId: id, seat } };
}
