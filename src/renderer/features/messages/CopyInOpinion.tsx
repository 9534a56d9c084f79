import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { opinionId, type AgendaItemId, type ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { opinionChars } from '../../../shared/records/opinion.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { newId } from '../../data/new-id.ts';
import { delegateOptions, type Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './Messages.module.css';

interface CopyInOpinionProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
}

/** The secretary copies in an opinion that came on paper, most often of somebody who is absent. */
export function CopyInOpinion({ meeting, items, delegates }: CopyInOpinionProps) {
  const { messaging: words, meeting: meetingWords, floor, chair, status } = useMessages();
  const language = useLanguage();
  const { ask, refusal } = useAsk();
  const [person, setPerson] = useState<ParticipantId | null>(null);
  const [chosen, setChosen] = useState<AgendaItemId | null>(null);
  const [text, setText] = useState('');
  const itemId = chosen ?? meeting.currentItemId ?? items[0]?.id ?? null;
  const save = (): void => {
    if (person === null || itemId === null || text.trim() === '') return;
    const of = { opinionId: opinionId.parse(newId()), meetingId: meeting.id, itemId };
    ask('opinion/send', { ...of, participantId: person, text: text.trim() });
    setText('');
    setPerson(null);
  };
  return (
    <form
      className={styles.box}
      aria-label={words.copyIn}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 className={styles.heading}>{words.copyIn}</h3>
      <Select
        label={words.copyInOf}
        placeholder={floor.choosePerson}
        selectedId={person}
        onSelect={setPerson}
        options={delegateOptions(delegates)}
      />
      <Select
        label={words.opinionItem}
        placeholder={words.opinionItem}
        selectedId={itemId}
        onSelect={setChosen}
        options={items.map(({ id, order, title }) => ({ id, label: meetingWords.itemTitle(order, title) }))}
      />
      <TextField
        label={words.copyInText}
        value={text}
        onChange={setText}
        lines={3}
        maxLength={opinionChars}
      />
      <Button label={words.copyInSave} isDisabled={person === null || text.trim() === ''} onPress={save} />
      {refusal !== null && (
        <Banner
          tone="refused"
          title={chair.refused(status.commands[refusal.command])}
          detail={sentenceOf(refusal.code, language)}
        />
      )}
    </form>
  );
}
