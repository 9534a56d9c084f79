import { useState } from 'react';
import { countCopies } from '../../../shared/domain/paper-copies.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useRecord } from '../../data/records.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { CopyCountForm } from './CopyCountForm.tsx';
import { copyRows, handOutToAll, type CopyRow } from './copy-rows.ts';
import { useCopySteps, type CopySteps } from './use-copy-steps.ts';
import styles from './PaperCopies.module.css';

interface CopyListProps {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly delegates: readonly Delegate[];
}

/** The copies of one item: who has which, since when, and what is still out. */
export function CopyList({ meeting, item, delegates }: CopyListProps) {
  const { paperCopies: words, meeting: meetingWords, status, general } = useMessages();
  const language = useLanguage();
  const copies = useRecord('paper-copies', item.id);
  const desk = useCopySteps(item.id, meeting.state === 'open');
  const columns = useCopyColumns();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const rows = copyRows(delegates, copies);
  return (
    <section className={styles.item} aria-label={words.list(item.order)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{meetingWords.itemTitle(item.order, item.title)}</h2>
        <CopyChips count={countCopies(copies)} />
        <CopyCountForm
          key={copies?.copies.length ?? 0}
          itemId={item.id}
          count={copies?.copies.length ?? 0}
          isDisabled={meeting.state === 'closed'}
        />
      </div>
      {desk.refusal !== null && (
        <Banner
          tone="refused"
          title={status.commands[desk.refusal.command]}
          detail={sentenceOf(desk.refusal.code, language)}
          action={<Button label={general.action.close} onPress={desk.dismiss} />}
        />
      )}
      <CopyTools
        row={rows.find(({ id }) => id === selectedId) ?? null}
        all={desk.canTick ? handOutToAll(rows, copies) : []}
        desk={desk}
      />
      <Table
        label={words.list(item.order)}
        columns={columns}
        items={rows}
        idOf={({ id }) => id}
        selectedId={selectedId}
        onSelect={setSelectedId}
        onOpen={(id) => desk.step(rows.find((row) => row.id === id))}
        empty={words.none}
      />
    </section>
  );
}

function CopyChips({ count }: { readonly count: ReturnType<typeof countCopies> }) {
  const { paperCopies: words } = useMessages();
  const { copies, handed, collected, out } = count;
  if (copies === 0) return <Chip tone="waiting" label={words.none} />;
  return (
    <span className={styles.chips} role="status">
      <Chip tone="info" label={words.handed(handed, copies)} />
      {handed > 0 && (
        <Chip tone={out === 0 ? 'good' : 'waiting'} label={words.collected(collected, handed)} />
      )}
      {handed > 0 && (
        <Chip tone={out === 0 ? 'good' : 'waiting'} label={out === 0 ? words.allBack : words.missing(out)} />
      )}
    </span>
  );
}

interface CopyToolsProps {
  /** The row chosen in the table. */
  readonly row: CopyRow | null;
  readonly all: ReturnType<typeof handOutToAll>;
  readonly desk: CopySteps;
}

function CopyTools({ row, all, desk }: CopyToolsProps) {
  const { paperCopies: words } = useMessages();
  if (!desk.canTick) return <p className={styles.hint}>{words.notOpen}</p>;
  const { next = null, copy = null } = row ?? {};
  return (
    <div className={styles.tools}>
      {row === null && <p className={styles.hint}>{words.choose}</p>}
      {row !== null && <b>{row.name}</b>}
      {row !== null && next !== null && (
        <Button
          label={next.kind === 'collect' ? words.collectFrom(next.number) : words.handTo(next.number)}
          onPress={() => desk.step(row)}
        />
      )}
      {copy !== null && <Button label={words.undo} variant="quiet" onPress={() => desk.undo(copy.number)} />}
      {all.length > 0 && (
        <span className={styles.all}>
          <Button label={words.handAll(all.length)} onPress={() => desk.handAll(all)} />
        </span>
      )}
    </div>
  );
}

function useCopyColumns(): readonly TableColumn<CopyRow>[] {
  const { paperCopies: words } = useMessages();
  const format = useFormat();
  const time = (at: number | null): string => (at === null ? '' : format.time(at));
  return [
    { id: 'seat', label: words.columns.seat, cell: ({ seat }) => seat },
    {
      id: 'name',
      label: words.columns.name,
      names: ({ seat, name }) => `${seat} ${name}`,
      cell: ({ name, isPresent }) => (isPresent ? name : `${name} (${words.absent})`),
    },
    { id: 'number', label: words.columns.number, align: 'end', cell: ({ copy }) => copy?.number ?? '' },
    {
      id: 'handed',
      label: words.columns.handedAt,
      align: 'end',
      cell: ({ copy }) => time(copy?.handedAt ?? null),
    },
    {
      id: 'collected',
      label: words.columns.collectedAt,
      align: 'end',
      cell: ({ copy }) => time(copy?.collectedAt ?? null),
    },
  ];
}
