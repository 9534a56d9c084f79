import type { DeviceHealth } from '../../../shared/protocol/admin/health.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Table, type TableColumn } from '../../ui/layout/Table.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Findings } from './Findings.tsx';
import {
  BatteryCell,
  ClockCell,
  LastErrorCell,
  LinkCell,
  PapersCell,
  RoomCell,
  VersionCell,
} from './health-cells.tsx';
import type { HealthOrder, HealthSort } from './health-view.ts';
import { toneOf } from './level-tone.ts';
import styles from './RoomHealth.module.css';

interface HealthTableProps {
  /** In the order in which they are shown. */
  readonly rows: readonly DeviceHealth[];
  readonly order: HealthOrder;
  readonly onOrder: (order: HealthOrder) => void;
  readonly empty: string;
  /** The hub's clock, to which times are told. */
  readonly now: number;
}

/** One row for each machine and each place without one. */
export function HealthTable({ rows, order, onOrder, empty, now }: HealthTableProps) {
  const { roomHealth: words } = useMessages();
  return (
    <div className={styles.table}>
      <Table<DeviceHealth>
        label={words.title}
        columns={useColumns(now)}
        items={rows}
        idOf={({ id }) => id}
        sort={{ columnId: order.by, isDescending: order.isDescending }}
        onSort={({ columnId, isDescending }) => onOrder({ by: columnId as HealthSort, isDescending })}
        empty={empty}
      />
    </div>
  );
}

function useColumns(now: number): ReadonlyArray<TableColumn<DeviceHealth>> {
  const { columns } = useMessages().roomHealth;
  const nameOf = useNameOf();
  return [
    {
      id: 'seat',
      label: columns.seat,
      cell: (device) => <NameCell device={device} />,
      names: nameOf,
      isSortable: true,
    },
    { id: 'state', label: columns.state, cell: (device) => <StateCell device={device} />, isSortable: true },
    {
      id: 'link',
      label: columns.link,
      cell: (device) => <LinkCell device={device} now={now} />,
      isSortable: true,
    },
    { id: 'papers', label: columns.papers, cell: (device) => <PapersCell device={device} /> },
    { id: 'clock', label: columns.clock, cell: (device) => <ClockCell device={device} />, isSortable: true },
    { id: 'room', label: columns.room, cell: (device) => <RoomCell device={device} /> },
    { id: 'battery', label: columns.battery, cell: (device) => <BatteryCell device={device} /> },
    { id: 'version', label: columns.version, cell: (device) => <VersionCell device={device} /> },
    {
      id: 'lastError',
      label: columns.lastError,
      cell: (device) => <LastErrorCell device={device} now={now} />,
    },
  ];
}

function useNameOf(): (device: DeviceHealth) => string {
  const { surface } = useMessages().general;
  return (device) => device.seat ?? surface[device.surface];
}

function NameCell({ device }: { readonly device: DeviceHealth }) {
  const nameOf = useNameOf();
  return (
    <>
      <strong className={styles.name}>{nameOf(device)}</strong>
      {device.machineName !== '' && <span className={styles.more}>{device.machineName}</span>}
    </>
  );
}

function StateCell({ device }: { readonly device: DeviceHealth }) {
  const { levels } = useMessages().roomHealth;
  return (
    <div className={styles.state}>
      <Chip size="small" tone={toneOf[device.level]} label={levels[device.level]} />
      <Findings findings={device.findings} />
    </div>
  );
}
