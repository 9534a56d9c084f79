import { useState, type SubmitEvent } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useBridge } from '../../data/data-context.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import styles from './SignIn.module.css';

/** A terminal that the room does not know yet: the code of the room brings it in. */
export function RegisterPanel() {
  const { general, start } = useMessages();
  const language = useLanguage();
  const { device } = useBridge();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const register = async (): Promise<void> => {
    if (code.trim() === '') return;
    setIsPending(true);
    try {
      const outcome = await device.register(code.trim());
      setError(outcome.ok ? null : sentenceOf(outcome.reason.code, language));
    } catch (reason) {
      if (!(reason instanceof LinkDown)) throw reason;
      setError(start.hubAway);
    } finally {
      setIsPending(false);
    }
  };
  return (
    <section className={styles.centre}>
      <form
        className={styles.card}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void register();
        }}
      >
        <h2 className={styles.nameplate}>{start.registerTitle}</h2>
        <p className={styles.detail}>{start.registerDetail}</p>
        <TextField
          label={start.roomCode}
          value={code}
          onChange={setCode}
          autoFocus
          {...(error === null ? {} : { error })}
        />
        <Button
          label={start.register}
          variant="filled"
          size="seat"
          isWide
          isDisabled={code.trim() === ''}
          isPending={isPending}
          pendingLabel={general.waiting.sending}
          onPress={() => void register()}
        />
      </form>
    </section>
  );
}
