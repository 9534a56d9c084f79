import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { delegateOptions, type Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './Messages.module.css';
import { OpinionFields, useOpinionDraft } from './OpinionFields.tsx';

interface CopyInOpinionProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
}

/** The secretary copies in an opinion that came on paper, most often of somebody who is absent. */
export function CopyInOpinion({ meeting, items, delegates }: CopyInOpinionProps) {
  const { messaging: words, floor, chair, status } = useMessages();
  const language = useLanguage();
  const { ask, refusal } = useAsk();
  const [person, setPerson] = useState<ParticipantId | null>(null);
  const draft = useOpinionDraft(meeting, items);
  const save = (): void => {
    const opinion = draft.of(person);
    if (opinion === null) return;
    ask('opinion/send', opinion);
    draft.write('');
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
      <OpinionFields draft={draft} items={items} label={words.copyInText} lines={3} />
      <Button label={words.copyInSave} isDisabled={person === null || !draft.isWhole} onPress={save} />
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
