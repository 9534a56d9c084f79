import { useState, type KeyboardEvent } from 'react';
import { mostOf, optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { VoteAnswer } from '../../../shared/records/vote.ts';
import type { VoteForm } from '../../../shared/records/vote-form.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { answerOf, choicesOf, emptyDraft, optionOf, pressed, type ChoiceId } from './answer-choices.ts';
import styles from './AnswerForm.module.css';

interface AnswerFormProps {
  readonly form: VoteForm;
  readonly canSend: boolean;
  readonly isSending: boolean;
  readonly onSend: (answer: VoteAnswer) => void;
  /** Given when an answer has been sent before: leaves it as it is. */
  readonly onKeep?: () => void;
}

/** Equal answers in the order of the rule and one button that sends; the digits and Enter do the same. */
export function AnswerForm({ form, canSend, isSending, onSend, onKeep }: AnswerFormProps) {
  const { votes: words } = useMessages();
  const labelOf = useLabels(form);
  const [draft, setDraft] = useState(emptyDraft);
  const choices = choicesOf(form);
  const answer = answerOf(draft);
  const press = (id: ChoiceId): void => setDraft(pressed(form, draft, id));
  const send = (): void => {
    if (answer !== null && canSend && !isSending) onSend(answer);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is typed into a box is no choice, and a focused button takes Enter itself.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const byDigit = choices[Number(event.key) - 1];
    if (byDigit !== undefined) press(byDigit);
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
      {mostOf(form) > 1 && (
        <p className={styles.most} role="status">
          {words.chooseMost(mostOf(form), draft.chosen.filter((id) => optionOf(id) !== null).length)}
        </p>
      )}
      <ChoiceGroup<ChoiceId>
        label={words.answer}
        choices={choices.map((id) => ({ id, label: labelOf(id) }))}
        selectedIds={draft.chosen}
        onChoose={press}
        isDisabled={isSending}
      />
      {draft.chosen.includes('other') && (
        <TextField
          label={words.otherText}
          value={draft.words}
          onChange={(said) => setDraft({ ...draft, words: said })}
          lines={3}
          maxLength={1000}
          autoFocus
        />
      )}
      <Send isDisabled={answer === null || !canSend} isPending={isSending} onPress={send} />
      {onKeep && <Button label={words.keep} size="seat" variant="quiet" isWide onPress={onKeep} />}
      <p className={styles.keys}>{words.keys(Math.min(choices.length, 9))}</p>
    </div>
  );
}

interface SendProps {
  readonly isDisabled: boolean;
  readonly isPending: boolean;
  readonly onPress: () => void;
}

function Send(props: SendProps) {
  const { general, votes: words } = useMessages();
  return (
    <div className={styles.send}>
      <Button
        label={words.send}
        variant="filled"
        size="seat"
        isWide
        pendingLabel={general.waiting.saving}
        {...props}
      />
    </div>
  );
}

function useLabels(form: VoteForm): (id: ChoiceId) => string {
  const { votes: words } = useMessages();
  return (id) => {
    if (id === 'other') return words.otherChoice;
    if (id === 'approve' || id === 'reject' || id === 'abstain') return words.choices[id];
    return optionsOf(form)[optionOf(id) ?? -1] ?? '';
  };
}

/** The keys work at once when the question appears, unless somebody is typing. */
function focusOnce(form: HTMLDivElement | null): void {
  const busy = document.activeElement;
  if (form === null || busy instanceof HTMLInputElement || busy instanceof HTMLTextAreaElement) return;
  form.focus({ preventScroll: true });
}
