import type { Body, DecisionKind, VotingRules } from '../records/meeting.ts';

/** The id of the ordinary decision, which every body has. */
export const ordinaryDecision = 'ordinary';

/** The kinds of decision of a body: the ordinary one first, under `name` in words of the reader, then its own. */
export function decisionsOf(
  { decision, decisions = [] }: Pick<Body, 'decision' | 'decisions'>,
  name: string,
): readonly DecisionKind[] {
  const own = decisions.filter(({ id }) => id !== ordinaryDecision);
  const ordinary = decisions.find(({ id }) => id === ordinaryDecision);
  return [ordinary ?? { id: ordinaryDecision, name, rule: decision }, ...own];
}

/** How the body votes; where its rules say nothing an answer may be changed, and neither substitutes nor words count. */
export function votingRulesOf({ voting }: Pick<Body, 'voting'>): VotingRules {
  return voting ?? { mayChange: true, substituteVotes: false, otherOpinion: false };
}

/** What a speech may take, in milliseconds; null where the body sets no limit. */
export function speechLimitMs({ speechMinutes }: Pick<Body, 'speechMinutes'>): number | null {
  return speechMinutes === undefined ? null : speechMinutes * 60_000;
}
