import { useState } from 'react';
import { useSubmit } from '../../data/commands.ts';
import { useRoster } from '../../data/room.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Table } from '../../ui/layout/Table.tsx';
import { MarkBar } from './MarkBar.tsx';
import { rollRows, type RollOrder } from './roll-rows.ts';
import { useRollColumns } from './roll-columns.tsx';
import styles from './RollCall.module.css';

interface RollCallProps {
  readonly delegates: readonly Delegate[];
  /** False while the meeting is a draft or closed: nothing can be marked. */
  readonly canMark: boolean;
}

/** The secretary's roll-call: who is here, whose terminal is linked and has its pack; marks by hand. */
export function RollCall({ delegates, canMark }: RollCallProps) {
  const { clerk } = useMessages();
  const roster = useRoster();
  const submit = useSubmit();
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<RollOrder>({ columnId: 'seat', isDescending: false });
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const rows = rollRows(delegates, roster, query, order);
  const selected = rows.find((row) => row.id === selectedId) ?? null;
  return (
    <div className={styles.roll}>
      <div className={styles.tools}>
        <TextField label={clerk.search} value={query} onChange={setQuery} />
        {canMark && (
          <MarkBar
            key={selectedId}
            row={selected}
            onMark={(state, reason) => {
              if (selected === null) return;
              const { id } = selected.delegate.participant;
              submit('attendance/mark', { participantId: id, state, reason }).catch((problem: unknown) =>
                console.error('roll-call:', problem),
              );
            }}
          />
        )}
      </div>
      <Table
        label={clerk.rollCall}
        columns={useRollColumns()}
        items={rows}
        idOf={(row) => row.id}
        selectedId={selectedId}
        onSelect={setSelectedId}
        sort={order}
        onSort={setOrder}
        empty={clerk.nobodyFound}
      />
    </div>
  );
}
