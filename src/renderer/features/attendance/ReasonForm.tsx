import { useState } from 'react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import styles from './RollCall.module.css';

interface ReasonFormProps {
  readonly title: string;
  readonly detail?: string;
  readonly sendLabel: string;
  /** Nothing is sent without a reason. */
  readonly isRequired?: boolean;
  /** `seat` where it is for a finger. */
  readonly size?: 'seat' | 'console';
  readonly onSend: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the reason of an absence. Enter sends, Escape goes back. */
export function ReasonForm(props: ReasonFormProps) {
  const { title, detail, sendLabel, isRequired = false, size = 'console', onSend, onCancel } = props;
  const { attendance: words, general } = useMessages();
  const [reason, setReason] = useState('');
  const isReady = !isRequired || reason.trim() !== '';
  const send = (): void => {
    if (isReady) onSend(reason.trim());
  };
  return (
    <form
      className={styles.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h2>{title}</h2>
      {detail !== undefined && <p>{detail}</p>}
      <div className={styles.fields}>
        <TextField label={words.reason} value={reason} onChange={setReason} maxLength={500} autoFocus />
        <Button label={general.action.cancel} variant="quiet" size={size} onPress={onCancel} />
        <Button label={sendLabel} size={size} isDisabled={!isReady} onPress={send} />
      </div>
    </form>
  );
}
