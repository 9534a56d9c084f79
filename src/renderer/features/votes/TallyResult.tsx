import type { Tally } from '../../../shared/records/tally.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { NumberRow } from './NumberRow.tsx';
import styles from './TallyResult.module.css';
import { useTallyNotes, useTallyRows } from './tally-rows.ts';
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
  const rows = useTallyRows(tally);
  const notes = useTallyNotes(tally);
  // Names of options are too long to stand under numbers.
  const isRow = isWide && tally.form.type === 'approval';
  return (
    <div className={styles.result} data-testid="tally">
      <Banner
        tone={tally.verdict === 'passed' ? 'good' : 'info'}
        title={verdict(tally)}
        detail={verdictRule(tally)}
      />
      {isRow ? (
        <FigureRow>
          {rows.map(({ label, count }) => (
            <Figure key={label} value={`${count}`} label={label} />
          ))}
        </FigureRow>
      ) : (
        <dl className={styles.rows}>
          {rows.map(({ label, count }, at) => (
            <NumberRow key={`${at} ${label}`} label={label} count={count} />
          ))}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className={styles.code}>
        {words.kinds[tally.kind]} · {words.checkCode(tally.checkCode)}
      </p>
    </div>
  );
}
