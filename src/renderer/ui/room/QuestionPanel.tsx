import type { ReactNode } from 'react';
import styles from './QuestionPanel.module.css';

interface QuestionPanelProps {
  /** The state of the vote: a chip, and "công khai" beside it. */
  readonly state: ReactNode;
  /** What is decided, as the resolution words it. */
  readonly question: string;
  /** The rule that will decide it, and what the delegate may still do. */
  readonly rule: string;
  /** The `ChoiceGroup` and its button, or the `ConfirmedBallot`. */
  readonly children: ReactNode;
}

/** The column in which a delegate is asked; on low displays and in large text it draws together. */
export function QuestionPanel({ state, question, rule, children }: QuestionPanelProps) {
  return (
    <div className={styles.column}>
      <div className={styles.panel}>
        <div className={styles.matter} tabIndex={-1}>
          <div className={styles.state}>{state}</div>
          <h2 className={styles.question}>{question}</h2>
          <p className={styles.rule}>{rule}</p>
        </div>
        {children}
      </div>
    </div>
  );
}
