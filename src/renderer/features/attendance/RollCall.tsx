import { useState } from 'react';
import type { AttendanceState } from '../../../shared/records/attendance.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useRecords } from '../../data/records.ts';
import { useRoster } from '../../data/room.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useAsk, type Asking } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Table } from '../../ui/layout/Table.tsx';
import { MarkBar, type RollForm } from './MarkBar.tsx';
import { MoveForm } from './MoveForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { useRollColumns } from './roll-columns.tsx';
import { freePlaces, marksBack, marksFor, type Mark } from './roll-marks.ts';
import { rollRows, type RollOrder, type RollRow } from './roll-rows.ts';
import { SubstituteForm } from './SubstituteForm.tsx';
import styles from './RollCall.module.css';

interface RollCallProps {
  readonly meeting: Meeting;
  readonly delegates: readonly Delegate[];
}

const noOne: ReadonlySet<string> = new Set();

/** The secretary's roll-call: who is here, excused, substituted, moved; whose terminal is linked and has its pack. */
export function RollCall({ meeting, delegates }: RollCallProps) {
  const { clerk } = useMessages();
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<RollOrder>({ columnId: 'seat', isDescending: false });
  const [chosen, setChosen] = useState(noOne);
  const facts = { delegates, roster: useRoster(), substitutions: useRecords('substitution') };
  const rows = rollRows(facts, query, order);
  const canMark = meeting.state === 'released' || meeting.state === 'open';
  return (
    <div className={styles.roll}>
      <div className={styles.tools}>
        <TextField label={clerk.search} value={query} onChange={setQuery} />
        {canMark && (
          <RollDesk
            meeting={meeting}
            delegates={delegates}
            rows={rows.filter(({ id }) => chosen.has(id))}
            onDone={() => setChosen(noOne)}
          />
        )}
      </div>
      <Table
        label={clerk.rollCall}
        columns={useRollColumns()}
        items={rows}
        idOf={(row) => row.id}
        selectedIds={chosen}
        onSelectMany={setChosen}
        sort={order}
        onSort={setOrder}
        empty={clerk.nobodyFound}
      />
    </div>
  );
}

interface RollDeskProps extends RollCallProps {
  /** The people chosen in the table. */
  readonly rows: readonly RollRow[];
  /** The chosen people are done with. */
  readonly onDone: () => void;
}

/** What can be done with the chosen people, and what the room said to the last of it. */
function RollDesk({ meeting, delegates, rows, onDone }: RollDeskProps) {
  const { attendance: words } = useMessages();
  const asking = useAsk();
  const [form, setForm] = useState<RollForm | null>(null);
  const [undone, setUndone] = useState<readonly Mark[]>([]);
  const chosen = rows.map(({ delegate }) => delegate);
  const send = (marks: readonly Mark[]): void => {
    if (marks.length > 0) asking.ask('attendance/mark-many', { meetingId: meeting.id, marks: [...marks] });
  };
  const mark = (state: AttendanceState, reason = ''): void => {
    const marks = marksFor(state === 'left' ? chosen.filter(isHere) : chosen, state, reason);
    setUndone(marksBack(delegates, marks));
    send(marks);
    setForm(null);
    onDone();
  };
  const undo = (): void => {
    send(undone);
    setUndone([]);
  };
  const close = (): void => setForm(null);
  const names = rows.map(({ name }) => name).join(', ');
  if (form === 'absent' && rows.length > 0)
    return (
      <ReasonForm
        title={words.absentTitle(names)}
        sendLabel={words.absentSave}
        onSend={(reason) => mark('absent', reason)}
        onCancel={close}
      />
    );
  const only = rows.length === 1 ? (rows[0] ?? null) : null;
  if (form !== null && form !== 'absent' && only !== null)
    return (
      <PersonForm {...{ form, meeting, delegates, asking }} row={only} onClose={close} onDone={onDone} />
    );
  return (
    <>
      <MarkBar
        rows={rows}
        canUndo={undone.length > 0}
        onMark={(state) => mark(state)}
        onForm={setForm}
        onUndo={undo}
      />
      <Said asking={asking} />
    </>
  );
}

function isHere({ attendance }: Delegate): boolean {
  return attendance?.state === 'present';
}

interface PersonFormProps extends RollCallProps {
  readonly form: Exclude<RollForm, 'absent'>;
  readonly row: RollRow;
  readonly asking: Asking;
  readonly onClose: () => void;
  /** What was asked for is on its way. */
  readonly onDone: () => void;
}

function PersonForm({ form, row, meeting, delegates, asking, onClose, onDone }: PersonFormProps) {
  const { attendance: words } = useMessages();
  const roster = useRoster();
  const participantId = row.delegate.participant.id;
  switch (form) {
    case 'report':
      return (
        <ReasonForm
          title={words.reportTitle(row.name)}
          detail={words.reportDetail}
          sendLabel={words.reportSend}
          isRequired
          onSend={(reason) => {
            asking.ask('absence/report', { participantId, reason });
            onClose();
            onDone();
          }}
          onCancel={onClose}
        />
      );
    case 'substitute':
      return (
        <SubstituteForm
          participantId={participantId}
          name={row.name}
          onSend={(payload) => {
            asking.ask('substitution/request', payload);
            onClose();
            onDone();
          }}
          onCancel={onClose}
        />
      );
    case 'move':
      return (
        <MoveForm
          name={row.name}
          seat={row.seat}
          places={freePlaces(meeting, delegates, roster)}
          onMove={(seat) => {
            asking.ask('seat/move', { participantId, seat });
            onClose();
            onDone();
          }}
          onCancel={onClose}
        />
      );
  }
}

/** What the room has not answered yet, or refused. */
function Said({ asking: { isPending, refusal } }: { readonly asking: Asking }) {
  const { attendance: words, status } = useMessages();
  const language = useLanguage();
  const said = (): string => {
    if (refusal !== null)
      return words.refused(status.commands[refusal.command], sentenceOf(refusal.code, language));
    return isPending ? words.waiting : '';
  };
  return (
    <p className={styles.said} role="status">
      {said()}
    </p>
  );
}
