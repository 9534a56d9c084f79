import { createHash } from 'node:crypto';
import type { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import { mayView, type Viewer } from '../../shared/records/audience.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import { upMessage, type UpMessage } from '../../shared/protocol/up.ts';
import {
  commandId,
  type CommandId,
  type ParticipantId,
  type RoomId,
  type SeatLabel,
} from '../../shared/records/ids.ts';
import type { Identity } from '../room/identity.ts';
import type { Actor, LogEntry } from '../room/log-entry.ts';
import { LogFull, type LogPort } from '../room/ports.ts';
import { createRoom, type Connection, type Room } from '../room/room.ts';
import { all, read, type StoredRecord } from '../room/room-state.ts';
import { startOfTime, type Chance } from './chance.ts';
import type { Lineage } from './lineage.ts';
import type { MeetingPlan } from './meeting-plan.ts';
import type { Address, HubEnd, WayBack } from './network.ts';
import type { Sabotage } from './sabotage.ts';
import type { TerminalPlan } from './terminal.ts';

/** The machine lost power: whatever its program did next never happened. */
class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** SHA-256 of text, as the room's port wants it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What those who watch the run are told of a hub. */
export interface HubWatch {
  made(maker: string, id: CommandId): void;
  committed(lineage: Lineage, entries: readonly LogEntry[]): void;
  heard(lineage: Lineage, epoch: number, message: UpMessage): void;
  said(lineage: Lineage, message: DownMessage): void;
  /** The room threw what it must not. */
  failed(reason: unknown): void;
}

export interface HubMachinePorts {
  readonly name: string;
  readonly epoch: number;
  readonly roomId: RoomId;
  readonly plan: MeetingPlan;
  readonly lineage: Lineage;
  /** Sessions opened so far, by token; on the hub's disk. */
  readonly sessions: Map<string, { readonly device: TerminalPlan; readonly participantId: ParticipantId }>;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly watch: HubWatch;
  readonly sabotage: Sabotage;
  /** Text to message; shared, since one poke goes to many. */
  parse(text: string): DownMessage | null;
}

/** A hub: the real room on a disk, a clock and a network that fail as drawn. */
export class HubMachine implements Address {
  readonly name: string;
  readonly epoch: number;
  readonly lineage: Lineage;
  readonly clock = { offsetMs: startOfTime };
  isFull = false;
  readonly #ports: HubMachinePorts;
  readonly #ways = new Set<WayBack>();
  #room: Room | null = null;
  /** Counts power cycles; what an earlier one had planned does not happen. */
  #cycle = 0;
  #made = 0;
  #isRetired = false;
  #cutAt: 'before' | 'after' | null = null;
  #whenCut: () => void = () => undefined;

  constructor(ports: HubMachinePorts) {
    this.#ports = ports;
    this.name = ports.name;
    this.epoch = ports.epoch;
    this.lineage = ports.lineage;
  }

  get isOn(): boolean {
    return this.#room !== null;
  }

  get sessions(): HubMachinePorts['sessions'] {
    return this.#ports.sessions;
  }

  start(): void {
    if (this.#room !== null || this.#isRetired) return;
    const { roomId, time, chance, sabotage } = this.#ports;
    const cycle = this.#cycle;
    const ports = {
      log: sabotage.log?.(this.#log(), this.#planLater(cycle)) ?? this.#log(),
      now: () => Math.floor(time.nowMs + this.clock.offsetMs),
      sha256,
      sign: (text: string) => ({ key: '0'.repeat(64), value: sha256(text).repeat(2) }),
      endOfTurn: (task: () => void) => void time.after(chance.between(0, 3), () => this.#during(cycle, task)),
      later: (ms: number, task: () => void) => void time.after(ms, () => this.#during(cycle, task)),
      identify: (device: string, session: string | null) => this.#identify(device, session),
    };
    const rules = sabotage.rules === undefined ? {} : { rules: sabotage.rules };
    this.#room = createRoom(ports, { roomId, epoch: this.epoch, ...rules });
  }

  crash(): void {
    this.#room = null;
    this.#cycle += 1;
    this.lineage.fencedBy = 0;
    for (const way of this.#ways) way.die();
    this.#ways.clear();
  }

  /** It is never switched on again. */
  retire(): void {
    this.crash();
    this.#isRetired = true;
  }

  /** The power goes just before, or just after, the next lines are on disk; then `whenCut` is called. */
  cutPowerAt(moment: 'before' | 'after', whenCut: () => void): void {
    this.#cutAt = moment;
    this.#whenCut = whenCut;
  }

  /** Nothing more will befall it. */
  heal(): void {
    this.#cutAt = null;
    this.isFull = false;
    this.start();
  }

  accept(way: WayBack): HubEnd | null {
    const room = this.#room;
    if (room === null) return null;
    const cycle = this.#cycle;
    this.#ways.add(way);
    const connection = room.connect({
      send: (frame) => {
        if (cycle === this.#cycle) this.#say(way, frame.text);
      },
      close: () => way.close(),
    });
    return {
      receive: (text) => this.#during(cycle, () => this.#hear(text, connection)),
      closed: () => {
        this.#ways.delete(way);
        this.#during(cycle, () => connection.closed());
      },
    };
  }

  /** At its first start the hub makes the meeting and takes in its papers. */
  makeMeeting(): void {
    const { create, documents } = this.#ports.plan;
    const itself: Actor = { deviceId: null, surface: null, personId: null, participantId: null };
    this.#ask({ type: 'meeting/create', payload: create }, itself, () => undefined);
    for (const payload of documents) this.#ask({ type: 'document/add', payload }, itself, () => undefined);
  }

  /** A person is at a terminal and has given the right PIN; `done` gets the secret of the session. */
  signIn(device: TerminalPlan, participantId: ParticipantId, done: (token: string) => void): void {
    this.#during(this.#cycle, () => this.#signIn(device, participantId, done));
  }

  #signIn(device: TerminalPlan, participantId: ParticipantId, done: (token: string) => void): void {
    const state = this.#room?.state();
    const participant = state === undefined ? null : read(state, 'participant', participantId);
    if (participant === null || (device.surface === 'seat' && device.seat !== participant.seat)) return;
    const actor: Actor = {
      deviceId: device.deviceId,
      surface: device.surface,
      personId: participant.personId,
      participantId,
    };
    this.#ask({ type: 'attendance/sign-in', payload: { participantId } }, actor, (answer) => {
      if (answer.status !== 'accepted') return;
      const token = `session-${this.name}-${this.#made}`;
      this.sessions.set(token, { device, participantId });
      done(token);
    });
  }

  /** What the hub shows to somebody who looks now: every record that the viewer may see. */
  shownTo(viewer: Viewer): Map<string, StoredRecord> {
    const shown = new Map<string, StoredRecord>();
    for (const stored of this.#room?.state().records.values() ?? []) {
      if (mayView(viewer, stored.audience)) shown.set(stored.key, stored);
    }
    return shown;
  }

  /** Whether the hub has decided a command. */
  knows(id: CommandId): boolean {
    return this.#room?.state().answers.has(id) ?? false;
  }

  /** Who sits at a seat by what the hub shows; null for nobody. */
  personAt(seat: SeatLabel | null): ParticipantId | null {
    const state = this.#room?.state();
    if (state === undefined || seat === null) return null;
    for (const one of all(state, 'participant')) if (one.seat === seat) return one.id;
    return null;
  }

  #seatOf(participantId: ParticipantId | null): SeatLabel | null {
    const state = this.#room?.state();
    if (state === undefined || participantId === null) return null;
    return read(state, 'participant', participantId)?.seat ?? null;
  }

  #ask(intent: CommandIntent, actor: Actor, answered: (answer: CommandAnswer) => void): void {
    const cycle = this.#cycle;
    this.#made += 1;
    const id = commandId.parse(`${this.name}-${this.#made}`);
    this.#ports.watch.made(this.name, id);
    this.#during(cycle, () => this.#room?.submit({ ...intent, id, madeAt: 0 }, actor, answered));
  }

  #identify(deviceToken: string, sessionToken: string | null): Identity | null {
    const device = this.#ports.plan.terminals.find((terminal) => terminal.deviceToken === deviceToken);
    if (device === undefined) return null;
    const session = sessionToken === null ? undefined : this.sessions.get(sessionToken);
    const participantId = session?.device === device ? session.participantId : null;
    const { deviceId, surface, seat } = device;
    const own = this.#ports.sabotage.keepsSessions === true ? this.#seatOf(participantId) : null;
    return { deviceId, surface, seat: surface === 'seat' ? (own ?? seat) : seat, participantId };
  }

  /** Plans a piece of the machine's work; it is not done when the power goes before. */
  #planLater(cycle: number): (ms: number, run: () => void) => void {
    return (ms, run) => void this.#ports.time.after(ms, () => this.#during(cycle, run));
  }

  /** Runs a piece of the hub's program, unless the machine has been off since it was planned. */
  #during(cycle: number, run: () => void): void {
    if (cycle !== this.#cycle) return;
    try {
      run();
    } catch (reason) {
      if (!(reason instanceof PowerCut)) this.#ports.watch.failed(reason);
    }
  }

  #hear(text: string, connection: Connection): void {
    const { sabotage, watch } = this.#ports;
    const message = readUp(text);
    connection.receive(sabotage.heard?.(message) ?? message);
    watch.heard(this.lineage, this.epoch, message);
  }

  #say(way: WayBack, text: string): void {
    const { parse, sabotage, watch } = this.#ports;
    const message = parse(text);
    if (message === null) return watch.failed(new Error(`the hub says what nobody can read: ${text}`));
    const said = sabotage.said?.(message) ?? message;
    watch.said(this.lineage, said);
    way.send(said === message ? text : JSON.stringify(said));
  }

  #log(): LogPort {
    return {
      append: (entries) => {
        if (this.isFull) throw new LogFull('no room');
        if (this.#cutAt === 'before') this.#losePower();
        this.#ports.watch.committed(this.lineage, entries);
        if (this.#cutAt === 'after') this.#losePower();
      },
      read: () => [...this.lineage.entries],
      hashAt: (seq) => this.lineage.entries[seq - 1]?.hash ?? null,
    };
  }

  #losePower(): never {
    const whenCut = this.#whenCut;
    this.#cutAt = null;
    this.crash();
    whenCut();
    throw new PowerCut('power cut');
  }
}

/** Parses what a terminal says. Pings are many, and a bad one is the business of another test. */
function readUp(text: string): UpMessage {
  const json: unknown = JSON.parse(text);
  return text.startsWith('{"type":"ping"') ? (json as UpMessage) : upMessage.parse(json);
}
