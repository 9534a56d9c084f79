import { FileCheck2, Printer } from 'lucide-react';
import { useState } from 'react';
import { roomHealth, type RoomHealth } from '../../../shared/protocol/admin/health.ts';
import { useAdminStep } from '../../data/admin/use-admin-step.ts';
import { useAdminValue } from '../../data/admin/use-admin-value.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import { countLevels, visibleRows, type HealthOrder, type LevelCounts } from './health-view.ts';
import { HealthTable } from './HealthTable.tsx';
import { HubHealth } from './HubHealth.tsx';
import styles from './RoomHealth.module.css';

/** The room is asked about so often, in milliseconds. */
const everyMs = 3_000;

type Shown = 'all' | 'problems';

/** *Kiểm tra phòng*: every machine of the room as it is now, with what is wrong in words and what to do about it. */
export function RoomHealthPanel() {
  const { admin, roomHealth: words } = useMessages();
  const format = useFormat();
  const [turn, setTurn] = useState(0);
  const { value, isAway } = useAdminValue('/v1/admin/health', roomHealth, everyMs, turn);
  if (value === null) {
    return (
      <div className={styles.panel}>
        {isAway ? <Banner tone="waiting" title={admin.away} /> : <Skeleton label={admin.loading} />}
      </div>
    );
  }
  const time = format.timeWithSeconds(value.at);
  return (
    <div className={styles.panel}>
      <h2 className={styles.printedTitle}>{words.printedTitle(`${time} ${format.date(value.at)}`)}</h2>
      {isAway && <Banner tone="waiting" title={admin.awayTitle} detail={admin.awayDetail(time)} />}
      <Machines health={value} time={time} onAsked={() => setTurn((before) => before + 1)} />
    </div>
  );
}

interface MachinesProps {
  readonly health: RoomHealth;
  readonly time: string;
  onAsked(): void;
}

function Machines({ health, time, onAsked }: MachinesProps) {
  const { roomHealth: words } = useMessages();
  const [shown, setShown] = useState<Shown>('all');
  const [order, setOrder] = useState<HealthOrder>({ by: 'seat', isDescending: false });
  const counts = countLevels(health.devices);
  const problems = counts.warning + counts.bad;
  return (
    <>
      <div className={styles.top}>
        <Counts counts={counts} />
        <span className={styles.time}>{words.updated(time)}</span>
      </div>
      <div className={styles.tools}>
        <Switcher<Shown>
          label={words.show}
          selectedId={shown}
          onSelect={setShown}
          options={[
            { id: 'all', label: words.all(health.devices.length) },
            { id: 'problems', label: words.problems(problems) },
          ]}
        />
        <span className={styles.buttons}>
          <ProveButton onAsked={onAsked} />
          <Button label={words.print} icon={Printer} variant="quiet" onPress={() => window.print()} />
        </span>
      </div>
      <HubHealth hub={health.hub} />
      <HealthTable
        rows={visibleRows(health.devices, shown === 'problems', order)}
        order={order}
        onOrder={setOrder}
        empty={shown === 'problems' ? words.noProblems : words.empty}
        now={health.at}
      />
    </>
  );
}

/** "22 máy tốt · 1 cần xem · 1 phải xử lý", read out when it changes. */
function Counts({ counts }: { readonly counts: LevelCounts }) {
  const { roomHealth: words } = useMessages();
  return (
    <div className={styles.counts} role="status">
      <Chip tone="good" label={words.good(counts.ok)} />
      {counts.warning > 0 && <Chip tone="waiting" label={words.warning(counts.warning)} />}
      {counts.bad > 0 && <Chip tone="accent" label={words.bad(counts.bad)} />}
    </div>
  );
}

function ProveButton({ onAsked }: { readonly onAsked: () => void }) {
  const { general, roomHealth: words } = useMessages();
  const step = useAdminStep();
  const ask = async (): Promise<void> => {
    if ((await step.take('POST', '/v1/admin/health/proofs')) !== null) onAsked();
  };
  return (
    <Button
      label={words.prove}
      icon={FileCheck2}
      isPending={step.isPending}
      pendingLabel={general.waiting.sending}
      onPress={() => void ask()}
    />
  );
}
