import { useRef, useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { AgendaItemId } from '../../../shared/records/ids.ts';
import { longestLine, type RecordLine } from '../../../shared/records/record-line.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { useShortcuts } from '../../ui/controls/use-shortcuts.ts';
import styles from './RunningRecord.module.css';

interface WriteLineProps {
  /** The line that is being changed; null for a new one. */
  readonly edited: RecordLine | null;
  readonly items: readonly AgendaItem[];
  /** The item under which the line goes. */
  readonly itemId: AgendaItemId | null;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** The one box in which lines are written and changed: Enter saves, Escape gives a change up, F2 leads here. */
export function WriteLine({ edited, items, itemId, onSave, onCancel }: WriteLineProps) {
  const { runningRecord: words, general } = useMessages();
  const format = useFormat();
  const box = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(edited?.text ?? '');
  const item = items.find(({ id }) => id === itemId);
  useShortcuts({ F2: () => box.current?.querySelector('textarea')?.focus() });
  const save = (): void => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    onSave(trimmed);
    setText('');
  };
  const where = item === undefined ? '' : ` · ${words.item(item.order)}`;
  return (
    <form
      ref={box}
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && edited !== null) onCancel();
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        if (!(event.target instanceof HTMLTextAreaElement)) return;
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.field}>
        <TextField
          label={
            edited === null ? `${words.write}${where}` : `${words.edit} ${format.time(edited.at)}${where}`
          }
          value={text}
          onChange={setText}
          lines={2}
          maxLength={longestLine}
          hint={words.writeHint}
          autoFocus
        />
      </div>
      <div className={styles.buttons}>
        <Button
          label={edited === null ? words.add : words.save}
          onPress={save}
          isDisabled={text.trim() === ''}
        />
        {edited !== null && <Button label={general.action.cancel} variant="quiet" onPress={onCancel} />}
      </div>
    </form>
  );
}
