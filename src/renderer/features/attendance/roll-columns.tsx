import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import type { TableColumn } from '../../ui/layout/Table.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { RollRow } from './roll-rows.ts';

/** The columns of the roll-call in the language in use. */
export function useRollColumns(): ReadonlyArray<TableColumn<RollRow>> {
  const { clerk } = useMessages();
  const { columns } = clerk;
  return [
    { id: 'seat', label: columns.seat, cell: (row) => row.seat, isSortable: true },
    { id: 'name', label: columns.name, cell: (row) => row.name, names: (row) => row.name, isSortable: true },
    { id: 'office', label: columns.office, cell: (row) => row.office },
    {
      id: 'vote',
      label: columns.vote,
      cell: (row) => (row.delegate.participant.hasVote ? clerk.hasVote : clerk.noVote),
    },
    { id: 'state', label: columns.state, cell: (row) => <Presence row={row} /> },
    { id: 'link', label: columns.link, cell: (row) => <LinkState row={row} /> },
    {
      id: 'pack',
      label: columns.pack,
      cell: ({ device }) => (device === null ? '' : `${device.packHeld}/${device.packTotal}`),
      align: 'end',
    },
  ];
}

const presenceTones: Readonly<Record<'expected' | 'present' | 'absent', Tone>> = {
  expected: 'neutral',
  present: 'good',
  absent: 'waiting',
};

function Presence({ row }: { readonly row: RollRow }) {
  const { clerk } = useMessages();
  const format = useFormat();
  const { attendance } = row.delegate;
  const state = attendance?.state ?? 'expected';
  const word = clerk.states[state];
  const label = (): string => {
    if (state === 'absent') return attendance?.reason ? `${word} · ${attendance.reason}` : word;
    if (state === 'expected' || attendance === null || attendance.at === null) return word;
    const time = format.time(attendance.at);
    return attendance.late ? clerk.lateAt(word, time) : clerk.stateAt(word, time);
  };
  return <Chip size="small" tone={presenceTones[state]} label={label()} />;
}

function LinkState({ row: { device } }: { readonly row: RollRow }) {
  const { clerk } = useMessages();
  if (device === null) return <Chip size="small" tone="neutral" label={clerk.never} />;
  if (!device.linked) return <Chip size="small" tone="waiting" label={clerk.lost} />;
  const label = device.waiting > 0 ? `${clerk.linked} · ${clerk.waiting(device.waiting)}` : clerk.linked;
  return <Chip size="small" tone="good" label={label} />;
}
