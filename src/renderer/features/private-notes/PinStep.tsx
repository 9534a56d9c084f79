import { useState } from 'react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { PinPad } from '../../ui/controls/PinPad.tsx';
import styles from './PrivateNotes.module.css';

interface PinStepProps {
  readonly title: string;
  readonly trouble: string | null;
  readonly isPending: boolean;
  readonly onEntered: (pin: string) => void;
}

/** One PIN to be entered, with what it is for above the pad. */
export function PinStep({ title, trouble, isPending, onEntered }: PinStepProps) {
  const { general } = useMessages();
  const [pin, setPin] = useState('');
  return (
    <>
      <h3 className={styles.step}>{title}</h3>
      <PinPad
        words={general.signIn}
        value={pin}
        onChange={setPin}
        onComplete={(entered) => {
          setPin('');
          onEntered(entered);
        }}
        isPending={isPending}
        {...(trouble === null ? {} : { error: trouble })}
      />
    </>
  );
}
