import { useState } from 'react';
import { speechId, type ParticipantId } from '../../../shared/records/ids.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { newId } from '../../data/new-id.ts';
import { delegateOptions, type Delegate } from '../../data/select/people.ts';
import { useAsk, type Asking } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { ChairQueue } from './ChairQueue.tsx';
import styles from './ChairFloor.module.css';
import { RegisteredPanel } from './RegisteredPanel.tsx';
import { SpeakerPanel } from './SpeakerPanel.tsx';
import { useFloor } from './use-floor.ts';

interface ChairFloorProps {
  readonly meeting: Meeting;
  readonly item: AgendaItem | null;
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
}

/** Minutes of a speech where the body's rules set none. */
const usualMinutes = 5;
const limits = ['3', '5', '10', '15', 'none'] as const;

/** The floor in the chairperson's hand: who speaks, who waits, in which order, and for how long. */
export function ChairFloor({ meeting, item, items, delegates }: ChairFloorProps) {
  const asking = useAsk();
  const { speaker, queue, speeches } = useFloor(meeting.id, item?.id ?? null);
  const minutes = `${meeting.body.speechMinutes ?? usualMinutes}`;
  const [chosen, setChosen] = useState<string | null>(null);
  const limit = chosen ?? minutes;
  const limitMs = limit === 'none' ? null : Number(limit) * 60_000;
  const canConduct = meeting.state === 'open' && item !== null;
  return (
    <>
      <Refused asking={asking} />
      {speaker !== null && <SpeakerPanel speech={speaker} asking={asking} />}
      <ChairQueue queue={queue} limitMs={limitMs} canGive={canConduct} asking={asking} meeting={meeting} />
      <RegisteredPanel items={items} speeches={speeches} />
      {canConduct && (
        <div className={styles.more}>
          <LimitChoice minutes={minutes} limit={limit} onChoose={setChosen} />
          <CallSomebody
            delegates={delegates}
            onCall={(participantId) =>
              asking.ask('floor/call', { requestId: speechId.parse(newId()), participantId, limitMs })
            }
          />
        </div>
      )}
    </>
  );
}

function Refused({ asking }: { readonly asking: Asking }) {
  const { chair, general, status } = useMessages();
  const language = useLanguage();
  if (asking.refusal === null) return null;
  return (
    <Banner
      tone="refused"
      title={chair.refused(status.commands[asking.refusal.command])}
      detail={sentenceOf(asking.refusal.code, language)}
      action={<Button label={general.action.close} onPress={asking.dismiss} />}
    />
  );
}

interface LimitChoiceProps {
  /** Of the body's rules. */
  readonly minutes: string;
  readonly limit: string;
  readonly onChoose: (limit: string) => void;
}

function LimitChoice({ minutes, limit, onChoose }: LimitChoiceProps) {
  const { floor } = useMessages();
  const ids = [...new Set([minutes, ...limits])].toSorted(
    (a, b) => (Number(a) || Infinity) - (Number(b) || Infinity),
  );
  return (
    <Select
      label={floor.limit}
      placeholder={floor.limit}
      selectedId={limit}
      onSelect={onChoose}
      options={ids.map((id) => ({
        id,
        label: id === 'none' ? floor.noLimit : floor.minutes(Number(id)),
      }))}
    />
  );
}

interface CallSomebodyProps {
  readonly delegates: readonly Delegate[];
  readonly onCall: (participantId: ParticipantId) => void;
}

function CallSomebody({ delegates, onCall }: CallSomebodyProps) {
  const { floor } = useMessages();
  const [chosen, setChosen] = useState<ParticipantId | null>(null);
  return (
    <div className={styles.call}>
      <Select
        label={floor.callSomebody}
        placeholder={floor.choosePerson}
        selectedId={chosen}
        onSelect={setChosen}
        options={delegateOptions(delegates)}
      />
      <Button
        label={floor.callNow}
        isDisabled={chosen === null}
        onPress={() => {
          if (chosen !== null) onCall(chosen);
          setChosen(null);
        }}
      />
    </div>
  );
}
