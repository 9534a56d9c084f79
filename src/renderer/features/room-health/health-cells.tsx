import type { ReactNode } from 'react';
import type { DeviceHealth } from '../../../shared/protocol/admin/health.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { classes } from '../../ui/classes.ts';
import { levelOf } from './health-view.ts';
import styles from './RoomHealth.module.css';
import { useSize } from './use-size.ts';

interface CellProps {
  readonly device: DeviceHealth;
}

interface TimedCellProps extends CellProps {
  /** The hub's clock. */
  readonly now: number;
}

interface LinesProps extends CellProps {
  /** The checks whose verdict colours the first line. */
  readonly checks: readonly string[];
  readonly first: ReactNode;
  readonly second?: ReactNode;
}

function Lines({ device, checks, first, second }: LinesProps) {
  return (
    <>
      <span className={styles.told} data-level={levelOf(device, checks)}>
        {first}
      </span>
      {second !== undefined && <span className={styles.more}>{second}</span>}
    </>
  );
}

/** The way to the hub and back, and how the machine came into the room. */
export function LinkCell({ device, now }: TimedCellProps) {
  const { roomHealth: words } = useMessages();
  const format = useFormat();
  const { link, joined } = device;
  const first = (): string => {
    if (joined === null) return words.absent;
    if (link.state === 'never') return words.never;
    if (link.state === 'lost') return words.lost(format.at(link.since ?? now, now));
    return link.latencyMs === null ? words.linkedUnmeasured : words.linked(link.latencyMs);
  };
  return (
    <Lines
      device={device}
      checks={['link']}
      first={first()}
      {...(joined === null ? {} : { second: words.joined[joined] })}
    />
  );
}

/** How many papers are held, and whether they are the hub's. */
export function PapersCell({ device }: CellProps) {
  const { roomHealth: words } = useMessages();
  const { pack, proof, joined } = device;
  if (joined === null) return null;
  if (pack.total === 0) return <span className={styles.more}>{words.noPapers}</span>;
  return (
    <Lines
      device={device}
      checks={['pack', 'vault']}
      first={`${pack.held}/${pack.total}`}
      second={words.proof[proof.state]}
    />
  );
}

/** The machine's own clock against the hub's, and what it shows to people. */
export function ClockCell({ device }: CellProps) {
  const { roomHealth: words } = useMessages();
  const format = useFormat();
  const { rawMs, correctedMs } = device.clock;
  if (rawMs === null) return <NotKnown device={device} />;
  const seconds = Math.round(Math.abs(rawMs) / 1000);
  const off = words.duration(Math.floor(seconds / 60), seconds % 60);
  const first = seconds <= 2 ? words.clock.right : rawMs < 0 ? words.clock.fast(off) : words.clock.slow(off);
  const shown = correctedMs === null ? null : format.number(Math.round(Math.abs(correctedMs) / 100) / 10);
  return (
    <Lines
      device={device}
      checks={['clock']}
      first={first}
      {...(shown === null ? {} : { second: words.clock.shown(shown) })}
    />
  );
}

/** What is free on disk and in memory. */
export function RoomCell({ device }: CellProps) {
  const { roomHealth: words } = useMessages();
  const size = useSize();
  const { machine } = device;
  if (machine === null) return <NotKnown device={device} />;
  const { disk, memory } = machine;
  if (disk === null && memory === null) return <NotKnown device={device} />;
  return (
    <>
      <span className={styles.told} data-level={levelOf(device, ['disk-space'])}>
        {disk === null ? '' : words.disk(size(disk.freeBytes))}
      </span>
      <span className={styles.told} data-level={levelOf(device, ['memory'])}>
        {memory === null ? <NotKnown device={device} /> : words.memory(size(memory.freeBytes))}
      </span>
    </>
  );
}

export function BatteryCell({ device }: CellProps) {
  const { battery: words } = useMessages().roomHealth;
  const battery = device.machine?.battery ?? null;
  if (battery === null) return <NotKnown device={device} />;
  if (battery === 'none') return <span className={styles.more}>{words.none}</span>;
  const state = battery.isPluggedIn ? words.plugged : words.onBattery;
  const first = battery.percent === null ? state : words.level(battery.percent, state);
  return <Lines device={device} checks={['battery']} first={first} />;
}

export function VersionCell({ device }: CellProps) {
  const { machine } = device;
  if (machine === null) return <NotKnown device={device} />;
  return (
    <Lines
      device={device}
      checks={['version']}
      first={machine.version}
      {...(machine.system === null
        ? {}
        : { second: <span className={styles.system}>{machine.system}</span> })}
    />
  );
}

export function LastErrorCell({ device, now }: TimedCellProps) {
  const { roomHealth: words } = useMessages();
  const format = useFormat();
  const { machine, clock } = device;
  if (machine === null) return <NotKnown device={device} />;
  if (machine.lastError === null) return <span className={styles.more}>{words.noError}</span>;
  // By the hub's clock, as every time on this page.
  const at = machine.lastError.at + (clock.rawMs ?? 0);
  return (
    <Lines
      device={device}
      checks={['last-error']}
      first={<code className={styles.event}>{machine.lastError.event}</code>}
      second={format.at(at, now)}
    />
  );
}

/** Said rather than left empty: a browser tells less of its machine than the program does. */
function NotKnown({ device: { machine, joined } }: CellProps) {
  const { roomHealth: words } = useMessages();
  if (joined === null) return null;
  const text = machine === null ? words.notHeard : machine.host === 'browser' ? words.untold : words.unknown;
  return <span className={classes(styles.more, styles.untold)}>{text}</span>;
}
