import { useState } from 'react';
import { mostCopies } from '../../../shared/records/paper-copies.ts';
import type { AgendaItemId } from '../../../shared/records/ids.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import styles from './PaperCopies.module.css';

interface CopyCountFormProps {
  readonly itemId: AgendaItemId;
  /** How many there are; 0 before the first time. */
  readonly count: number;
  readonly isDisabled: boolean;
}

/** How many numbered copies of an item were printed. */
export function CopyCountForm({ itemId, count, isDisabled }: CopyCountFormProps) {
  const { paperCopies: words } = useMessages();
  const language = useLanguage();
  const asking = useAsk();
  const [text, setText] = useState(count === 0 ? '' : String(count));
  const wanted = Number(text);
  const isNumber = /^\d+$/.test(text.trim()) && wanted >= 1 && wanted <= mostCopies;
  const save = (): void => {
    if (isNumber && wanted !== count) asking.ask('copy/prepare', { itemId, count: wanted });
  };
  return (
    <form
      className={styles.count}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={words.count}
        value={text}
        onChange={setText}
        maxLength={3}
        isDisabled={isDisabled}
        {...(asking.refusal === null ? {} : { error: sentenceOf(asking.refusal.code, language) })}
      />
      <Button
        label={words.setCount}
        onPress={save}
        isDisabled={isDisabled || !isNumber || wanted === count}
        isPending={asking.isPending}
      />
    </form>
  );
}
