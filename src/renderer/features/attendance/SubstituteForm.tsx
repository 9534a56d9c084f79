import { useState } from 'react';
import type { CommandPayload } from '../../../shared/protocol/commands/command-schemas.ts';
import { personId, type ParticipantId } from '../../../shared/records/ids.ts';
import { newId } from '../../data/new-id.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import styles from './RollCall.module.css';

interface SubstituteFormProps {
  readonly participantId: ParticipantId;
  /** In whose place. */
  readonly name: string;
  /** `seat` where it is for a finger. */
  readonly size?: 'seat' | 'console';
  readonly onSend: (payload: CommandPayload<'substitution/request'>) => void;
  readonly onCancel: () => void;
}

/** Asks who comes in a person's place. Enter sends, Escape goes back. */
export function SubstituteForm(props: SubstituteFormProps) {
  const { participantId, name, size = 'console', onSend, onCancel } = props;
  const { attendance: words, general } = useMessages();
  const [fullName, setFullName] = useState('');
  const [office, setOffice] = useState('');
  const [reason, setReason] = useState('');
  const send = (): void => {
    if (fullName.trim() === '') return;
    const id = personId.parse(newId());
    const person = { id, fullName: fullName.trim().normalize('NFC'), office: office.trim() };
    onSend({ participantId, person, reason: reason.trim() });
  };
  return (
    <form
      className={styles.form}
      aria-label={words.substituteTitle(name)}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        // A form of several fields without a button of its own sends nothing by itself.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) send();
      }}
    >
      <h2>{words.substituteTitle(name)}</h2>
      <p>{words.reportDetail}</p>
      <div className={styles.fields}>
        <TextField
          label={words.substituteName}
          value={fullName}
          onChange={setFullName}
          maxLength={120}
          isRequired
          autoFocus
        />
        <TextField label={words.substituteOffice} value={office} onChange={setOffice} maxLength={200} />
        <TextField label={words.reason} value={reason} onChange={setReason} maxLength={500} />
        <Button label={general.action.cancel} variant="quiet" size={size} onPress={onCancel} />
        <Button label={words.reportSend} size={size} isDisabled={fullName.trim() === ''} onPress={send} />
      </div>
    </form>
  );
}
