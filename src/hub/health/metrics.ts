import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { LogPort } from '../room/ports.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';

/** What is looked at when somebody reads the figures. */
export interface MetricsPorts {
  devices(): readonly RosterDevice[];
  /** Connections of the live channel, welcomed or not. */
  connections(): number;
  entries(): number;
  /** Bytes of the log and what belongs to it on the disk; null where it cannot be seen. */
  logBytes(): Promise<number | null>;
  freeBytes(): Promise<number | null>;
  /** One figure per seat, by its label, besides the counts. */
  readonly bySeat: boolean;
}

/** The figures of a hub for Prometheus. No person, no title, no text and no id of either is among them. */
export interface Metrics {
  answered(command: CommandType, answer: CommandAnswer): void;
  /** Pokes have been sent to so many connections. */
  poked(count: number): void;
  requested(request: HttpRequestSeen): void;
  /** The log, with every write measured. */
  timed(log: LogPort): LogPort;
  /** In the text format of Prometheus. */
  read(): Promise<string>;
  readonly contentType: string;
  stop(): void;
}

export interface HttpRequestSeen {
  /** The pattern of the route, never the address itself. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  /** Bytes of the answer, its head included. */
  readonly bytes: number;
}

/** Seconds: a flash disk syncs in 1 to 5 ms, a poor one in a tenth of a second. */
const syncBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

export function createMetrics(ports: MetricsPorts): Metrics {
  const registry = new Registry();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const counters = createCounters(registry);
  const gauges = createGauges(registry);
  return {
    contentType: registry.contentType,
    ...counters,
    async read() {
      await look(gauges, ports);
      // Since the last reading.
      gauges.lag.set({ quantile: '0.5' }, seconds(delay.percentile(50)));
      gauges.lag.set({ quantile: '0.99' }, seconds(delay.percentile(99)));
      gauges.lag.set({ quantile: '1' }, seconds(delay.max));
      delay.reset();
      return await registry.metrics();
    },
    stop() {
      delay.disable();
      registry.clear();
    },
  };
}

function createCounters(registry: Registry): Pick<Metrics, 'answered' | 'poked' | 'requested' | 'timed'> {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `nghisu_${name}`, help, labelNames, registers });
  const commands = counter('commands_total', 'Commands that were answered, by outcome', [
    'command',
    'outcome',
  ]);
  const refusals = counter('refusals_total', 'Commands that were refused, by code', ['code']);
  const pokes = counter('pokes_total', 'Changes sent on the live channel');
  const requests = counter('http_requests_total', 'Requests over HTTP that were answered', [
    'method',
    'route',
    'status',
  ]);
  const downloads = counter('downloads_total', 'Pieces of documents that were sent');
  const downloadBytes = counter('download_bytes_total', 'Bytes sent for documents, heads included');
  const intake = counter('intake_total', 'Files given to the hub, by outcome', ['outcome']);
  const sync = new Histogram({
    name: 'nghisu_log_sync_seconds',
    help: 'Time until a batch of entries is on the disk (write and fsync)',
    buckets: syncBuckets,
    registers,
  });
  return {
    answered(command, answer) {
      commands.inc({ command, outcome: answer.status });
      if (answer.status !== 'accepted') refusals.inc({ code: answer.code });
    },
    poked: (count) => pokes.inc(count),
    requested({ route, method, status, bytes }) {
      requests.inc({ method, route, status: String(status) });
      if (route.startsWith('/v1/blobs/') && status < 300) {
        downloads.inc();
        downloadBytes.inc(bytes);
      }
      if (method === 'POST' && route.startsWith('/v1/documents'))
        intake.inc({ outcome: status < 300 ? 'taken' : 'refused' });
    },
    timed: (log) => ({
      ...log,
      append(entries, texts) {
        const measured = sync.startTimer();
        log.append(entries, texts);
        measured();
      },
    }),
  };
}

type Gauges = ReturnType<typeof createGauges>;

function createGauges(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `nghisu_${name}`, help, labelNames, registers: [registry] });
  return {
    connections: gauge('live_connections', 'Open connections of the live channel'),
    devices: gauge('devices_linked', 'Devices that are linked, by surface', ['surface']),
    incomplete: gauge('seats_incomplete', 'Seats that are linked and lack a paper'),
    seat: gauge('seat_linked', 'Whether a seat is linked; only where it is switched on', ['seat']),
    entries: gauge('log_entries', 'Entries in the log'),
    logBytes: gauge('log_bytes', 'Bytes of the log on the disk'),
    free: gauge('disk_free_bytes', 'Free bytes of the disk that the data folder is on'),
    memory: gauge('process_resident_bytes', 'Memory of the hub’s process'),
    lag: gauge('event_loop_lag_seconds', 'Delay of the event loop since the last reading', ['quantile']),
  };
}

async function look(gauges: Gauges, ports: MetricsPorts): Promise<void> {
  const devices = ports.devices();
  const linked = devices.filter((device) => device.linked);
  for (const surface of ['seat', 'chair', 'clerk', 'screen'] as const) {
    gauges.devices.set({ surface }, linked.filter((device) => device.surface === surface).length);
  }
  const seats = linked.filter(({ surface }) => surface === 'seat');
  gauges.incomplete.set(seats.filter(({ packHeld, packTotal }) => packHeld < packTotal).length);
  gauges.seat.reset();
  if (ports.bySeat) {
    for (const { seat, linked: isLinked } of devices)
      if (seat !== null) gauges.seat.set({ seat }, Number(isLinked));
  }
  gauges.connections.set(ports.connections());
  gauges.entries.set(ports.entries());
  gauges.memory.set(process.memoryUsage.rss());
  setIfKnown(gauges.logBytes, await ports.logBytes());
  setIfKnown(gauges.free, await ports.freeBytes());
}

/** What is not known is not said: a figure of 0 would be a lie. */
function setIfKnown(gauge: Gauge, value: number | null): void {
  if (value === null) gauge.reset();
  else gauge.set(value);
}

function seconds(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0;
}
