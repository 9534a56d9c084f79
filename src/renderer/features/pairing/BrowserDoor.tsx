import type { DoorState } from '../../../shared/protocol/admin/devices.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './PairingAdmin.module.css';
import { StepProblem } from './StepProblem.tsx';

interface BrowserDoorProps {
  readonly doors: DoorState;
  readonly onDone: () => void;
}

/** Whether browsers may join from the network. */
export function BrowserDoor({ doors: { browserPort }, onDone }: BrowserDoorProps) {
  const { browsers: words } = useMessages().pairing;
  const step = useAdminStep();
  const isAllowed = browserPort !== null;
  const change = async (): Promise<void> => {
    if ((await step.take('PUT', '/v1/admin/doors', { browsers: !isAllowed })) !== null) onDone();
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{isAllowed ? words.allowed : words.notAllowed}</h2>
          <p className={styles.detail}>
            {isAllowed ? words.allowedDetail(browserPort) : words.notAllowedDetail}
          </p>
        </div>
        <Button
          label={isAllowed ? words.forbid : words.allow}
          isPending={step.isPending}
          onPress={() => void change()}
        />
      </div>
      <StepProblem step={step} />
    </section>
  );
}
