import type { RecordBody } from '../../shared/records/registry.ts';
import { isCountedInRoom } from './audit-votes.ts';
import type { Lineage } from './lineage.ts';
import { sumsOf, type CountedVote, type Sums } from './recount.ts';
import { holds } from './violation.ts';

type Tally = RecordBody<'tally'>;

/** Compares a tally with the recount of the log it claims to come from, as the log had it at `seq`. */
export function mustBeRight(lineage: Lineage, tally: Tally, seq: number): void {
  const vote = lineage.votes.get(tally.voteId);
  const name = tally.voteId;
  holds(vote !== undefined && vote.lockedSeq !== null, 'INV-3', () => `a tally of ${name} before its lock`);
  const sums = sumsOf(vote, seq);
  const { approve, reject, abstain, other, options, notVoted } = tally;
  const told = JSON.stringify({ approve, reject, abstain, other, options, notVoted } satisfies Sums);
  const right = JSON.stringify(sums);
  holds(told === right, 'INV-3', () => `${name} is told as ${told}, a recount gives ${right}`);
  holds(
    tally.lockedSeq === vote.lockedSeq,
    'INV-3',
    () => `${name} names another lock than entry ${vote.lockedSeq}`,
  );
  const counted = isCountedInRoom(vote) ? JSON.stringify(vote.entered) : 'null';
  holds(
    JSON.stringify(tally.count) === counted,
    'VOTE-11',
    () => `${name} carries another count than ${counted}`,
  );
  mustBeRightly(lineage, tally, vote, sums);
}

function mustBeRightly(lineage: Lineage, tally: Tally, vote: CountedVote, sums: Sums): void {
  const name = tally.voteId;
  const { rule, kind, form } = vote.plan;
  const bases = { 'in-office': lineage.presence.body?.inOffice, present: vote.electorate.length };
  const base = rule.base === 'summoned' ? tally.base : bases[rule.base];
  holds(tally.base === base, 'BODY-3', () => `${name} counts against ${tally.base}, not ${base}`);
  const needed = neededOf(rule.threshold, tally.base);
  holds(tally.needed === needed, 'INV-3', () => `${name} needs ${needed} of ${base}, not ${tally.needed}`);
  if (kind === 'quick-poll') {
    const isNone = tally.verdict === 'none' && tally.elected.length === 0;
    return holds(isNone, 'VOTE-10', () => `${name} is a quick poll and decides something`);
  }
  const elected = electedIn(sums.options, needed, mostIn(vote));
  holds(
    tally.elected.join() === elected.join(),
    'VOTE-19',
    () => `${name} elects ${tally.elected.join()}, not ${elected.join()}`,
  );
  const hasPassed =
    form === undefined || form.type === 'approval'
      ? sums.approve >= needed
      : elected.length >= (form.type === 'election' ? form.seats : 1);
  holds((tally.verdict === 'passed') === hasPassed, 'INV-3', () => `${name} has a wrong verdict`);
}

function neededOf(threshold: CountedVote['plan']['rule']['threshold'], base: number): number {
  const [numerator, denominator] = {
    'more-than-half': [1, 2],
    'two-thirds': [2, 3],
    'three-quarters': [3, 4],
  }[threshold] as [number, number];
  // The smallest whole number that is enough; of a half it has to be more.
  for (let needed = 1; ; needed += 1) {
    const share = needed * denominator - base * numerator;
    if (threshold === 'more-than-half' ? share > 0 : share >= 0) return needed;
  }
}

function mostIn({ plan: { form } }: CountedVote): number {
  if (form === undefined || form.type === 'approval') return 0;
  return form.type === 'options' ? form.most : form.seats;
}

/** An option has its place when it has enough, and no more than there are places stand as high as it does. */
function electedIn(votes: readonly number[], needed: number, places: number): number[] {
  return votes
    .map((_, option) => option)
    .filter((option) => (votes[option] ?? 0) >= needed)
    .filter((option) => votes.filter((one) => one >= (votes[option] ?? 0)).length <= places)
    .toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b);
}

/** Compares what a terminal shows of a vote or of its person's ballot with the recount. */
export function mustBeCounted(lineage: Lineage, kind: string, body: unknown): void {
  if (kind === 'vote') {
    const { id, received } = body as RecordBody<'vote'>;
    const counted = lineage.votes.get(id)?.ballots.size;
    holds(received === counted, 'INV-3', () => `${id} has received ${received}, a recount gives ${counted}`);
  }
  if (kind === 'ballot') {
    const { voteId, participantId, state } = body as RecordBody<'ballot'>;
    const right = standingOf(lineage.votes.get(voteId), participantId);
    holds(
      state === right,
      'INV-3',
      () => `the ballot of ${participantId} in ${voteId} is told as ${state}, not ${right}`,
    );
  }
}

function standingOf(
  vote: CountedVote | undefined,
  by: RecordBody<'ballot'>['participantId'],
): RecordBody<'ballot'>['state'] | null {
  if (vote?.ballots.has(by)) return 'counted';
  if (vote?.accepted.has(by)) return 'accepted';
  if (vote?.decided.has(by)) return 'declined';
  return vote?.late.has(by) ? 'late' : null;
}
