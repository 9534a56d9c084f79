import { useState } from 'react';
import type { KeptRelease, RollOutTo, TerminalVersion } from '../../../shared/protocol/updates.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { StepProblem } from './StepProblem.tsx';
import { rollOutNameOf } from './use-terminal-name.ts';
import styles from './Updates.module.css';

interface RollOutFormProps {
  readonly release: KeptRelease;
  readonly terminals: readonly TerminalVersion[];
  /** Devices that are chosen in the table. */
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** To whom a release goes: chosen terminals first, then all. */
export function RollOutForm({ release, terminals, chosen, onDone, onCancel }: RollOutFormProps) {
  const { rollOut: words } = useMessages().updates;
  const [whom, setWhom] = useState<'some' | 'all'>('some');
  const step = useAdminStep();
  const names = terminals.filter(({ deviceId }) => chosen.has(deviceId)).map(rollOutNameOf);
  const target: RollOutTo = whom === 'all' ? { to: 'all' } : { to: 'some', terminals: names };
  const rollOut = async (): Promise<void> => {
    const body = { version: release.version, target };
    if ((await step.take('PUT', '/v1/admin/updates/roll-out', body)) !== null) onDone();
  };
  const isReady = whom === 'all' || names.length > 0;
  return (
    <section className={styles.panel} aria-label={words.title(release.version)}>
      <h2 className={styles.title}>{words.title(release.version)}</h2>
      <div className={styles.whom}>
        <Switcher
          label={words.whom}
          selectedId={whom}
          onSelect={setWhom}
          options={[
            { id: 'some', label: words.some },
            { id: 'all', label: words.all },
          ]}
        />
        {whom === 'some' && (
          <p className={styles.detail} role="status">
            {names.length === 0 ? words.choose : words.chosen(names.length)}
          </p>
        )}
      </div>
      <p className={styles.detail}>{words.detail}</p>
      <StepProblem problem={step.problem} />
      <div className={styles.buttons}>
        <Button label={words.back} onPress={onCancel} />
        <Button
          label={words.confirm}
          variant="filled"
          onPress={() => void rollOut()}
          isDisabled={!isReady}
          isPending={step.isPending}
        />
      </div>
    </section>
  );
}
