import { useState } from 'react';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import { PeopleList } from './PeopleList.tsx';
import { PinEntry } from './PinEntry.tsx';
import { usePinSignIn } from './use-pin-sign-in.ts';
import { useSignInChoices, type SignInChoice } from './use-sign-in-choices.ts';
import styles from './SignIn.module.css';

/** Signing in at a console: choose the name among those allowed, then the PIN. A single name is chosen already. */
export function ConsoleSignIn() {
  const { general, signing } = useMessages();
  const attempt = usePinSignIn();
  const choices = useSignInChoices(true);
  const [chosenId, setChosenId] = useState<ParticipantId | null>(null);
  const chosen = chosenOf(choices, chosenId);
  return (
    <section className={styles.centre} aria-label={signing.consoleTitle}>
      <div className={styles.card}>
        {chosen === null ? (
          <>
            <h2 className={styles.nameplate}>{signing.consoleTitle}</h2>
            <p className={styles.detail}>{choices?.length === 0 ? signing.nobody : signing.consoleDetail}</p>
            {choices === null ? (
              <Skeleton label={general.waiting.loading} />
            ) : (
              <PeopleList people={choices} onChoose={(id) => setChosenId(id)} />
            )}
          </>
        ) : (
          <>
            <h2 className={styles.nameplate}>{chosen.fullName}</h2>
            <p className={styles.office}>{chosen.office}</p>
            <PinEntry participantId={chosen.participantId} attempt={attempt} />
            {choices !== null && choices.length > 1 && (
              <Button
                label={signing.notMe}
                size="seat"
                variant="quiet"
                onPress={() => {
                  setChosenId(null);
                  attempt.reset();
                }}
              />
            )}
          </>
        )}
      </div>
    </section>
  );
}

function chosenOf(choices: readonly SignInChoice[] | null, id: ParticipantId | null): SignInChoice | null {
  if (choices?.length === 1) return choices[0] ?? null;
  return choices?.find((each) => each.participantId === id) ?? null;
}
