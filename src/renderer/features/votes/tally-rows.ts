import { isDecision, optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';

/** One number of a result. */
export interface TallyRow {
  readonly label: string;
  readonly count: number;
  /** `good`: what passes or is elected; `muted`: people who gave no answer. */
  readonly tone: 'plain' | 'good' | 'muted';
}

/** The numbers of a result in the order in which they are read out. */
export function useTallyRows(tally: Tally): readonly TallyRow[] {
  const { votes: words } = useMessages();
  const answers: TallyRow[] =
    tally.form.type === 'approval'
      ? [
          { label: words.choices.approve, count: tally.approve, tone: 'good' },
          { label: words.choices.reject, count: tally.reject, tone: 'plain' },
          { label: words.choices.abstain, count: tally.abstain, tone: 'plain' },
        ]
      : [
          ...optionsOf(tally.form).map((label, at): TallyRow => {
            const isElected = tally.elected.includes(at);
            return { label, count: tally.options[at] ?? 0, tone: isElected ? 'good' : 'plain' };
          }),
          { label: words.choices.abstain, count: tally.abstain, tone: 'muted' },
        ];
  const other: TallyRow[] =
    tally.other > 0 ? [{ label: words.otherChoice, count: tally.other, tone: 'plain' }] : [];
  const notVoted: TallyRow = { label: words.notVoted, count: tally.notVoted, tone: 'muted' };
  const absent: TallyRow = { label: words.absent, count: tally.absent, tone: 'muted' };
  return [...answers, ...other, notVoted, ...(isDecision(tally.kind) ? [absent] : [])];
}

/** What belongs to a result besides its numbers: the paper, late ballots that count. */
export function useTallyNotes(tally: Tally): readonly string[] {
  const { votes: words } = useMessages();
  const { count, lateAccepted, kind } = tally;
  const paper =
    count === null || kind === 'raised-hands'
      ? []
      : [words.paperCounts(count.issued, count.returned, count.valid, count.invalid)];
  return [...paper, ...(lateAccepted > 0 ? [words.lateCounted(lateAccepted)] : [])];
}
