import type { CommandIntent, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import { meetingId, participantId, voteId } from '../../shared/records/ids.ts';
import type { RecordBody, RecordKind } from '../../shared/records/registry.ts';
import type { Chance } from './chance.ts';
import type { MeetingPlan } from './meeting-plan.ts';
import type { Terminal } from './terminal.ts';

/** What a person does next after a look at his or her screen; null for nothing. */
export type Habit = (terminal: Terminal, chance: Chance) => CommandIntent | null;

const meeting = meetingId.parse('m1');

/** The records of one kind on the screen. */
function on<Kind extends RecordKind>(terminal: Terminal, kind: Kind): RecordBody<Kind>[] {
  const bodies: RecordBody<Kind>[] = [];
  for (const record of terminal.records.values()) {
    if (record.kind === kind && record.body !== null) bodies.push(record.body as RecordBody<Kind>);
  }
  return bodies;
}

function isAskedFor(terminal: Terminal, command: CommandType): boolean {
  return terminal.entries.some((entry) => entry.answer === null && entry.command === command);
}

/** The chair leads: opens the meeting, steps the agenda, opens, holds, locks and announces each vote. */
export const chairs: Habit = (terminal, chance) => {
  const [held] = on(terminal, 'meeting');
  if (held === undefined || held.state === 'closed') return null;
  const intent = held.state === 'open' ? leads(terminal, chance) : opens(terminal, held);
  return intent !== null && isAskedFor(terminal, intent.type) ? null : intent;
};

function opens(terminal: Terminal, held: RecordBody<'meeting'>): CommandIntent | null {
  const present = on(terminal, 'attendance').filter((one) => one.state === 'present').length;
  if (held.state !== 'released' || present < 2) return null;
  return { type: 'meeting/open', payload: { meetingId: held.id } };
}

function leads(terminal: Terminal, chance: Chance): CommandIntent | null {
  const items = on(terminal, 'agenda-item').toSorted((a, b) => a.order - b.order);
  const current = items.find((item) => item.state === 'current');
  const votes = on(terminal, 'vote');
  const running = votes.find((vote) => vote.state !== 'announced');
  if (running !== undefined) return decidesLate(terminal, running, chance) ?? conducts(running, chance);
  const next = items.find((item) => item.state === 'waiting');
  const isDone = current === undefined || votes.some((vote) => vote.itemId === current.id);
  if (next !== undefined && isDone) return { type: 'item/start', payload: { itemId: next.id } };
  if (chance.happens(0.03)) return { type: 'item/start', payload: { itemId: chance.pick(items).id } };
  if (next === undefined && isDone && chance.happens(0.1))
    return { type: 'meeting/close', payload: { meetingId: meeting } };
  return null;
}

function conducts(vote: RecordBody<'vote'>, chance: Chance): CommandIntent | null {
  const payload = { voteId: vote.id };
  const isFull = vote.received >= vote.electorate.length;
  switch (vote.state) {
    case 'prepared':
      return { type: 'vote/open', payload };
    case 'open':
      if (chance.happens(0.15)) return { type: 'vote/hold', payload };
      return isFull || chance.happens(0.2) ? { type: 'vote/lock', payload } : null;
    case 'held':
      return isFull || chance.happens(0.2) ? { type: 'vote/lock', payload } : null;
    case 'locked':
      return { type: 'vote/announce', payload };
    case 'announced':
    case 'withdrawn':
      return null;
  }
}

/** A ballot that came after the lock is accepted or not before the result is announced. */
function decidesLate(terminal: Terminal, vote: RecordBody<'vote'>, chance: Chance): CommandIntent | null {
  if (vote.state !== 'locked') return null;
  const progress = on(terminal, 'vote-progress').find(({ voteId: id }) => id === vote.id);
  const waiting = progress?.late.find(({ decision }) => decision === null);
  if (waiting === undefined || isAskedFor(terminal, 'ballot/accept-late')) return null;
  const { participantId: from } = waiting;
  const payload = { voteId: vote.id, participantId: from, accept: chance.happens(0.5) };
  return { type: 'ballot/accept-late', payload };
}

/** The clerk releases the meeting, prepares one vote for each item and calls the roll now and then. */
export function clerks(plan: MeetingPlan): Habit {
  return (terminal, chance) => {
    const [held] = on(terminal, 'meeting');
    if (held === undefined) return null;
    if (held.state === 'draft') {
      if (isAskedFor(terminal, 'meeting/release')) return null;
      return { type: 'meeting/release', payload: { meetingId: held.id } };
    }
    if (chance.happens(0.05)) return callsRoll(plan, chance);
    if (held.state !== 'open' || isAskedFor(terminal, 'vote/prepare')) return null;
    const votes = on(terminal, 'vote');
    const current = on(terminal, 'agenda-item').find((item) => item.state === 'current');
    if (current === undefined || votes.some((vote) => vote.itemId === current.id)) return null;
    const version =
      on(terminal, 'document').find((paper) => paper.itemId === current.id)?.currentVersionId ?? null;
    const payload = {
      voteId: voteId.parse(`vote-${current.id}`),
      itemId: current.id,
      title: `Biểu quyết ${current.title}`,
      rule: held.body.decision,
      versionId: version,
    };
    return { type: 'vote/prepare', payload };
  };
}

function callsRoll(plan: MeetingPlan, chance: Chance): CommandIntent {
  const { id } = chance.pick(plan.create.participants);
  const state = chance.pick(['present', 'absent'] as const);
  return { type: 'attendance/mark', payload: { participantId: id, state, reason: '' } };
}

/** A delegate votes, changes the vote, leads the pages when it is his or her turn, and now and then asks for nonsense. */
export const delegates: Habit = (terminal, chance) => {
  const me = terminal.plan.owner;
  if (me === null) return null;
  if (chance.happens(0.03)) return forges(terminal, chance);
  const running = on(terminal, 'vote').find((vote) => vote.state === 'open' || vote.state === 'held');
  if (running?.electorate.includes(me)) {
    const mine = terminal.entries.filter(
      (entry) =>
        entry.command === 'ballot/cast' && (entry.payload as { voteId: string }).voteId === running.id,
    );
    if (chance.happens(mine.length === 0 ? 0.6 : 0.08)) return casts(running, me, chance);
  }
  return presents(terminal, chance);
};

function casts(vote: RecordBody<'vote'>, by: RecordBody<'participant'>['id'], chance: Chance): CommandIntent {
  const choice = chance.pick(['approve', 'approve', 'reject', 'abstain'] as const);
  return {
    type: 'ballot/cast',
    payload: { voteId: vote.id, participantId: by, choice, versionId: vote.versionId },
  };
}

function presents(terminal: Terminal, chance: Chance): CommandIntent | null {
  const me = terminal.plan.owner;
  const current = on(terminal, 'agenda-item').find((item) => item.state === 'current');
  if (me === null || !current?.presenterIds.includes(me) || !chance.happens(0.2)) return null;
  const paper = on(terminal, 'document').find((one) => one.itemId === current.id);
  if (paper === undefined) return null;
  const payload = { meetingId: meeting, versionId: paper.currentVersionId, page: chance.whole(1, 30) };
  return { type: 'presentation/show', payload };
}

/** What must be refused, and what comes too late: other names, other texts, other people's work, old votes. */
function forges(terminal: Terminal, chance: Chance): CommandIntent | null {
  const votes = on(terminal, 'vote');
  const me = terminal.plan.owner;
  if (votes.length === 0 || me === null) return { type: 'meeting/open', payload: { meetingId: meeting } };
  const vote = chance.pick(votes);
  const payload = { voteId: vote.id };
  const another = participantId.parse(chance.pick(vote.electorate.length > 0 ? vote.electorate : [me]));
  return chance.pick<CommandIntent>([
    { type: 'vote/lock', payload },
    { type: 'vote/announce', payload },
    { type: 'attendance/sign-in', payload: { participantId: another } },
    {
      type: 'ballot/cast',
      payload: { voteId: vote.id, participantId: another, choice: 'approve', versionId: vote.versionId },
    },
    {
      type: 'ballot/cast',
      payload: { voteId: vote.id, participantId: me, choice: 'reject', versionId: null },
    },
    {
      type: 'ballot/cast',
      payload: {
        voteId: voteId.parse('no-such-vote'),
        participantId: me,
        choice: 'approve',
        versionId: null,
      },
    },
    casts(vote, me, chance),
    casts(vote, me, chance),
  ]);
}
