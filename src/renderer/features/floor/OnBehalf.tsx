import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { speechId, type ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { newId } from '../../data/new-id.ts';
import { delegateOptions, type Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './OnBehalf.module.css';

interface OnBehalfProps {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly delegates: readonly Delegate[];
}

/** Asks for the floor for somebody who raises a hand instead. */
export function OnBehalf({ meeting, item, delegates }: OnBehalfProps) {
  const { floor } = useMessages();
  const language = useLanguage();
  const { ask, refusal, isPending } = useAsk();
  const [chosen, setChosen] = useState<ParticipantId | null>(null);
  const [kind, setKind] = useState<'speak' | 'urgent'>('speak');
  const send = (): void => {
    if (chosen === null) return;
    const of = { requestId: speechId.parse(newId()), meetingId: meeting.id, itemId: item.id };
    ask('floor/request', { ...of, participantId: chosen, kind, replyTo: null });
    setChosen(null);
  };
  return (
    <form
      className={styles.form}
      aria-label={floor.onBehalf}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Select
        label={floor.onBehalfOf}
        placeholder={floor.choosePerson}
        selectedId={chosen}
        onSelect={setChosen}
        options={delegateOptions(delegates)}
      />
      <Switcher
        label={floor.kind}
        selectedId={kind}
        onSelect={setKind}
        options={(['speak', 'urgent'] as const).map((id) => ({ id, label: floor.kinds[id] }))}
      />
      <Button label={floor.onBehalf} isDisabled={chosen === null} isPending={isPending} onPress={send} />
      {refusal !== null && (
        <Banner tone="refused" title={floor.refused} detail={sentenceOf(refusal.code, language)} />
      )}
    </form>
  );
}
