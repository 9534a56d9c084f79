import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import { participantId, voteId } from '../../shared/records/ids.ts';
import { firstOf, patiently, sometimes, type Habit, type Look } from './habit.ts';
import type { Chance } from './chance.ts';
import type { MeetingPlan } from './meeting-plan.ts';
import { comesAndGoes, decidesAbsence, keepsRoll } from './people-attendance.ts';
import { givesFloor, helpsSpeakers, speaksUp } from './people-floor.ts';
import { handsOutCopies, writesRecord } from './people-papers.ts';
import {
  casts,
  conductsVotes,
  counts,
  delegatesVote,
  preparesVotes,
  showsNames,
  votesToCome,
} from './people-votes.ts';

/** The chair leads: opens the meeting, steps the agenda, conducts votes, gives the floor, decides about absences. */
export function chairs(plan: MeetingPlan): Habit {
  const leads = firstOf(
    sometimes(0.2, givesFloor),
    sometimes(0.3, decidesAbsence),
    sometimes(0.02, showsNames),
    sometimes(0.05, takesBreak),
    conductsVotes,
    stepsAgenda(plan.votesPerItem),
  );
  return patiently((look, chance) => {
    const { meeting } = look;
    if (meeting === null || meeting.state === 'closed') return null;
    if (meeting.state === 'open') return leads(look, chance);
    return firstOf(sometimes(0.3, decidesAbsence), opens)(look, chance);
  });
}

function opens(look: Look): CommandIntent | null {
  const { meeting } = look;
  const present = look.on('attendance').filter((one) => one.state === 'present').length;
  if (meeting?.state !== 'released' || present < 2) return null;
  return { type: 'meeting/open', payload: { meetingId: meeting.id } };
}

/** A break ends sooner than it would in earnest. */
function takesBreak({ currentItem }: Look): CommandIntent | null {
  if (currentItem === null) return null;
  const payload = { itemId: currentItem.id };
  return currentItem.pausedAt === null ? { type: 'item/pause', payload } : { type: 'item/resume', payload };
}

function stepsAgenda(votesPerItem: number): Habit {
  return (look, chance) => {
    const { meeting, currentItem } = look;
    const items = look.on('agenda-item').toSorted((a, b) => a.order - b.order);
    if (meeting === null || items.length === 0) return null;
    const over = look
      .on('vote')
      .filter(({ itemId, state }) => itemId === currentItem?.id && state === 'announced');
    const isDone = currentItem === null || (over.length >= votesPerItem && votesToCome(look).length === 0);
    const next = items.find(({ state }) => state === 'waiting');
    if (next !== undefined && isDone) return { type: 'item/start', payload: { itemId: next.id } };
    if (chance.happens(0.02)) return { type: 'item/start', payload: { itemId: chance.pick(items).id } };
    if (next === undefined && isDone && chance.happens(0.1))
      return { type: 'meeting/close', payload: { meetingId: meeting.id } };
    return null;
  };
}

/** The clerk releases the meeting, calls the roll, prepares votes, counts, hands out copies, keeps the record. */
export function clerks(plan: MeetingPlan): Habit {
  const assists = firstOf(
    keepsRoll,
    sometimes(0.3, handsOutCopies),
    sometimes(0.03, writesRecord),
    sometimes(0.05, helpsSpeakers),
    counts,
    preparesVotes(plan.votesPerItem),
  );
  return patiently((look, chance) => {
    const { meeting } = look;
    if (meeting === null) return null;
    if (meeting.state === 'draft') return { type: 'meeting/release', payload: { meetingId: meeting.id } };
    return meeting.state === 'open' ? assists(look, chance) : keepsRoll(look, chance);
  });
}

/** A delegate votes, speaks up, leads the pages when it is his or her turn, and now and then asks for nonsense. */
export const delegates: Habit = firstOf(
  sometimes(0.02, forges),
  delegatesVote,
  speaksUp,
  comesAndGoes,
  sometimes(0.2, presents),
);

function presents(look: Look, chance: Chance): CommandIntent | null {
  const { me, meeting, currentItem } = look;
  if (me === null || meeting === null || !currentItem?.presenterIds.includes(me)) return null;
  const paper = look.on('document').find((one) => one.itemId === currentItem.id);
  if (paper === undefined) return null;
  const payload = { meetingId: meeting.id, versionId: paper.currentVersionId, page: chance.whole(1, 30) };
  return { type: 'presentation/show', payload };
}

/** What must be refused, and what comes too late: other names, other texts, other people's work, old votes. */
function forges(look: Look, chance: Chance): CommandIntent | null {
  const { me, meeting } = look;
  const votes = look.on('vote');
  if (me === null || meeting === null) return null;
  if (votes.length === 0) return { type: 'meeting/open', payload: { meetingId: meeting.id } };
  const vote = chance.pick(votes);
  const payload = { voteId: vote.id };
  const another = participantId.parse(chance.pick(vote.electorate.length > 0 ? vote.electorate : [me]));
  const inNameOf = { participantId: another, versionId: vote.versionId };
  return chance.pick<CommandIntent>([
    { type: 'vote/lock', payload },
    { type: 'vote/announce', payload },
    { type: 'count/confirm', payload: { ...payload, agrees: true } },
    { type: 'attendance/sign-in', payload: { participantId: another } },
    { type: 'attendance/leave', payload: { participantId: another } },
    { type: 'ballot/cast', payload: { ...payload, ...inNameOf, choice: 'approve' } },
    { type: 'ballot/cast', payload: { ...payload, ...inNameOf, choice: 'abstain' } },
    { type: 'ballot/cast', payload: { ...payload, participantId: me, choice: 'reject', versionId: null } },
    {
      type: 'ballot/cast',
      payload: { voteId: noSuchVote, participantId: me, choice: 'approve', versionId: null },
    },
    {
      type: 'ballot/cast',
      payload: { ...payload, ...inNameOf, participantId: me, choice: { options: [0, 1, 2] } },
    },
    casts(vote, me, chance),
    casts(vote, me, chance),
    casts(vote, me, chance),
  ]);
}

const noSuchVote = voteId.parse('no-such-vote');
