import type { LogEntry } from '../room/log-entry.ts';
import { parseDown } from '../../shared/link/parse-down.ts';
import { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import { roomId } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import { Auditor } from './auditor.ts';
import { Chance } from './chance.ts';
import { cutPower, type Moment, type Victims } from './faults.ts';
import { HubMachine, sha256, type HubMachinePorts, type HubWatch } from './hub-machine.ts';
import { Lineage } from './lineage.ts';
import { planMeeting, type MeetingPlan } from './meeting-plan.ts';
import { Network } from './network.ts';
import type { Sabotage } from './sabotage.ts';
import { Terminal, type TerminalPlan, type TerminalWatch } from './terminal.ts';

const room = roomId.parse('room-1');
const rememberedEvents = 40;

/** One room in one process: every machine, the cables between them, virtual time, and the auditor who sees it all. */
export class World implements Victims {
  readonly chance: Chance;
  readonly time = new VirtualTime();
  readonly network: Network;
  readonly auditor = new Auditor();
  readonly plan: MeetingPlan;
  readonly terminals: readonly Terminal[];
  readonly doomed = new Map<Terminal, Moment>();
  /** False from the end of all faults on. */
  isAtWork = true;
  restored = false;
  /** The hub's folder was copied by hand. */
  copied = false;
  /** The first thing that went wrong; whoever brought it about may have caught what was thrown at them. */
  found: Error | null = null;
  readonly #sabotage: Sabotage;
  readonly #dialled = new Map<Terminal, HubMachine>();
  readonly #events: { readonly at: number; readonly event: () => string }[] = [];
  readonly #parsed = new Map<string, DownMessage | null>();
  #roster: { readonly text: string; readonly message: DownMessage | null } = { text: '', message: null };
  #hubs: readonly HubMachine[];

  constructor(seed: number, sabotage: Sabotage) {
    this.#sabotage = sabotage;
    this.chance = new Chance(seed);
    this.network = new Network(this.time, this.chance);
    const seats = this.chance.happens(0.28) ? 30 : this.chance.whole(3, 12);
    this.plan = planMeeting(seats, this.chance);
    this.#hubs = [this.#newHub('H1', 1, new Lineage('H1', sha256), new Map())];
    this.terminals = this.plan.terminals.map((plan) => this.#newTerminal(plan));
  }

  readonly hubs = (): readonly HubMachine[] => this.#hubs;

  get hubInForce(): HubMachine {
    return present(this.#hubs.at(-1), 'a hub');
  }

  /** The hub that a terminal has dialled last. */
  hubOf(terminal: Terminal): HubMachine | undefined {
    return this.#dialled.get(terminal);
  }

  /**
   * The hub's disk is lost: another machine takes over with an older copy, under a raised epoch. In half of the runs
   * the old machine comes back some time later and knows of nothing.
   */
  readonly restore = (): boolean => {
    if (this.restored || this.#hubs.length > 1) return false;
    this.restored = true;
    const old = this.hubInForce;
    old.crash();
    const { head } = old.lineage;
    const copied = Math.min(head, Math.max(this.plan.documents.length + 1, head - this.chance.whole(0, 12)));
    const sessions: HubMachinePorts['sessions'] = this.chance.happens(0.5)
      ? new Map(old.sessions)
      : new Map();
    const epoch = this.#sabotage.keepsEpoch === true ? old.epoch : old.epoch + 1;
    const hub = this.#newHub('H2', epoch, old.lineage.fork('H2', copied), sessions);
    this.note(() => `${hub.name} is restored with ${copied} of ${head} lines`);
    const comesBack = this.chance.happens(0.5);
    this.#hubs = comesBack ? [old, hub] : [hub];
    if (comesBack) this.time.after(this.chance.between(200, 8_000), () => old.start());
    else old.retire();
    this.time.after(this.chance.between(200, 4_000), () => hub.start());
    return true;
  };

  /**
   * Somebody copies the hub's folder by hand and starts the copy beside it, without a new epoch. For a while terminals
   * happen upon the one or the other; then the first is switched off for good, and the copy is the longer by then.
   */
  readonly copy = (): boolean => {
    if (this.restored || this.copied) return false;
    this.copied = true;
    const first = this.hubInForce;
    const { head } = first.lineage;
    const length = Math.min(head, Math.max(this.plan.documents.length + 1, head - this.chance.whole(0, 6)));
    const sessions = this.chance.happens(0.7) ? new Map(first.sessions) : new Map();
    const copy = this.#newHub('C1', first.epoch, first.lineage.fork('C1', length), sessions);
    this.note(() => `${copy.name} is a copy by hand of ${length} of ${head} lines`);
    this.auditor.copied(first.lineage, copy.lineage);
    this.#hubs = [first, copy];
    this.time.after(this.chance.between(200, 3_000), () => copy.start());
    this.time.after(this.chance.between(1_000, 8_000), () => {
      first.retire();
      this.#hubs = [copy];
      this.#outgrows(copy, first.lineage.head);
    });
    return true;
  };

  /** People sign in where the copy serves, and nobody hears the answer, until its log is longer than the first one's. */
  #outgrows(copy: HubMachine, head: number): void {
    if (copy.lineage.head > head) return this.note(() => `${copy.name} has outgrown line ${head}`);
    copy.start();
    const plan = this.chance.pick(this.plan.terminals);
    if (plan.owner !== null) copy.signIn(plan, plan.owner, () => undefined);
    this.time.after(20, () => this.#outgrows(copy, head));
  }

  readonly tell = (event: string): void => this.note(() => event);

  /** Remembers an event; its text is made only when somebody wants to read it. */
  note(event: () => string): void {
    this.#events.push({ at: this.time.nowMs, event });
    if (this.#events.length > 2 * rememberedEvents) this.#events.splice(0, rememberedEvents);
  }

  get lastEvents(): string[] {
    return this.#events.slice(-rememberedEvents).map(({ at, event }) => `${at.toFixed(1)} ms: ${event()}`);
  }

  #newHub(name: string, epoch: number, lineage: Lineage, sessions: HubMachinePorts['sessions']): HubMachine {
    return new HubMachine({
      name,
      epoch,
      roomId: room,
      plan: this.plan,
      lineage,
      sessions,
      time: this.time,
      chance: this.chance,
      watch: this.#watchHub(name),
      sabotage: this.#sabotage,
      parse: (text) => this.#parse(text),
    });
  }

  #watchHub(name: string): HubWatch {
    return {
      made: (maker, id) => this.#audit(() => this.auditor.made(maker, id)),
      committed: (lineage, entries) => {
        this.note(() => `${name} writes ${entries.map(lineOf).join(', ')}`);
        this.#audit(() => this.auditor.committed(lineage, entries));
      },
      heard: (lineage, epoch, message) => this.#audit(() => this.auditor.heard(lineage, epoch, message)),
      said: (lineage, message) => {
        if (message.type === 'rejected') this.note(() => `${name} rejects somebody: ${message.code}`);
        if (message.type === 'answer') this.note(() => `${name} answers ${JSON.stringify(message)}`);
        this.#audit(() => this.auditor.said(lineage, message));
      },
      failed: (reason) => this.#fail(reason),
    };
  }

  #newTerminal(plan: TerminalPlan): Terminal {
    const terminal: Terminal = new Terminal({
      plan,
      roomId: room,
      time: this.time,
      chance: this.chance,
      watch: this.#watchTerminal(plan.name),
      sabotage: this.#sabotage,
      sockets: (cable) => this.network.socketsOf(cable, () => this.#nextHubFor(terminal)),
      parse: (text) => this.#parse(text),
    });
    return terminal;
  }

  #watchTerminal(name: string): TerminalWatch {
    return {
      made: (maker, id) => this.#audit(() => this.auditor.made(maker, id)),
      kept: (terminal, entry) => {
        this.note(() => `${name} keeps ${entry.id} ${entry.command} ${JSON.stringify(entry.payload)}`);
        this.#audit(() => this.auditor.kept(terminal, entry));
        this.#meetsDoom(terminal, 'kept');
      },
      shown: (terminal, entries) => {
        this.#audit(() => this.auditor.shown(terminal, entries));
        if (entries.at(-1)?.answer) this.#meetsDoom(terminal, 'answered');
      },
      welcomed: (terminal, facts) => {
        this.note(() => `${name} is welcomed in epoch ${facts.epoch}`);
        this.#audit(() => this.auditor.welcomed(terminal, facts));
      },
      stored: (terminal, records) => {
        this.#audit(() => this.auditor.stored(terminal, records));
        this.#meetsDoom(terminal, 'stored');
      },
    };
  }

  #meetsDoom(terminal: Terminal, moment: Moment): void {
    if (this.doomed.get(terminal) !== moment) return;
    this.doomed.delete(terminal);
    this.time.after(this.chance.between(0, 6), () => {
      if (terminal.isOn && this.isAtWork) cutPower(terminal, this);
    });
  }

  /** A terminal that knows several hubs tries them in turn. */
  #nextHubFor(terminal: Terminal): HubMachine {
    const last = this.#dialled.get(terminal);
    const next = this.#hubs[last === undefined ? 0 : (this.#hubs.indexOf(last) + 1) % this.#hubs.length];
    const hub = present(next, 'a hub');
    this.#dialled.set(terminal, hub);
    return hub;
  }

  /** Parses what a hub says. Pongs and rosters are many and nobody's business here; their shape is tested elsewhere. */
  #parse(text: string): DownMessage | null {
    if (text.startsWith('{"type":"pong"')) return JSON.parse(text) as DownMessage;
    if (text.startsWith('{"type":"roster"')) return this.#parseRoster(text);
    const [, request] = /^\{"type":"page","request":(-?\d+),/.exec(text) ?? [];
    if (request === undefined) return this.#parseOnce(text);
    // The same page goes to many, each of whom asked under another number.
    const page = this.#parseOnce(text.replace(`"request":${request}`, '"request":0'));
    return page?.type === 'page' ? { ...page, request: Number(request) } : page;
  }

  /** The same roster goes to both consoles. */
  #parseRoster(text: string): DownMessage {
    if (this.#roster.text !== text) this.#roster = { text, message: JSON.parse(text) as DownMessage };
    return present(this.#roster.message, 'a roster');
  }

  #parseOnce(text: string): DownMessage | null {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    // Every third by the schema: the rest is read as quickly as can be.
    const parsed = this.#parsed.size % 3 === 0 ? parseDown(text) : (JSON.parse(text) as DownMessage);
    if (this.#parsed.size > 500) this.#parsed.clear();
    this.#parsed.set(text, parsed);
    return parsed;
  }

  #audit(look: () => void): void {
    try {
      look();
    } catch (reason) {
      this.#fail(reason);
    }
  }

  #fail(reason: unknown): void {
    this.found ??= reason instanceof Error ? reason : new Error(String(reason));
  }
}

function lineOf(entry: LogEntry): string {
  return `${entry.seq} ${entry.type} (${entry.commandId})`;
}
