import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { techLog, type TechLog } from '../../../shared/protocol/admin/tech-log.ts';
import { useAdminValue } from '../../data/admin/use-admin-value.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import { readLine, shownLines, type LogFilter, type LogLine } from './log-lines.ts';
import { saveLog } from './save-log.ts';
import styles from './TechLog.module.css';

/** The log is asked for so often, in milliseconds. */
const everyMs = 5_000;

const tones = { info: 'neutral', warn: 'waiting', error: 'accent' } as const;

/** *Nhật ký kỹ thuật*: the last lines of the hub's log, to be looked through and handed to support. */
export function TechLogPanel() {
  const { admin, techLog: words } = useMessages();
  const { value, isAway } = useAdminValue('/v1/admin/log', techLog, everyMs);
  if (value === null) {
    return (
      <div className={styles.panel}>
        {isAway ? <Banner tone="waiting" title={admin.away} /> : <Skeleton label={admin.loading} />}
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <p className={styles.about}>{words.about}</p>
      <Lines log={value} />
    </div>
  );
}

function Lines({ log }: { readonly log: TechLog }) {
  const { techLog: words } = useMessages();
  const [filter, setFilter] = useState<LogFilter>('all');
  const [find, setFind] = useState('');
  const lines = useMemo(() => log.lines.map(readLine), [log]);
  const shown = shownLines(lines, filter, find);
  const filters = ['all', 'trouble', 'admin'] as const;
  return (
    <>
      <div className={styles.tools}>
        <Switcher<LogFilter>
          label={words.show}
          selectedId={filter}
          onSelect={setFilter}
          options={filters.map((id) => ({ id, label: words.shown[id] }))}
        />
        <TextField label={words.find} value={find} onChange={setFind} maxLength={100} />
        <Button label={words.download} icon={Download} onPress={() => saveLog(log)} />
      </div>
      <p className={styles.about} role="status">
        {words.count(shown.length, lines.length)}
      </p>
      <div className={styles.table}>
        <Table<LogLine>
          label={words.title}
          columns={useColumns()}
          items={shown}
          idOf={({ number }) => String(number)}
          empty={words.none}
        />
      </div>
    </>
  );
}

function useColumns(): ReadonlyArray<TableColumn<LogLine>> {
  const { columns, levels } = useMessages().techLog;
  const format = useFormat();
  return [
    {
      id: 'time',
      label: columns.time,
      cell: ({ at }) => (at === null ? '' : `${format.timeWithSeconds(at)} ${format.date(at)}`),
    },
    {
      id: 'level',
      label: columns.level,
      cell: ({ level }) => <Chip size="small" tone={tones[level]} label={levels[level]} />,
    },
    { id: 'event', label: columns.event, cell: ({ event }) => event, names: ({ event }) => event },
    {
      id: 'detail',
      label: columns.detail,
      cell: ({ detail }) => <span className={styles.detail}>{detail}</span>,
    },
  ];
}
