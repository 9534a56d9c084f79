import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import {
  agendaItemId,
  callId,
  opinionId,
  speechId,
  type AgendaItemId,
  type ParticipantId,
} from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Chance } from './chance.ts';
import { firstOf, sometimes, type Habit, type Look } from './habit.ts';

type Speech = RecordBody<'speech'>;

const limits = [null, 60_000, 300_000];

/** At a seat: asks for the floor, takes that back, hands in opinions, calls for help. */
export const speaksUp: Habit = firstOf(
  sometimes(0.05, asksForFloor),
  sometimes(0.03, withdraws),
  sometimes(0.01, writesOpinion),
  sometimes(0.008, calls),
);

/** The chair gives the floor, takes it, orders the queue and decides what goes into the minutes. */
export const givesFloor: Habit = firstOf(
  sometimes(0.2, marksOpinion),
  sometimes(0.06, invites),
  sometimes(0.15, reorders),
  sometimes(0.03, clears),
  timesSpeech,
  gives,
);

/** The secretary answers calls, and asks for the floor and hands in opinions for others. */
export const helpsSpeakers: Habit = firstOf(
  sometimes(0.3, answersCall),
  sometimes(0.1, asksForSomebody),
  sometimes(0.1, sharesOpinion),
);

/** A call is made at a terminal where nobody is signed in, too. */
export function calls(look: Look, chance: Chance): CommandIntent | null {
  const { seat } = look.terminal.plan;
  if (seat === null) return null;
  const open = look.on('call').find((call) => call.seat === seat && call.state === 'open');
  if (open !== undefined && chance.happens(0.5))
    return { type: 'call/cancel', payload: { callId: open.id, seat } };
  const kind = chance.pick(['service', 'help', 'technical'] as const);
  const id = callId.parse(`call-${look.newId()}`);
  return { type: 'call/make', payload: { callId: id, meetingId: null, seat, kind } };
}

function request(
  look: Look,
  chance: Chance,
  itemId: AgendaItemId,
  participantId: ParticipantId,
): CommandIntent | null {
  const { meeting } = look;
  if (meeting === null) return null;
  const spoken = look.on('speech').find((one) => one.itemId === itemId && one.startedAt !== null);
  const kind = chance.pick(['speak', 'speak', 'speak', 'urgent', 'reply'] as const);
  const replyTo = kind === 'reply' ? (spoken?.id ?? null) : null;
  const requestId = speechId.parse(`speech-${look.newId()}`);
  return {
    type: 'floor/request',
    payload: { requestId, meetingId: meeting.id, itemId, participantId, kind, replyTo },
  };
}

/** Mostly on the current item; before the opening, and now and then, on a later one. Some ask twice. */
function asksForFloor(look: Look, chance: Chance): CommandIntent | null {
  const { me, currentItem } = look;
  const items = look.on('agenda-item');
  if (me === null || items.length === 0) return null;
  const item = currentItem === null || chance.happens(0.1) ? chance.pick(items) : currentItem;
  return request(look, chance, item.id, me);
}

function asksForSomebody(look: Look, chance: Chance): CommandIntent | null {
  const item = look.currentItem;
  const people = look.on('participant');
  if (item === null || people.length === 0) return null;
  return request(look, chance, item.id, chance.pick(people).id);
}

function withdraws(look: Look, chance: Chance): CommandIntent | null {
  const mine = look.on('speech').filter((one) => one.participantId === look.me && one.state === 'waiting');
  if (mine.length === 0) return null;
  return { type: 'floor/withdraw', payload: { requestId: chance.pick(mine).id } };
}

function writesOpinion(look: Look, chance: Chance): CommandIntent | null {
  return look.me === null ? null : opinionOf(look, chance, look.me);
}

function sharesOpinion(look: Look, chance: Chance): CommandIntent | null {
  const people = look.on('participant');
  return people.length === 0 ? null : opinionOf(look, chance, chance.pick(people).id);
}

function opinionOf(look: Look, chance: Chance, participantId: ParticipantId): CommandIntent | null {
  const items = look.on('agenda-item');
  if (look.meeting === null || items.length === 0) return null;
  const payload = {
    opinionId: opinionId.parse(`opinion-${look.newId()}`),
    meetingId: look.meeting.id,
    itemId: agendaItemId.parse(chance.pick(items).id),
    participantId,
    text: 'Đồng ý, đề nghị làm rõ nguồn vốn',
  };
  return { type: 'opinion/send', payload };
}

function marksOpinion(look: Look, chance: Chance): CommandIntent | null {
  const fresh = look.on('opinion').find(({ state }) => state === 'sent');
  if (fresh === undefined) return null;
  const state = chance.pick(['in-minutes', 'set-aside'] as const);
  return { type: 'opinion/mark', payload: { opinionId: fresh.id, state } };
}

function answersCall(look: Look): CommandIntent | null {
  const open = look.on('call').find(({ state }) => state === 'open');
  return open === undefined ? null : { type: 'call/answer', payload: { callId: open.id } };
}

/** The queue as this screen shows it. */
function queueOn(look: Look, itemId: string): Speech[] {
  return look
    .on('speech')
    .filter((one) => one.itemId === itemId && one.state === 'waiting')
    .toSorted((a, b) => a.rank - b.rank);
}

function speakerOn(look: Look): Speech | undefined {
  return look.on('speech').find(({ state }) => state === 'speaking');
}

function invites(look: Look, chance: Chance): CommandIntent | null {
  const people = look.on('participant');
  if (people.length === 0) return null;
  const requestId = speechId.parse(`speech-${look.newId()}`);
  const payload = { requestId, participantId: chance.pick(people).id, limitMs: chance.pick(limits) };
  return { type: 'floor/call', payload };
}

function reorders(look: Look, chance: Chance): CommandIntent | null {
  const { currentItem } = look;
  const queue = currentItem === null ? [] : queueOn(look, currentItem.id);
  if (queue.length < 2) return null;
  const before = chance.happens(0.3) ? null : chance.pick(queue).id;
  return { type: 'floor/move', payload: { requestId: chance.pick(queue).id, before } };
}

function clears(look: Look): CommandIntent | null {
  return look.meeting === null ? null : { type: 'floor/clear', payload: { meetingId: look.meeting.id } };
}

/** Pauses, prolongs or ends the speech that is given, or lets it go on. */
function timesSpeech(look: Look, chance: Chance): CommandIntent | null {
  const speaker = speakerOn(look);
  if (speaker === undefined || chance.happens(0.5)) return null;
  const payload = { requestId: speaker.id };
  if (speaker.pausedAt !== null) return { type: 'floor/resume', payload };
  return chance.pick<CommandIntent | null>([
    { type: 'floor/pause', payload },
    { type: 'floor/extend', payload: { ...payload, ms: 60_000 } },
    { type: 'floor/stop', payload },
    { type: 'floor/stop', payload },
    null,
  ]);
}

/** Mostly to the first, once the one before has ended; not always. */
function gives(look: Look, chance: Chance): CommandIntent | null {
  const { currentItem } = look;
  const queue = currentItem === null ? [] : queueOn(look, currentItem.id);
  if (queue.length === 0 || (speakerOn(look) !== undefined && chance.happens(0.7))) return null;
  const next = chance.happens(0.8) ? queue[0] : chance.pick(queue);
  if (next === undefined) return null;
  return { type: 'floor/give', payload: { requestId: next.id, limitMs: chance.pick(limits) } };
}
