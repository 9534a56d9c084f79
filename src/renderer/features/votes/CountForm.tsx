import { useState } from 'react';
import type { CountFigures } from '../../../shared/records/count.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { countFields, draftFlaw, figuresIn, numberIn, type CountDraft } from './count-draft.ts';
import { useCountLabels } from './use-count-labels.ts';
import styles from './Count.module.css';

interface CountFormProps {
  readonly vote: Vote;
  readonly size: 'seat' | 'console';
  readonly isPending: boolean;
  readonly onEnter: (figures: CountFigures) => void;
}

/** The boxes of a count; says while it is typed what does not add up. */
export function CountForm({ vote, size, isPending, onEnter }: CountFormProps) {
  const { counting: words } = useMessages();
  const labelOf = useCountLabels(vote);
  const [draft, setDraft] = useState<CountDraft>(firstDraft(vote));
  const flaw = useFlawWords(vote, draft);
  const enter = (): void => {
    const figures = figuresIn(vote, draft);
    if (figures !== null && flaw === null) onEnter(figures);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <div className={styles.boxes}>
        {countFields(vote).map((field) => (
          <TextField
            key={field}
            label={labelOf(field)}
            value={draft[field] ?? ''}
            onChange={(text) => setDraft({ ...draft, [field]: text })}
            maxLength={4}
            {...(numberIn(draft[field]) === null ? { error: words.notANumber } : {})}
          />
        ))}
      </div>
      <p className={styles.sums} role="status">
        {flaw ?? words.fits}
      </p>
      <Button
        label={words.enter}
        size={size}
        isDisabled={flaw !== null}
        isPending={isPending}
        onPress={enter}
      />
    </form>
  );
}

/** In a mixed vote the room knows how many paper ballots were given out. */
function firstDraft({ kind, paperVoters }: Vote): CountDraft {
  return kind === 'mixed' ? { issued: `${paperVoters.length}` } : {};
}

function useFlawWords(vote: Vote, draft: CountDraft): string | null {
  const { counting: words } = useMessages();
  const flaw = draftFlaw(vote, draft);
  const figures = figuresIn(vote, draft);
  if (flaw === 'number' || figures === null) return words.notANumber;
  switch (flaw) {
    case null:
      return null;
    case 'issued':
      return words.flaws.issued(vote.kind === 'mixed' ? vote.paperVoters.length : vote.electorate.length);
    case 'returned':
      return words.flaws.returned;
    case 'valid':
      return words.flaws.valid;
    case 'options':
      return words.flaws.options;
    case 'answers': {
      const { approve, reject, abstain, other, valid } = figures;
      const wanted = vote.kind === 'raised-hands' ? vote.electorate.length : valid;
      return words.flaws.answers(approve + reject + abstain + other, wanted);
    }
  }
}
