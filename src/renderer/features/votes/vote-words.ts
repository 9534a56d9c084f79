import { approvalsNeeded, baseOf } from '../../../shared/domain/majority.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';

/** What a vote needs: approvals out of the base. With the base of those present it is the electorate, once fixed. */
export function needOf(vote: Vote, meeting: Meeting): { readonly needed: number; readonly of: number } {
  const present = vote.electorate.length > 0 ? vote.electorate.length : meeting.membersPresent;
  const of = baseOf(vote.rule, meeting.body.inOffice, present);
  return { needed: approvalsNeeded(vote.rule.threshold, of), of };
}

export interface VoteWords {
  /** "Cần quá nửa tổng số ủy viên đương nhiệm (8/15)." */
  rule(vote: Vote, meeting: Meeting): string;
  /** "Cần 8/15 ủy viên đương nhiệm (quá nửa)". */
  ruleShort(vote: Vote, meeting: Meeting): string;
  /** "12/15 ủy viên đương nhiệm · cần 8 (quá nửa)". */
  verdictRule(tally: Tally): string;
  verdict(tally: Tally): string;
}

/** The rule and the verdict of a vote as sentences. */
export function useVoteWords(): VoteWords {
  const { votes: words } = useMessages();
  return {
    rule(vote, meeting) {
      const { needed, of } = needOf(vote, meeting);
      return words.rule(words.thresholds[vote.rule.threshold], words.bases[vote.rule.base], needed, of);
    },
    ruleShort(vote, meeting) {
      const { needed, of } = needOf(vote, meeting);
      return words.ruleShort(
        needed,
        of,
        words.baseMembers[vote.rule.base],
        words.thresholds[vote.rule.threshold],
      );
    },
    verdictRule: ({ rule, approve, base, needed }) =>
      words.verdictRule(
        approve,
        base,
        words.baseMembers[rule.base],
        needed,
        words.thresholds[rule.threshold],
      ),
    verdict: (tally) => (tally.verdict === 'passed' ? words.passed : words.notPassed),
  };
}
