import type { LinkStatus, RoomFacts } from '../../shared/bridge/bridge.ts';
import { Link } from '../../shared/link/link.ts';
import type { Credentials, OpenSocket } from '../../shared/link/link-ports.ts';
import type { SignedInPerson } from '../../shared/link/maker.ts';
import { openOutbox, type Outbox } from '../../shared/link/outbox.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import { isSameReplica, ReplicaFeed } from '../../shared/link/replica-feed.ts';
import { ModelReplica } from '../../shared/link/testing/model-replica.ts';
import type { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import type { Surface } from '../../shared/records/audience.ts';
import {
  commandId,
  type CommandId,
  type DeviceId,
  type ParticipantId,
  type RoomId,
  type SeatLabel,
} from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { startOfTime, type Chance } from './chance.ts';
import { Cable } from './network.ts';
import type { Sabotage } from './sabotage.ts';
import { TerminalDisk } from './terminal-disk.ts';

/** A terminal's place in the room. */
export interface TerminalPlan {
  readonly name: string;
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
  /** Whose place it is by the plan; null for the room screen and for a spare terminal. */
  readonly owner: ParticipantId | null;
  readonly deviceId: DeviceId;
  readonly deviceToken: string;
}

/** Who is signed in at a terminal, with the secret that proves it. */
export interface TerminalSession extends SignedInPerson {
  readonly token: string;
}

/** What those who watch the run are told of a terminal. */
export interface TerminalWatch {
  made(maker: string, id: CommandId): void;
  /** The terminal has told its person that the command is safe here. */
  kept(terminal: Terminal, entry: OutboxEntry): void;
  /** Its outbox shows something else than before. */
  shown(terminal: Terminal, entries: readonly OutboxEntry[]): void;
  welcomed(terminal: Terminal, room: RoomFacts): void;
  /** Records are about to be stored in its replica. */
  stored(terminal: Terminal, records: readonly WireRecord[]): void;
}

export interface TerminalPorts {
  readonly plan: TerminalPlan;
  readonly roomId: RoomId;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly watch: TerminalWatch;
  readonly sabotage: Sabotage;
  sockets(cable: Cable): OpenSocket;
  parse(text: string): DownMessage | null;
}

/** What runs while the power is on. */
interface Running {
  readonly link: Link;
  readonly timers: Timers;
  outbox: Outbox | null;
  feed: ReplicaFeed | null;
  replica: ModelReplica | null;
}

/** A seat, console or screen: the real link, outbox and feed on a disk and a clock of its own. */
export class Terminal {
  readonly plan: TerminalPlan;
  readonly clock = { offsetMs: startOfTime };
  readonly cable = new Cable();
  readonly disk: TerminalDisk;
  /** The secret of the person signed in, as the terminal keeps it over restarts. */
  session: TerminalSession | null = null;
  /** How many commands it has ever made; ids must not repeat after a restart. */
  made = 0;
  readonly #ports: TerminalPorts;
  #running: Running | null = null;
  #powerCycle = 0;

  constructor(ports: TerminalPorts) {
    this.#ports = ports;
    this.plan = ports.plan;
    this.disk = new TerminalDisk(ports.time, ports.chance);
  }

  get isOn(): boolean {
    return this.#running !== null;
  }

  /** What its person sees; nothing while it is off. */
  get records(): ReadonlyMap<string, WireRecord> {
    return this.#running?.replica?.records ?? new Map<string, WireRecord>();
  }

  /** Whose place this is by what the terminal shows; by the plan while it shows nothing. */
  get person(): ParticipantId | null {
    const { owner, seat, surface } = this.plan;
    if (surface !== 'seat') return owner;
    const planned = owner === null ? undefined : this.records.get(`participant/${owner}`);
    if (isSeatedAt(planned, seat)) return owner;
    let isEmpty = true;
    for (const record of this.records.values()) {
      if (record.kind !== 'participant') continue;
      isEmpty = false;
      if (isSeatedAt(record, seat)) return (record.body as RecordBody<'participant'>).id;
    }
    return isEmpty ? owner : null;
  }

  get entries(): readonly OutboxEntry[] {
    return this.#running?.outbox?.entries.get() ?? [];
  }

  get status(): LinkStatus['state'] {
    return this.#running?.link.status.get().state ?? 'offline';
  }

  get room(): RoomFacts | null {
    return this.#running?.link.room.get() ?? null;
  }

  /** Where its replica stands, in log sequence; 0 before the first pull. */
  get reached(): number {
    return this.#running?.replica?.checkpoint?.seq ?? 0;
  }

  start(): void {
    if (this.#running !== null) return;
    const { plan, chance, sabotage } = this.#ports;
    const timers = this.#timersUntilCrash();
    const link = new Link({
      open: this.#ports.sockets(this.cable),
      timers,
      random: chance.next,
      epochs: sabotage.epochs?.(this.disk.epochs()) ?? this.disk.epochs(),
      credentials: (): Credentials => ({
        roomId: this.#ports.roomId,
        deviceToken: plan.deviceToken,
        sessionToken: this.session?.token ?? null,
      }),
      parse: this.#ports.parse,
    });
    const running: Running = { link, timers, outbox: null, feed: null, replica: null };
    this.#running = running;
    link.room.subscribe((room) => {
      if (room === null) return;
      this.#ports.watch.welcomed(this, room);
      this.#follow(running, room);
    });
    if (this.disk.replica !== null) this.#follow(running, this.disk.replica.room);
    void this.#openOutbox(running);
    link.start();
  }

  /** The power is cut. */
  crash(): void {
    const running = this.#running;
    this.#running = null;
    this.#powerCycle += 1;
    if (running === null) return;
    running.link.stop();
    running.outbox?.stop();
    running.feed?.stop();
    running.replica?.stop();
    this.disk.crash();
  }

  /** The person asks for something. */
  submit(intent: CommandIntent): void {
    const running = this.#running;
    if (running?.outbox === null || running === null) return;
    running.outbox.submit(intent).then(
      (entry) => {
        // Nobody was told who is no longer looking at this screen.
        if (this.#running === running) this.#ports.watch.kept(this, entry);
      },
      () => undefined,
    );
  }

  signedIn(session: TerminalSession | null): void {
    // What went up before was another person's, who may not use its ids.
    if (session?.participantId !== this.session?.participantId) this.cable.forget();
    this.session = session;
    this.#running?.link.credentialsChanged();
  }

  async #openOutbox(running: Running): Promise<void> {
    const { sabotage, chance, watch, plan } = this.#ports;
    const store = this.disk.outboxStore();
    const outbox = await openOutbox({
      store: sabotage.store?.(store) ?? store,
      channel: sabotage.channel?.(running.link) ?? running.link,
      timers: running.timers,
      random: chance.next,
      newId: () => {
        this.made += 1;
        const id = commandId.parse(`${plan.name}-${this.made}`);
        watch.made(plan.name, id);
        return id;
      },
      signedIn: () => this.session,
    });
    if (this.#running !== running) return outbox.stop();
    running.outbox = outbox;
    const show = (): void => watch.shown(this, outbox.entries.get());
    outbox.entries.subscribe(show);
    show();
  }

  #follow(running: Running, room: RoomFacts): void {
    const kept = this.disk.replica;
    if (running.replica !== null && kept !== null && isSameReplica(kept.room, room)) return;
    running.feed?.stop();
    running.replica?.stop();
    const { sabotage, watch } = this.#ports;
    const hub = sabotage.hub?.(running.link) ?? running.link;
    const disk = this.disk.replicaDisk(room);
    const watched = {
      ...disk,
      saveRecords: (records: readonly WireRecord[]) => {
        watch.stored(this, records);
        return disk.saveRecords(records);
      },
    };
    const feed = new ReplicaFeed({ hub, room, onReplaced: () => undefined });
    running.feed = feed;
    running.replica = new ModelReplica({
      source: feed,
      disk: sabotage.replicaDisk?.(watched) ?? watched,
      timers: running.timers,
      batchSize: 20,
      retryMs: 1_000,
    });
  }

  /** Timers of which none fires after the power was cut. */
  #timersUntilCrash(): Timers {
    const cycle = this.#powerCycle;
    const timers = this.#ports.time.machine(this.clock);
    return {
      now: timers.now,
      after: (ms, run) => timers.after(ms, () => cycle === this.#powerCycle && run()),
    };
  }
}

function isSeatedAt(record: WireRecord | undefined, seat: SeatLabel | null): boolean {
  return ((record?.body ?? null) as RecordBody<'participant'> | null)?.seat === seat;
}
