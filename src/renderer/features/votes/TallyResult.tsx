import type { Tally } from '../../../shared/records/tally.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './TallyResult.module.css';
import { useVoteWords } from './vote-words.ts';

/** The result on a seat or a console: the verdict with its rule, then the numbers. */
export function TallyResult({ tally }: { readonly tally: Tally }) {
  const { votes: words } = useMessages();
  const { verdict, verdictRule } = useVoteWords();
  const rows = [
    [words.choices.approve, tally.approve],
    [words.choices.reject, tally.reject],
    [words.choices.abstain, tally.abstain],
    [words.notVoted, tally.notVoted],
    [words.absent, tally.absent],
  ] as const;
  return (
    <div className={styles.result} data-testid="tally">
      <Banner
        tone={tally.verdict === 'passed' ? 'good' : 'info'}
        title={verdict(tally)}
        detail={verdictRule(tally)}
      />
      <dl className={styles.rows}>
        {rows.map(([label, count]) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.code}>{words.checkCode(tally.checkCode)}</p>
    </div>
  );
}
