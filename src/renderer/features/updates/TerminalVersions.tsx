import type { TerminalVersion } from '../../../shared/protocol/updates.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useTerminalName } from './use-terminal-name.ts';
import styles from './Updates.module.css';

interface TerminalVersionsProps {
  readonly terminals: readonly TerminalVersion[];
  /** Null while nothing is to be chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

const tones: Readonly<Record<TerminalVersion['stage'], Tone>> = {
  idle: 'neutral',
  offered: 'waiting',
  downloading: 'info',
  ready: 'info',
  installing: 'info',
  failed: 'accent',
};

/** Which terminal runs what, and how far its update is; rows are chosen while a roll-out is prepared. */
export function TerminalVersions({ terminals, chosen, onChoose }: TerminalVersionsProps) {
  const { terminals: words } = useMessages().updates;
  const sorted = terminals.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'vi', { numeric: true }));
  const selection = chosen === null ? {} : { selectedIds: chosen, onSelectMany: onChoose };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      <Table<TerminalVersion>
        label={words.title}
        columns={useColumns()}
        items={sorted}
        idOf={({ deviceId }) => deviceId}
        empty={words.none}
        {...selection}
      />
    </section>
  );
}

function placeOf({ surface, seat }: TerminalVersion): string {
  return seat === null ? surface : `seat ${seat}`;
}

function useColumns(): ReadonlyArray<TableColumn<TerminalVersion>> {
  const { terminals: words, stages, downloading } = useMessages().updates;
  const nameOf = useTerminalName();
  const language = useLanguage();
  const format = useFormat();
  const wordsOf = ({ stage, percent, failure }: TerminalVersion): string => {
    if (stage === 'downloading') return downloading(percent);
    return failure === null ? stages[stage] : `${stages[stage]}: ${sentenceOf(failure, language)}`;
  };
  return [
    { id: 'place', label: words.place, cell: nameOf, names: nameOf },
    { id: 'version', label: words.version, cell: ({ version }) => version },
    {
      id: 'state',
      label: words.state,
      cell: (terminal) => <Chip size="small" tone={tones[terminal.stage]} label={wordsOf(terminal)} />,
    },
    { id: 'at', label: words.at, cell: ({ at }) => `${format.time(at)} ${format.date(at)}` },
  ];
}
