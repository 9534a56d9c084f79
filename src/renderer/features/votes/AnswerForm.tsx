import { useState, type KeyboardEvent } from 'react';
import type { VoteChoice } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup.tsx';
import styles from './AnswerForm.module.css';

interface AnswerFormProps {
  readonly canSend: boolean;
  readonly isSending: boolean;
  readonly onSend: (choice: VoteChoice) => void;
  /** Given when an answer has been sent before: leaves it as it is. */
  readonly onKeep?: () => void;
}

/** The order is that of the rule and the same everywhere. */
const order: readonly VoteChoice[] = ['approve', 'reject', 'abstain'];

/** Three equal answers and one button that sends; keys 1, 2, 3 and Enter do the same. */
export function AnswerForm({ canSend, isSending, onSend, onKeep }: AnswerFormProps) {
  const { general, votes: words } = useMessages();
  const [chosen, setChosen] = useState<VoteChoice | null>(null);
  const send = (): void => {
    if (chosen !== null && canSend && !isSending) onSend(chosen);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const byDigit = order[Number(event.key) - 1];
    if (byDigit !== undefined) setChosen(byDigit);
    // A focused button takes Enter itself.
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) send();
  };
  return (
    <div
      className={styles.form}
      role="form"
      aria-label={words.answer}
      tabIndex={-1}
      ref={focusOnce}
      onKeyDown={onKeyDown}
    >
      <ChoiceGroup<VoteChoice>
        label={words.answer}
        choices={order.map((id) => ({ id, label: words.choices[id] }))}
        selectedId={chosen}
        onChoose={setChosen}
        isDisabled={isSending}
      />
      <Button
        label={words.send}
        variant="filled"
        size="seat"
        isWide
        isDisabled={chosen === null || !canSend}
        isPending={isSending}
        pendingLabel={general.waiting.saving}
        onPress={send}
      />
      {onKeep && <Button label={words.keep} size="seat" variant="quiet" isWide onPress={onKeep} />}
      <p className={styles.keys}>{words.keys}</p>
    </div>
  );
}

/** The keys work at once when the question appears, unless somebody is typing. */
function focusOnce(form: HTMLDivElement | null): void {
  const busy = document.activeElement;
  if (form === null || busy instanceof HTMLInputElement || busy instanceof HTMLTextAreaElement) return;
  form.focus({ preventScroll: true });
}
