import { attendanceOfItem, comingAndGoing } from '../../../shared/domain/presence.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Attendance } from '../../../shared/records/attendance.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useLinkStatus } from '../../data/room.ts';
import { nameplateOf } from '../../data/select/nameplate.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { useMinute } from '../../view/use-now.ts';
import styles from './RollCall.module.css';

interface ItemAttendanceProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
}

interface ItemRow {
  readonly item: AgendaItem;
  readonly members: string;
  readonly guests: string;
  /** People who were there for some of it, and since or until when. */
  readonly part: string;
  /** Members who were not there at all. */
  readonly missing: string;
}

/** Who was in the room for each item that has begun, as the minutes want it (ATT-5). */
export function ItemAttendance(props: ItemAttendanceProps) {
  const { attendance: words } = useMessages();
  return (
    <Table
      label={words.byItem}
      columns={useColumns()}
      items={useItemRows(props)}
      idOf={({ item }) => item.id}
      empty={words.noItemYet}
    />
  );
}

function useItemRows({ meeting, items, delegates }: ItemAttendanceProps): readonly ItemRow[] {
  const { attendance: words } = useMessages();
  const format = useFormat();
  // To the end of the minute that runs: what has begun in it has begun.
  const now = useMinute(useLinkStatus().clockDifferenceMs ?? 0) + 60_000;
  const known = delegates.flatMap((delegate) =>
    delegate.attendance === null ? [] : [{ delegate, spans: delegate.attendance.spans }],
  );
  const times = (attendance: Attendance | null): string => {
    if (attendance === null) return '';
    const { cameAt, leftAt } = comingAndGoing(attendance);
    const came = cameAt === null ? [] : [words.came(format.time(cameAt))];
    return [...came, ...(leftAt === null ? [] : [words.leftAt(format.time(leftAt))])].join(', ');
  };
  const names = (people: readonly (typeof known)[number][]): string =>
    people.map(({ delegate }) => nameplateOf(delegate, words)).join('; ');
  return items
    .toSorted((a, b) => a.order - b.order)
    .flatMap((item) => {
      const shares = attendanceOfItem(item, known, now);
      if (shares === null) return [];
      const isMember = ({ delegate }: (typeof known)[number]): boolean => delegate.participant.hasVote;
      const there = [...shares.whole, ...shares.part];
      const members = there.filter(isMember).length;
      const guests = there.filter(({ delegate }) => delegate.participant.roles.includes('invited')).length;
      return [
        {
          item,
          members: `${members}/${meeting.body.inOffice}`,
          guests: `${guests}/${meeting.invited}`,
          part: shares.part
            .map(({ delegate }) => `${nameplateOf(delegate, words)} (${times(delegate.attendance)})`)
            .join('; '),
          missing: names(shares.none.filter(isMember)),
        },
      ];
    });
}

function useColumns(): ReadonlyArray<TableColumn<ItemRow>> {
  const { attendance: words, meeting } = useMessages();
  const { itemColumns } = words;
  return [
    {
      id: 'item',
      label: itemColumns.item,
      cell: ({ item }) => meeting.itemTitle(item.order, item.title),
      names: ({ item }) => meeting.itemTitle(item.order, item.title),
    },
    { id: 'members', label: itemColumns.members, cell: ({ members }) => members, align: 'end' },
    { id: 'guests', label: itemColumns.guests, cell: ({ guests }) => guests, align: 'end' },
    { id: 'part', label: itemColumns.part, cell: ({ part }) => <span className={styles.names}>{part}</span> },
    {
      id: 'missing',
      label: itemColumns.missing,
      cell: ({ missing }) => <span className={styles.names}>{missing}</span>,
    },
  ];
}
