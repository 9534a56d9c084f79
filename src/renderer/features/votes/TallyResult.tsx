import type { Tally } from '../../../shared/records/tally.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './TallyResult.module.css';
import { useVoteWords } from './vote-words.ts';

interface TallyResultProps {
  readonly tally: Tally;
  /** In the middle of a console the numbers stand side by side. */
  readonly isWide?: boolean;
}

/** The result on a seat or a console: the verdict with its rule, and the numbers. */
export function TallyResult({ tally, isWide = false }: TallyResultProps) {
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
      {isWide ? (
        <FigureRow>
          {rows.map(([label, count]) => (
            <Figure key={label} value={`${count}`} label={label} />
          ))}
        </FigureRow>
      ) : (
        <dl className={styles.rows}>
          {rows.map(([label, count]) => (
            <div key={label} className={styles.row}>
              <dt>{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.code}>{words.checkCode(tally.checkCode)}</p>
    </div>
  );
}
