import { useState } from 'react';
import { useBridge } from '../../data/data-context.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { PinStep } from './PinStep.tsx';
import { useKeyChange } from './use-key-change.ts';
import styles from './PrivateNotes.module.css';

interface PrintRecoveryProps {
  readonly name: string;
  readonly onDone: () => void;
}

/** Makes a recovery key against the PIN and shows it once, on a sheet that alone goes to the printer, where there is one. */
export function PrintRecovery({ name, onDone }: PrintRecoveryProps) {
  const { privateNotes: words } = useMessages();
  const { host, layers } = useBridge();
  const change = useKeyChange();
  const [key, setKey] = useState<string | null>(null);
  if (key === null) {
    const make = async (pin: string): Promise<void> => {
      const made = await change.attempt(() => layers.makeRecovery(pin));
      if (made !== null) setKey(made.value);
    };
    return (
      <PinStep
        title={words.presentPin}
        trouble={change.trouble}
        isPending={change.isPending}
        onEntered={(pin) => void make(pin)}
      />
    );
  }
  return (
    <>
      <div className={styles.sheet} data-print="alone">
        <h3 className={styles.step}>{words.recoveryTitle}</h3>
        <p>{words.recoveryOf(name)}</p>
        <p className={styles.key} data-testid="recovery-key">
          {key}
        </p>
        <p className={styles.detail}>{host.prints ? words.recoveryKeep : words.recoveryCopy}</p>
      </div>
      {host.prints && (
        <Button label={words.print} size="seat" variant="filled" isWide onPress={() => globalThis.print()} />
      )}
      <Button label={words.done} size="seat" isWide onPress={onDone} />
    </>
  );
}
