import { useState } from 'react';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Recall } from '../../../shared/records/recall.ts';
import { useSubmit } from '../../data/commands.ts';
import { useRecordMap } from '../../data/records.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { recallProgress } from './recall-progress.ts';
import styles from './RoomCheck.module.css';

/** The recall of the meeting's papers: asked for in two steps, then the list of who has carried it out. */
export function RecallPanel({ meeting }: { readonly meeting: Meeting }) {
  const recall = useRecordMap('recall').get(meeting.id) ?? null;
  if (meeting.recalledAt === null) return <AskRecall meeting={meeting} />;
  return recall === null ? null : <Confirmations meeting={meeting} recall={recall} />;
}

function AskRecall({ meeting }: { readonly meeting: Meeting }) {
  const { recall: words } = useMessages().roomCheck;
  const submit = useSubmit();
  const [step, setStep] = useState<'none' | 'ask' | 'sure' | 'sending'>('none');
  const back = (): void => setStep('none');
  const send = (): void => {
    setStep('sending');
    submit('meeting/recall', { meetingId: meeting.id }).catch((reason: unknown) => {
      console.error('recall:', reason);
      back();
    });
  };
  if (step === 'none') {
    return (
      <div className={styles.ask}>
        <p>{words.detail}</p>
        <Button label={words.ask} size="seat" onPress={() => setStep('ask')} />
      </div>
    );
  }
  if (step === 'ask') {
    return (
      <ConfirmPanel
        key="ask"
        title={words.askTitle}
        confirmLabel={words.confirm}
        cancelLabel={words.back}
        onConfirm={() => setStep('sure')}
        onCancel={back}
      >
        {words.askDetail(meeting.seats.length)}
      </ConfirmPanel>
    );
  }
  return (
    <ConfirmPanel
      key="sure"
      title={words.sureTitle}
      confirmLabel={words.sure}
      cancelLabel={words.back}
      onConfirm={send}
      onCancel={back}
      isPending={step === 'sending'}
      pendingLabel={words.sending}
    >
      {words.sureDetail}
    </ConfirmPanel>
  );
}

interface ConfirmationsProps {
  readonly meeting: Meeting;
  readonly recall: Recall;
}

function Confirmations({ meeting, recall }: ConfirmationsProps) {
  const { recall: words } = useMessages().roomCheck;
  const format = useFormat();
  const { done, total, waiting, seats } = recallProgress(
    meeting.seats.map(({ seat }) => seat),
    recall,
  );
  const consoles = recall.terminals.filter(({ seat }) => seat === null);
  return (
    <section className={styles.recalled} aria-label={words.title}>
      <div className={styles.summary} role="status">
        <Chip tone={waiting.length === 0 ? 'good' : 'waiting'} label={words.done(done, total)} />
        <span>{words.at(format.time(recall.at))}</span>
        <span>{waiting.length === 0 ? words.all : words.notYet(waiting.join(', '))}</span>
      </div>
      <Panel title={words.proofs}>
        {seats.map(({ seat, at }) => (
          <ListRow
            key={seat}
            title={seat}
            detail={at === null ? words.waiting : words.proof(format.timeWithSeconds(at))}
          />
        ))}
        {consoles.map(({ deviceId, surface, at }) => (
          <ListRow
            key={deviceId}
            title={words.console[surface]}
            detail={words.proof(format.timeWithSeconds(at))}
          />
        ))}
      </Panel>
    </section>
  );
}
