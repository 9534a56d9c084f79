import { comingAndGoing, hasReturned } from '../../../shared/domain/presence.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import type { TableColumn } from '../../ui/layout/Table.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { RollRow } from './roll-rows.ts';
import styles from './RollCall.module.css';

/** The columns of the roll-call in the language in use. */
export function useRollColumns(): ReadonlyArray<TableColumn<RollRow>> {
  const { clerk, attendance: words } = useMessages();
  const { columns } = clerk;
  return [
    { id: 'seat', label: columns.seat, cell: (row) => <Place row={row} />, isSortable: true },
    {
      id: 'name',
      label: columns.name,
      cell: (row) => <Name row={row} />,
      names: (row) => row.name,
      isSortable: true,
    },
    { id: 'office', label: columns.office, cell: (row) => row.office },
    {
      id: 'vote',
      label: columns.vote,
      cell: (row) => (row.delegate.participant.hasVote ? clerk.hasVote : clerk.noVote),
    },
    { id: 'state', label: columns.state, cell: (row) => <Presence row={row} /> },
    { id: 'times', label: words.columns.times, cell: (row) => <Times row={row} /> },
    { id: 'excuse', label: words.columns.excuse, cell: (row) => <Excuse row={row} /> },
    {
      id: 'link',
      label: columns.link,
      cell: (row) => (
        <span className={styles.unbroken}>
          <LinkState row={row} />
        </span>
      ),
    },
    {
      id: 'pack',
      label: columns.pack,
      cell: ({ device }) => (device === null ? '' : `${device.packHeld}/${device.packTotal}`),
      align: 'end',
    },
  ];
}

function Place({ row: { seat, delegate } }: { readonly row: RollRow }) {
  const { attendance: words } = useMessages();
  const { movedFrom } = delegate.participant;
  return (
    <>
      {seat}
      {movedFrom !== null && <span className={styles.under}>{words.movedFrom(movedFrom)}</span>}
    </>
  );
}

function Name({ row: { name, delegate } }: { readonly row: RollRow }) {
  const { attendance: words } = useMessages();
  const { standsInFor } = delegate.participant;
  return (
    <>
      {name}
      {standsInFor !== null && (
        <span className={styles.under}>{words.standsInFor(standsInFor.fullName)}</span>
      )}
    </>
  );
}

const presenceTones: Readonly<Record<'expected' | 'present' | 'absent' | 'left', Tone>> = {
  expected: 'neutral',
  present: 'good',
  absent: 'waiting',
  left: 'waiting',
};

function Presence({ row }: { readonly row: RollRow }) {
  const { clerk, attendance: words } = useMessages();
  const format = useFormat();
  const { attendance } = row.delegate;
  const state = attendance?.state ?? 'expected';
  const word = words.states[state];
  const label = (): string => {
    if (state === 'absent') return attendance?.reason ? `${word} · ${attendance.reason}` : word;
    if (state === 'expected' || attendance === null || attendance.at === null) return word;
    return clerk.stateAt(word, format.time(attendance.at));
  };
  return <Chip size="small" tone={presenceTones[state]} label={label()} />;
}

/** When the person came and went; nothing for who came in time and stayed, which the state beside it says. */
function Times({ row: { delegate } }: { readonly row: RollRow }) {
  const { attendance: words } = useMessages();
  const format = useFormat();
  const { attendance } = delegate;
  if (attendance === null) return null;
  const { cameAt, leftAt } = comingAndGoing(attendance);
  const hasStayed = attendance.spans.length === 1 && attendance.state === 'present' && !attendance.late;
  if (hasStayed) return null;
  const facts = [
    cameAt === null ? null : (attendance.late ? words.late : words.came)(format.time(cameAt)),
    leftAt === null ? null : words.leftAt(format.time(leftAt)),
    hasReturned(attendance) ? words.returned : null,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function Excuse({ row: { delegate, substitution } }: { readonly row: RollRow }) {
  const { attendance: words } = useMessages();
  const excuse = delegate.attendance?.excuse ?? 'none';
  if (substitution?.state === 'asked')
    return <Chip size="small" tone="info" label={words.substituteAsked(substitution.person.fullName)} />;
  if (excuse !== 'none')
    return <Chip size="small" tone={excuse === 'asked' ? 'info' : 'neutral'} label={words.excuses[excuse]} />;
  return null;
}

function LinkState({ row: { device } }: { readonly row: RollRow }) {
  const { clerk } = useMessages();
  if (device === null) return <Chip size="small" tone="neutral" label={clerk.never} />;
  if (!device.linked) return <Chip size="small" tone="waiting" label={clerk.lost} />;
  const label = device.waiting > 0 ? `${clerk.linked} · ${clerk.waiting(device.waiting)}` : clerk.linked;
  return <Chip size="small" tone="good" label={label} />;
}
