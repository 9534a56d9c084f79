import { Pencil, RotateCcw, Strikethrough } from 'lucide-react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { RecordLine } from '../../../shared/records/record-line.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useDismiss } from '../../data/commands.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useRecordMap } from '../../data/records.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';
import { Row, RowList } from '../../ui/layout/RowList.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { lineWords } from './line-words.ts';
import styles from './RunningRecord.module.css';
import type { UnsentLine } from './unsent-lines.ts';

interface RecordLinesProps {
  readonly lines: readonly RecordLine[];
  readonly unsent: readonly UnsentLine[];
  readonly items: readonly AgendaItem[];
  /** Null where the record cannot be changed. */
  readonly onEdit: ((line: RecordLine) => void) | null;
  readonly onStrike: ((line: RecordLine) => void) | null;
}

/** The lines as a list that arrows go through: Enter changes a line of the secretary's, Delete strikes any. */
export function RecordLines({ lines, unsent, items, onEdit, onStrike }: RecordLinesProps) {
  const { runningRecord: words } = useMessages();
  const byId = (key: string | undefined): RecordLine | undefined => lines.find(({ id }) => id === key);
  const edit = (line: RecordLine | undefined): void => {
    if (line?.source === 'clerk') onEdit?.(line);
  };
  return (
    <div
      className={styles.lines}
      onKeyDown={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
        const line = byId(row?.getAttribute('data-key') ?? undefined);
        if (event.key === 'Delete' && line !== undefined) onStrike?.(line);
      }}
    >
      <RowList label={words.list} onAction={(id) => edit(byId(id))} className={styles.list}>
        {lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            items={items}
            onEdit={onEdit !== null && line.source === 'clerk' ? () => onEdit(line) : null}
            onStrike={onStrike === null ? null : () => onStrike(line)}
          />
        ))}
      </RowList>
      {unsent.map((one) => (
        <UnsentRow key={one.entry.id} unsent={one} />
      ))}
    </div>
  );
}

interface LineRowProps {
  readonly line: RecordLine;
  readonly items: readonly AgendaItem[];
  readonly onEdit: (() => void) | null;
  readonly onStrike: (() => void) | null;
}

function LineRow({ line, items, onEdit, onStrike }: LineRowProps) {
  const { runningRecord: words } = useMessages();
  const format = useFormat();
  const text = useLineWords()(line);
  const order = items.find(({ id }) => id === line.itemId)?.order;
  const notes = [
    ...(line.source === 'clerk' ? [words.byClerk] : []),
    ...(line.editedAt === null ? [] : [words.edited(format.time(line.editedAt))]),
    ...(line.struck ? [words.struck] : []),
  ];
  return (
    <Row id={line.id} text={text} className={styles.line}>
      <time className={styles.time}>{format.time(line.at)}</time>
      <span className={styles.item}>{order === undefined ? '' : words.item(order)}</span>
      <span className={styles.text} data-source={line.source}>
        {line.struck ? <s>{text}</s> : text}
        {notes.length > 0 && <span className={styles.notes}>{notes.join(' · ')}</span>}
      </span>
      <span className={styles.tools}>
        {onEdit !== null && <ToolButton label={words.edit} icon={Pencil} onPress={onEdit} />}
        {onStrike !== null && (
          <ToolButton
            label={line.struck ? words.restore : words.strike}
            icon={line.struck ? RotateCcw : Strikethrough}
            onPress={onStrike}
          />
        )}
      </span>
    </Row>
  );
}

/** Written here, and not in the room's record yet. */
function UnsentRow({ unsent: { entry, text, refusal } }: { readonly unsent: UnsentLine }) {
  const { runningRecord: words, general } = useMessages();
  const language = useLanguage();
  const format = useFormat();
  const ownTime = useOwnTime();
  const forget = useDismiss();
  return (
    <div className={styles.line} role="status">
      <time className={styles.time}>{format.time(ownTime(entry.madeAt))}</time>
      <span className={styles.item} />
      <span className={styles.text} data-source="clerk">
        {text}{' '}
        {refusal === null ? (
          <Chip tone="waiting" label={words.waiting} size="small" />
        ) : (
          <Chip tone="accent" label={words.refused(sentenceOf(refusal, language))} size="small" />
        )}
      </span>
      {refusal !== null && (
        <Button label={general.action.close} variant="quiet" onPress={() => void forget(entry.id)} />
      )}
    </div>
  );
}

function useLineWords(): (line: RecordLine) => string {
  const { runningRecord: words } = useMessages();
  const format = useFormat();
  const facts = {
    items: useRecordMap('agenda-item'),
    documents: useRecordMap('document'),
    votes: useRecordMap('vote'),
    tallies: useRecordMap('tally'),
    opinions: useRecordMap('opinion'),
  };
  return (line) => lineWords(line, facts, { words, format });
}
