import type { ParticipantId } from '../records/ids.ts';
import type { Vote } from '../records/vote.ts';
import type { VoteForm, VoteKind } from '../records/vote-form.ts';

/** The form of a vote for which none was named: the three answers. */
export const plainForm: VoteForm = { type: 'approval', other: false };

/** True where terminals take answers. */
export function isElectronic(kind: VoteKind): boolean {
  return kind === 'open' || kind === 'mixed' || kind === 'quick-poll';
}

/** True where a result decides something; a quick poll (thăm dò nhanh) never does. */
export function isDecision(kind: VoteKind): boolean {
  return kind !== 'quick-poll';
}

/** True where something is counted in the room before the vote can be locked. */
export function needsCount({ kind, paperVoters }: Pick<Vote, 'kind' | 'paperVoters'>): boolean {
  return kind === 'raised-hands' || kind === 'paper' || (kind === 'mixed' && paperVoters.length > 0);
}

/** True once nothing stands against the lock but ballots that may still come. */
export function isCounted(vote: Pick<Vote, 'kind' | 'paperVoters' | 'counted'>): boolean {
  return vote.counted || !needsCount(vote);
}

/** Whether this member of the electorate answers at a terminal. */
export function answersAtTerminal(
  { kind, electorate, paperVoters }: Pick<Vote, 'kind' | 'electorate' | 'paperVoters'>,
  voter: ParticipantId,
): boolean {
  return isElectronic(kind) && electorate.includes(voter) && !paperVoters.includes(voter);
}

/** The members of the electorate whose answers come from terminals, as a number. */
export function terminalVoters({
  kind,
  electorate,
  paperVoters,
}: Pick<Vote, 'kind' | 'electorate' | 'paperVoters'>): number {
  return isElectronic(kind) ? electorate.length - paperVoters.length : 0;
}

/** The names of what can be chosen; none in a vote of approval. */
export function optionsOf(form: VoteForm): readonly string[] {
  switch (form.type) {
    case 'approval':
      return [];
    case 'options':
      return form.options;
    case 'election':
      return form.candidates;
  }
}

/** How many of the options one ballot may choose; 0 in a vote of approval. */
export function mostOf(form: VoteForm): number {
  switch (form.type) {
    case 'approval':
      return 0;
    case 'options':
      return form.most;
    case 'election':
      return form.seats;
  }
}

/** True for a form that contradicts itself: two options of one name, or more to choose than there are. */
export function isFormFlawed(form: VoteForm): boolean {
  const options = optionsOf(form);
  return new Set(options).size !== options.length || mostOf(form) > options.length;
}
