import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { CountFigures } from '../../shared/records/count.ts';
import { voteId, type ParticipantId } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { VoteForm } from '../../shared/records/vote-form.ts';
import type { VoteAnswer } from '../../shared/records/vote.ts';
import type { Chance } from './chance.ts';
import { firstOf, sometimes, type Habit, type Look } from './habit.ts';

type Vote = RecordBody<'vote'>;

/** Votes that are not over and not taken back. */
export function votesToCome(look: Look): Vote[] {
  return look.on('vote').filter(({ state }) => state !== 'announced' && state !== 'withdrawn');
}

/** True for a vote that takes something which is counted in the room. */
function isCountedInRoom({ kind, paperVoters }: Vote): boolean {
  return kind === 'raised-hands' || kind === 'paper' || (kind === 'mixed' && paperVoters.length > 0);
}

function runningOn(look: Look): Vote | undefined {
  return look.on('vote').find(({ state }) => state === 'open' || state === 'held');
}

// The chair.

/** The chair opens, holds, locks and announces each vote, one at a time, and decides what came late. */
export const conductsVotes: Habit = (look, chance) => {
  const votes = votesToCome(look);
  const running = votes.find(({ state }) => state !== 'prepared');
  if (running !== undefined) return conducts(look, running, chance);
  const next = votes.find(({ itemId }) => itemId === look.currentItem?.id);
  return next === undefined || chance.happens(0.2)
    ? null
    : { type: 'vote/open', payload: { voteId: next.id } };
};

function conducts(look: Look, vote: Vote, chance: Chance): CommandIntent | null {
  const payload = { voteId: vote.id };
  if (vote.state === 'locked') {
    const late = look.on('vote-progress').find(({ voteId: id }) => id === vote.id)?.late ?? [];
    const undecided = late.find(({ decision }) => decision === null);
    // Now and then in a hurry, which is refused while anything is undecided.
    if (undecided === undefined || chance.happens(0.3))
      return chance.happens(0.3) ? { type: 'vote/announce', payload } : null;
    const { participantId } = undecided;
    return {
      type: 'ballot/accept-late',
      payload: { ...payload, participantId, accept: chance.happens(0.5) },
    };
  }
  if (vote.state === 'open' && chance.happens(0.1)) return { type: 'vote/hold', payload };
  if (isCountedInRoom(vote) && !vote.counted) {
    return chance.happens(0.5) ? confirms(look, vote, chance) : sometimesLocks(vote, chance, 0.06);
  }
  return sometimesLocks(vote, chance, vote.received >= vote.electorate.length ? 1 : 0.25);
}

function sometimesLocks(vote: Vote, chance: Chance, probability: number): CommandIntent | null {
  return chance.happens(probability) ? { type: 'vote/lock', payload: { voteId: vote.id } } : null;
}

/** After the announcement the chair may show who answered what, or show it no more. */
export const showsNames: Habit = (look, chance) => {
  const over = look.on('vote').filter(({ state }) => state === 'announced');
  if (over.length === 0) return null;
  const { id, namesShown } = chance.pick(over);
  return { type: 'vote/show-names', payload: { voteId: id, shown: !namesShown } };
};

// The secretary.

/** The secretary prepares the votes of the current item, up to so many, and changes or takes back one now and then. */
export function preparesVotes(perItem: number): Habit {
  return (look, chance) => {
    const { currentItem } = look;
    if (currentItem === null) return null;
    const all = look.on('vote').filter(({ itemId }) => itemId === currentItem.id);
    const waiting = all.find(({ state }) => state === 'prepared');
    if (waiting !== undefined && chance.happens(0.02))
      return { type: 'vote/withdraw', payload: { voteId: waiting.id } };
    if (waiting !== undefined && chance.happens(0.05))
      return { type: 'vote/change', payload: planOf(look, chance, waiting.id, currentItem) };
    if (all.filter(({ state }) => state !== 'withdrawn').length >= perItem) return null;
    return { type: 'vote/prepare', payload: planOf(look, chance, `vote-${look.newId()}`, currentItem) };
  };
}

function planOf(look: Look, chance: Chance, id: string, item: RecordBody<'agenda-item'>) {
  const paper = look.on('document').find(({ itemId }) => itemId === item.id);
  const people = look.on('participant').map((one) => one.id);
  const kind = chance.pick([
    'open',
    'open',
    'open',
    'quick-poll',
    'raised-hands',
    'paper',
    'mixed',
    'mixed',
  ] as const);
  const some = (share: number): ParticipantId[] => people.filter(() => chance.happens(share));
  return {
    voteId: voteId.parse(id),
    itemId: item.id,
    title: `Biểu quyết ${item.title}`,
    rule: {
      base: chance.pick(['in-office', 'present'] as const),
      threshold: chance.pick(['more-than-half', 'two-thirds', 'three-quarters'] as const),
    },
    versionId: paper?.currentVersionId ?? null,
    kind,
    form: formOf(chance, look.meeting?.body.voting?.otherOpinion === true),
    mayChange: chance.happens(0.7),
    countingBoard: some(0.2),
    paperVoters: kind === 'mixed' ? some(0.2) : [],
  };
}

function formOf(chance: Chance, mayBeOther: boolean): VoteForm {
  const names = ['Phương án 1', 'Phương án 2', 'Phương án 3'].slice(0, chance.whole(2, 3));
  return chance.pick<VoteForm>([
    { type: 'approval', other: false },
    { type: 'approval', other: false },
    { type: 'approval', other: mayBeOther },
    { type: 'options', options: names, most: chance.whole(1, 2) },
    { type: 'election', candidates: names, seats: chance.whole(1, 2) },
  ]);
}

/** The secretary counts what is counted in the room, and gives paper out in a mixed vote. */
export const counts: Habit = (look, chance) => {
  const vote = runningOn(look);
  if (vote === undefined) return null;
  if (vote.kind === 'mixed' && chance.happens(0.1)) return givesPaper(vote, chance);
  return isCountedInRoom(vote) && chance.happens(0.6) ? entersOrConfirms(look, vote, chance) : null;
};

function givesPaper({ id, electorate }: Vote, chance: Chance): CommandIntent | null {
  if (electorate.length === 0) return null;
  return { type: 'ballot/issue-paper', payload: { voteId: id, participantId: chance.pick(electorate) } };
}

function entersOrConfirms(look: Look, vote: Vote, chance: Chance): CommandIntent | null {
  const known = look.on('count').find(({ voteId: id }) => id === vote.id);
  const isWaiting = known !== undefined && known.figures !== null && known.disputedBy === null;
  // Whoever has entered it may try to confirm it too, which is refused.
  if (isWaiting) return chance.happens(0.15) ? confirms(look, vote, chance) : null;
  return { type: 'count/enter', payload: { voteId: vote.id, ...figuresFor(vote, chance) } };
}

function confirms(look: Look, { id }: Vote, chance: Chance): CommandIntent | null {
  const known = look.on('count').find((count) => count.voteId === id);
  if (known === undefined || known.figures === null || known.confirmedBy !== null) return null;
  if (known.disputedBy !== null) return null;
  return { type: 'count/confirm', payload: { voteId: id, agrees: chance.happens(0.85) } };
}

const none = { issued: 0, returned: 0, valid: 0, invalid: 0, approve: 0, reject: 0, abstain: 0, other: 0 };

/** Figures that fit the vote; one time in six they do not. */
function figuresFor(vote: Vote, chance: Chance): CountFigures {
  const figures = soundFigures(vote, chance);
  if (!chance.happens(0.15)) return figures;
  const field = chance.pick([
    'issued',
    'returned',
    'valid',
    'invalid',
    'approve',
    'reject',
    'other',
  ] as const);
  return { ...figures, [field]: figures[field] + 1 };
}

function soundFigures(vote: Vote, chance: Chance): CountFigures {
  if (vote.kind === 'raised-hands') return { ...none, ...answersOf(vote, vote.electorate.length, chance) };
  const issued = vote.kind === 'mixed' ? vote.paperVoters.length : chance.whole(0, vote.electorate.length);
  const returned = Math.max(0, issued - chance.pick([0, 0, 1]));
  const invalid = Math.min(returned, chance.pick([0, 0, 1]));
  const valid = returned - invalid;
  return { ...none, issued, returned, valid, invalid, ...answersOf(vote, valid, chance) };
}

function answersOf({ form }: Vote, ballots: number, chance: Chance) {
  const sums = { approve: 0, reject: 0, abstain: 0, other: 0 };
  const options = namesIn(form).map(() => 0);
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    const answer = answerTo(form, chance);
    if (typeof answer === 'string') sums[answer] += 1;
    else if ('other' in answer) sums.other += 1;
    else for (const option of answer.options) options[option] = (options[option] ?? 0) + 1;
  }
  return { ...sums, options };
}

function namesIn(form: VoteForm): readonly string[] {
  if (form.type === 'approval') return [];
  return form.type === 'options' ? form.options : form.candidates;
}

// The seats.

/** A member of the counting board enters or confirms the count at the own seat. */
const sitsOnBoard: Habit = (look, chance) => {
  const vote = runningOn(look);
  if (vote === undefined || look.me === null || !vote.countingBoard.includes(look.me)) return null;
  if (!isCountedInRoom(vote)) return null;
  return chance.happens(0.5) ? confirms(look, vote, chance) : entersOrConfirms(look, vote, chance);
};

/** A delegate answers a vote that runs, and changes the answer now and then. */
const votes: Habit = (look, chance) => {
  const running = runningOn(look);
  if (running === undefined || look.me === null || !running.electorate.includes(look.me)) return null;
  const hasAnswered = look.terminal.entries.some(
    (entry) => entry.command === 'ballot/cast' && (entry.payload as { voteId: string }).voteId === running.id,
  );
  const wants = hasAnswered ? 0.08 : mayAnswerHere(running, look.me) ? 0.6 : 0.05;
  return chance.happens(wants) ? casts(running, look.me, chance) : null;
};

function mayAnswerHere({ kind, paperVoters }: Vote, me: ParticipantId): boolean {
  return kind !== 'raised-hands' && kind !== 'paper' && !paperVoters.includes(me);
}

export const delegatesVote: Habit = firstOf(sometimes(0.3, sitsOnBoard), votes);

/** A ballot in a vote, whatever becomes of it. */
export function casts(vote: Vote, by: ParticipantId, chance: Chance): CommandIntent {
  const choice = answerTo(vote.form, chance);
  return {
    type: 'ballot/cast',
    payload: { voteId: vote.id, participantId: by, choice, versionId: vote.versionId },
  };
}

function answerTo(form: VoteForm, chance: Chance): VoteAnswer {
  if (form.type === 'approval') {
    if (form.other && chance.happens(0.1)) return { other: 'Đề nghị xem xét thêm' };
    return chance.pick(['approve', 'approve', 'reject', 'abstain'] as const);
  }
  if (chance.happens(0.15)) return 'abstain';
  const places = namesIn(form).map((_, at) => at);
  const most = form.type === 'options' ? form.most : form.seats;
  const first = chance.pick(places);
  const second = chance.pick(places);
  return { options: most > 1 && second !== first ? [first, second] : [first] };
}
