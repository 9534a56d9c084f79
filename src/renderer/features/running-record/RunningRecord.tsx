import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { recordLineId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { RecordLine } from '../../../shared/records/record-line.ts';
import { useOutbox, useSubmit } from '../../data/commands.ts';
import { newId } from '../../data/new-id.ts';
import { useRecords } from '../../data/records.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { RecordLines } from './RecordLines.tsx';
import styles from './RunningRecord.module.css';
import { linesInOrder, unsentLines } from './unsent-lines.ts';
import { WriteLine } from './WriteLine.tsx';

interface RunningRecordProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
}

/** The running record at the secretary's console: what people and events write together, the newest at the bottom. */
export function RunningRecord({ meeting, items }: RunningRecordProps) {
  const { runningRecord: words } = useMessages();
  const submit = useSubmit();
  const lines = linesInOrder(useRecords('record-line'), meeting.id);
  const unsent = unsentLines(useOutbox(), lines);
  const [editedId, setEditedId] = useState<RecordLine['id'] | null>(null);
  const edited = lines.find(({ id }) => id === editedId) ?? null;
  const canWrite = meeting.recalledAt === null && (meeting.state === 'open' || meeting.state === 'closed');
  const note = (problem: unknown): void => console.error('record:', problem);
  const save = (text: string): void => {
    const { id: meetingId, currentItemId: itemId } = meeting;
    if (edited === null) {
      const lineId = recordLineId.parse(newId());
      submit('record/write', { lineId, meetingId, itemId, text }).catch(note);
      return;
    }
    setEditedId(null);
    if (text !== edited.text) submit('record/edit', { lineId: edited.id, text }).catch(note);
  };
  return (
    <div className={styles.record}>
      <div className={styles.scroller}>
        {lines.length === 0 && unsent.length === 0 ? (
          <EmptyState icon={ScrollText} title={words.empty} detail={words.emptyDetail} />
        ) : (
          <RecordLines
            lines={lines}
            unsent={unsent}
            items={items}
            onEdit={canWrite ? (line) => setEditedId(line.id) : null}
            onStrike={
              canWrite
                ? ({ id, struck }) =>
                    void submit('record/strike', { lineId: id, struck: !struck }).catch(note)
                : null
            }
          />
        )}
      </div>
      {canWrite ? (
        <WriteLine
          key={edited?.id ?? 'new'}
          edited={edited}
          items={items}
          itemId={edited === null ? meeting.currentItemId : edited.itemId}
          onSave={save}
          onCancel={() => setEditedId(null)}
        />
      ) : (
        <p className={styles.hint}>{words.notOpen}</p>
      )}
    </div>
  );
}
