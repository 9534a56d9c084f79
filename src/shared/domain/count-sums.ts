import type { CountFigures } from '../records/count.ts';
import type { Vote } from '../records/vote.ts';
import type { VoteForm } from '../records/vote-form.ts';
import { mostOf, optionsOf } from './vote-kinds.ts';

type CountedVote = Pick<Vote, 'kind' | 'form' | 'electorate' | 'paperVoters'>;

/** What does not add up in a count, the first thing found; null when it all does. */
export type SumFlaw = 'issued' | 'returned' | 'valid' | 'answers' | 'options';

/**
 * Checks a count. Raised hands: everybody with a vote is counted once. Paper: no more came back than was given out, each
 * one is valid or not, and the answers are those of the valid ones. In a mixed vote the hub knows how many were given out.
 */
export function sumFlaw(vote: CountedVote, figures: CountFigures): SumFlaw | null {
  const { issued, returned, valid, invalid } = figures;
  if (figures.options.length !== optionsOf(vote.form).length) return 'options';
  if (vote.kind === 'raised-hands') {
    if (issued + returned + valid + invalid > 0) return 'issued';
    return answersFlaw(vote.form, figures, vote.electorate.length);
  }
  const isIssued =
    vote.kind === 'mixed' ? issued === vote.paperVoters.length : issued <= vote.electorate.length;
  if (!isIssued) return 'issued';
  if (returned > issued) return 'returned';
  if (valid + invalid !== returned) return 'valid';
  return answersFlaw(vote.form, figures, valid);
}

/** `ballots` is how many answers there are to be distributed. */
function answersFlaw(form: VoteForm, figures: CountFigures, ballots: number): SumFlaw | null {
  const { approve, reject, abstain, other, options } = figures;
  if (form.type === 'approval') {
    if (other > 0 && !form.other) return 'answers';
    return approve + reject + abstain + other === ballots ? null : 'answers';
  }
  if (approve + reject + other > 0 || abstain > ballots) return 'answers';
  const choosing = ballots - abstain;
  const marks = options.reduce((sum, one) => sum + one, 0);
  if (options.some((one) => one > choosing)) return 'options';
  // Each ballot that chooses marks at least one option and no more than it may.
  return marks < choosing || marks > choosing * mostOf(form) ? 'options' : null;
}
