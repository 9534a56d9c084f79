import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useGuard, useGuardState } from '../../data/guard.ts';
import { useRecordMap } from '../../data/records.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { PinPad } from '../../ui/controls/PinPad.tsx';
import { useCardReader } from '../../view/use-card-reader.ts';
import styles from './LockScreen.module.css';

/** All that a locked terminal shows: whose it is, and the number pad. Works without the hub. */
export function LockScreen() {
  const { guard: words, general } = useMessages();
  const { lockedBy } = useGuardState();
  const participants = useRecordMap('participant');
  const people = useRecordMap('person');
  const attempt = useUnlock();
  const person = lockedBy === null ? undefined : participants.get(lockedBy)?.personId;
  const name = person === undefined ? undefined : people.get(person)?.fullName;
  useCardReader(
    (card) => (card.personId === person ? attempt.unlock(card.pin) : attempt.refuse(words.otherCard)),
    { isOn: true, isTyping: false },
  );
  return (
    <section className={styles.lock} aria-label={words.title}>
      <Lock className={styles.icon} aria-hidden />
      <h1 className={styles.title}>{words.title}</h1>
      {name !== undefined && <p className={styles.name}>{words.locked(name)}</p>}
      <p className={styles.detail}>{words.detail}</p>
      <PinPad
        words={general.signIn}
        value={attempt.pin}
        onChange={attempt.setPin}
        onComplete={attempt.unlock}
        isPending={attempt.isPending}
        {...(attempt.error === null ? {} : { error: attempt.error })}
      />
    </section>
  );
}

function useUnlock() {
  const { guard: words } = useMessages();
  const guard = useGuard();
  const [pin, setPin] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const unlock = (entered: string): void => {
    setIsPending(true);
    guard
      .unlock(entered)
      .then((unlocking) => {
        if (unlocking.is === 'waiting') setError(words.wait(Math.ceil(unlocking.waitMs / 1000)));
        else setError(unlocking.is === 'wrong' ? words.wrong : null);
      })
      .catch((reason: unknown) => {
        console.error('unlock:', reason);
        setError(words.failed);
      })
      .finally(() => {
        setPin('');
        setIsPending(false);
      });
  };
  return { pin, setPin, error, isPending, unlock, refuse: setError };
}
