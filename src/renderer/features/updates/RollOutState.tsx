import type { UpdatesOverview } from '../../../shared/protocol/updates.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { StepProblem } from './StepProblem.tsx';
import { useRollOutName } from './use-terminal-name.ts';
import styles from './Updates.module.css';

interface RollOutStateProps {
  readonly overview: UpdatesOverview;
  readonly onDone: () => void;
}

/** What is rolled out now, in one sentence, and the way to stop it: at once, without a question. */
export function RollOutState({ overview: { rollOut, hubVersion }, onDone }: RollOutStateProps) {
  const { updates: words } = useMessages();
  const nameOf = useRollOutName();
  const step = useAdminStep();
  const { version, target } = rollOut;
  const isOn = version !== null && target.to !== 'nobody';
  const stop = async (): Promise<void> => {
    const body = { version: null, target: { to: 'nobody' } };
    if ((await step.take('PUT', '/v1/admin/updates/roll-out', body)) !== null) onDone();
  };
  const sentence = (): string => {
    if (version === null || target.to === 'nobody') return words.rollOut.nothing;
    if (target.to === 'all') return words.rollOut.toAll(version);
    return words.rollOut.toSome(version, target.terminals.map(nameOf).join(', '));
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{sentence()}</h2>
          <p className={styles.detail}>{words.hub(hubVersion)}</p>
        </div>
        {isOn && <Button label={words.rollOut.stop} onPress={() => void stop()} isPending={step.isPending} />}
      </div>
      <StepProblem problem={step.problem} />
    </section>
  );
}
