import { useState, type SubmitEvent } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { HttpRefusal } from '../../../shared/protocol/http.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useAdminLink } from '../../data/admin/AdminProvider.tsx';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { PasswordField } from '../../ui/controls/PasswordField.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './AdminWindow.module.css';

/** Asks for the IT password. A hub without one says, in the place of an error, how to set it. */
export function AdminSignIn({ hasEnded }: { readonly hasEnded: boolean }) {
  const { admin, general } = useMessages();
  const { signIn: words } = admin;
  const link = useAdminLink();
  const sentence = useRefusalSentence();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const signIn = async (): Promise<void> => {
    if (password === '' || isPending) return;
    setIsPending(true);
    try {
      const outcome = await link.signIn(password);
      if (!outcome.ok) setError(sentence(outcome.reason));
    } catch (reason) {
      if (!(reason instanceof LinkDown)) throw reason;
      setError(admin.away);
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
          void signIn();
        }}
      >
        <h2>{words.title}</h2>
        {hasEnded ? (
          <Banner tone="waiting" title={words.ended} />
        ) : (
          <p className={styles.detail}>{words.detail}</p>
        )}
        <PasswordField
          label={words.password}
          showLabel={words.show}
          value={password}
          onChange={setPassword}
          autoFocus
          {...(error === null ? {} : { error })}
        />
        <Button
          label={words.submit}
          variant="filled"
          size="seat"
          isWide
          isDisabled={password === ''}
          isPending={isPending}
          pendingLabel={general.waiting.sending}
          onPress={() => void signIn()}
        />
      </form>
    </section>
  );
}

function useRefusalSentence(): (refusal: HttpRefusal) => string {
  const language = useLanguage();
  const { signIn: words } = useMessages().admin;
  return ({ code, retryAfterMs }) =>
    retryAfterMs === undefined ? sentenceOf(code, language) : words.wait(Math.ceil(retryAfterMs / 1000));
}
