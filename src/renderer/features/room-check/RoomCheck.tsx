import { useRecordMap, useRecords } from '../../data/records.ts';
import { useRoster } from '../../data/room.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { RecallPanel } from './RecallPanel.tsx';
import styles from './RoomCheck.module.css';
import { roomCheckRows, type RoomCheckRow } from './room-check-rows.ts';

/** The terminals of the room as they are now: link, papers, clock; and the recall when the time has come. */
export function RoomCheck({ meeting }: { readonly meeting: Meeting }) {
  const { roomCheck: words } = useMessages();
  const rows = roomCheckRows(
    meeting.seats.map(({ seat }) => seat),
    useRoster(),
    useRecordMap('document-version'),
    useRecords('document'),
  );
  const whole = rows.filter(({ pack }) => pack === 'whole').length;
  const mayRecall = meeting.state === 'released' || meeting.state === 'closed';
  return (
    <div className={styles.check}>
      {mayRecall && <RecallPanel meeting={meeting} />}
      {meeting.recalledAt === null && rows.length > 0 && (
        <Chip tone={whole === rows.length ? 'good' : 'waiting'} label={words.summary(whole, rows.length)} />
      )}
      <Table
        label={words.title}
        columns={useColumns()}
        items={rows}
        idOf={({ seat }) => seat}
        empty={words.none}
      />
    </div>
  );
}

function useColumns(): ReadonlyArray<TableColumn<RoomCheckRow>> {
  const { roomCheck: words } = useMessages();
  const { columns } = words;
  return [
    { id: 'seat', label: columns.seat, cell: ({ seat }) => seat, names: ({ seat }) => seat },
    { id: 'link', label: columns.link, cell: (row) => <LinkState row={row} /> },
    { id: 'pack', label: columns.pack, cell: (row) => <PackState row={row} /> },
    { id: 'missing', label: columns.missing, cell: (row) => <Missing row={row} /> },
    { id: 'clock', label: columns.clock, cell: (row) => <ClockState row={row} /> },
  ];
}

interface RowProps {
  readonly row: RoomCheckRow;
}

function LinkState({ row: { device } }: RowProps) {
  const { roomCheck: words } = useMessages();
  if (device === null) return <Chip size="small" tone="neutral" label={words.never} />;
  return (
    <>
      <Chip
        size="small"
        tone={device.linked ? 'good' : 'waiting'}
        label={device.linked ? words.linked : words.lost}
      />
      {device.joined === 'browser' && <Chip size="small" tone="neutral" label={words.browser} />}
    </>
  );
}

function PackState({ row: { device, pack } }: RowProps) {
  const { roomCheck: words } = useMessages();
  if (device === null || pack === 'unknown') return null;
  if (pack === 'none') return <Chip size="small" tone="neutral" label={words.nothing} />;
  return pack === 'whole' ? (
    <Chip size="small" tone="good" label={words.whole(device.packTotal)} />
  ) : (
    <Chip size="small" tone="accent" label={words.lacks(device.packHeld, device.packTotal)} />
  );
}

function Missing({ row: { missing, moreMissing } }: RowProps) {
  const { roomCheck: words } = useMessages();
  if (missing.length === 0) return null;
  const names = missing.map((title) => title ?? words.unnamed);
  const all = moreMissing === 0 ? names : [...names, words.more(moreMissing)];
  return <span className={styles.missing}>{all.join('; ')}</span>;
}

function ClockState({ row: { device, clockAheadMs } }: RowProps) {
  const { roomCheck: words } = useMessages();
  if (device === null || device.clockDifferenceMs === null) return null;
  if (clockAheadMs === null) return words.clockRight;
  const seconds = Math.round(Math.abs(clockAheadMs) / 1000);
  const text = words.minutes(Math.floor(seconds / 60), seconds % 60);
  const label = clockAheadMs > 0 ? words.clockFast(text) : words.clockSlow(text);
  return <Chip size="small" tone="waiting" label={label} />;
}
