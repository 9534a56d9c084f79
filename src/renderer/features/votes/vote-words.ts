import { approvalsNeeded, baseOf } from '../../../shared/domain/majority.ts';
import { isDecision, optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Messages } from '../../i18n/messages.vi.ts';

/** What a vote needs: approvals out of the base. With the base of those present it is the electorate, once fixed. */
export function needOf(vote: Vote, meeting: Meeting): { readonly needed: number; readonly of: number } {
  const present = vote.electorate.length > 0 ? vote.electorate.length : meeting.membersPresent;
  const { inOffice } = meeting.body;
  const of = baseOf(vote.rule, { inOffice, present, summoned: vote.summoned ?? inOffice });
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
  /** The same beside a list that has the names already: "Trúng cử 2/3". */
  verdictShort(tally: Tally): string;
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
    verdictRule({ rule, kind, form, approve, base, needed, present, notVoted }) {
      if (!isDecision(kind)) return words.pollFigures(present - notVoted, present);
      const members = words.baseMembers[rule.base];
      const threshold = words.thresholds[rule.threshold];
      return form.type === 'approval'
        ? words.verdictRule({ approve, base, members, needed, threshold })
        : words.ruleShort(needed, base, members, threshold);
    },
    verdict: (tally) => verdictWord(tally, words),
    verdictShort(tally) {
      const { form, elected } = tally;
      if (form.type === 'approval' || elected.length === 0) return verdictWord(tally, words);
      return form.type === 'election'
        ? words.electedOf(elected.length, form.seats)
        : words.chosenOf(elected.length);
    },
  };
}

/** Of an election: who is elected; of several options: which is chosen. */
function verdictWord({ verdict, form, elected }: Tally, words: Messages['votes']): string {
  if (verdict === 'none') return words.noDecision;
  const names = elected.map((at) => optionsOf(form)[at] ?? '').join(', ');
  if (names !== '') return `${form.type === 'election' ? words.elected : words.chosenOption}: ${names}`;
  return verdict === 'passed' ? words.passed : words.notPassed;
}
