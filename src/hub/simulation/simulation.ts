import type { LogEntry } from '../room/log-entry.ts';
import { parseDown } from '../../shared/link/parse-down.ts';
import { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import { roomId } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import { Auditor } from './auditor.ts';
import { Chance } from './chance.ts';
import { befall, cutPower, type Moment, type Victims } from './faults.ts';
import { HubMachine, sha256, type HubMachinePorts, type HubWatch } from './hub-machine.ts';
import { Lineage } from './lineage.ts';
import { planMeeting, type MeetingPlan } from './meeting-plan.ts';
import { Network } from './network.ts';
import { chairs, clerks, delegates, type Habit } from './people.ts';
import type { Sabotage } from './sabotage.ts';
import { Terminal, type TerminalPlan, type TerminalWatch } from './terminal.ts';
import { Violation } from './violation.ts';

export interface SimulationOptions {
  /** A planted bug; none in earnest. */
  readonly sabotage?: Sabotage;
}

/** What one run has seen. */
export interface SeedReport {
  readonly seed: number;
  readonly seats: number;
  readonly steps: number;
  /** Commands that people made, and of them those that a hub accepted. */
  readonly commands: number;
  readonly accepted: number;
  readonly lateBallots: number;
  readonly announcedVotes: number;
  readonly faults: number;
  readonly restored: boolean;
  /** Virtual time from the end of all faults until everything was whole again. */
  readonly healedMs: number;
}

/** An invariant did not hold, or the program broke: says the seed, and what happened last. */
export class SimulationFailure extends Error {
  override readonly name = 'SimulationFailure';
  readonly seed: number;
  /** The invariant; `fault` when the program itself threw. */
  readonly rule: string;

  constructor(seed: number, step: number, events: readonly string[], cause: unknown) {
    const what =
      cause instanceof Error ? (cause instanceof Violation ? cause.message : cause.stack) : String(cause);
    super(`seed ${seed}, step ${step}: ${what}\n${events.map((event) => `  ${event}`).join('\n')}`, {
      cause,
    });
    this.seed = seed;
    this.rule = cause instanceof Violation ? cause.rule : 'fault';
  }
}

/** Everything must be whole again this long after the last fault, in virtual milliseconds. */
const healWithinMs = 40_000;
const rememberedEvents = 40;
const room = roomId.parse('room-1');

/** Runs one meeting under the faults that the seed draws. Throws a {@link SimulationFailure}. */
export async function runSeed(seed: number, options: SimulationOptions = {}): Promise<SeedReport> {
  const simulation = new Simulation(seed, options.sabotage ?? {});
  return simulation.run();
}

class Simulation {
  readonly #seed: number;
  readonly #sabotage: Sabotage;
  readonly #chance: Chance;
  readonly #time = new VirtualTime();
  readonly #network: Network;
  readonly #auditor = new Auditor();
  readonly #plan: MeetingPlan;
  readonly #terminals: readonly Terminal[];
  readonly #victims: Victims;
  readonly #hubOf = new Map<Terminal, HubMachine>();
  readonly #absent = new Set<Terminal>();
  readonly #events: { readonly at: number; readonly event: () => string }[] = [];
  readonly #parsed = new Map<string, DownMessage | null>();
  #hubs: readonly HubMachine[];
  #restored = false;
  #isWorking = true;
  #faults = 0;
  #steps = 0;
  #found: unknown = null;

  constructor(seed: number, sabotage: Sabotage) {
    this.#seed = seed;
    this.#sabotage = sabotage;
    this.#chance = new Chance(seed);
    this.#network = new Network(this.#time, this.#chance);
    const seats = this.#chance.happens(0.15) ? 30 : this.#chance.whole(3, 12);
    this.#plan = planMeeting(seats, this.#chance);
    this.#hubs = [this.#newHub('H1', 1, new Lineage('H1', sha256), new Map())];
    this.#terminals = this.#plan.terminals.map((plan) => this.#newTerminal(plan));
    this.#victims = {
      time: this.#time,
      chance: this.#chance,
      network: this.#network,
      terminals: this.#terminals,
      doomed: new Map(),
      hubs: () => this.#hubs,
      restore: () => this.#restore(),
      tell: (event) => this.#tell(() => event),
    };
  }

  async run(): Promise<SeedReport> {
    try {
      await this.#begin();
      const workMs = this.#chance.between(15_000, 45_000);
      await this.#until(this.#time.nowMs + workMs, () => false);
      const healedMs = await this.#heal();
      this.#finish();
      return this.#report(healedMs);
    } catch (cause) {
      const events = this.#events
        .slice(-rememberedEvents)
        .map(({ at, event }) => `${at.toFixed(1)} ms: ${event()}`);
      throw new SimulationFailure(this.#seed, this.#steps, events, cause);
    }
  }

  /** The hub starts and makes the meeting; the terminals are switched on; then people and faults set in. */
  async #begin(): Promise<void> {
    const [hub] = this.#hubs;
    const first = present(hub, 'a hub');
    first.start();
    first.makeMeeting();
    await this.#until(1_000, () => false);
    for (const terminal of this.#terminals) {
      if (this.#chance.happens(0.08)) this.#absent.add(terminal);
      this.#time.after(this.#chance.between(0, 2_000), () => terminal.start());
      this.#lives(terminal);
    }
    const calmMs = this.#chance.pick([500, 1_200, 3_000, 100_000]);
    const next = (): void => {
      if (!this.#isWorking) return;
      this.#faults += 1;
      befall(this.#victims);
      this.#time.after(this.#chance.between(0, 2 * calmMs), next);
    };
    this.#time.after(this.#chance.between(1_000, 2_000 + 2 * calmMs), next);
  }

  /** A person looks at the terminal now and then, and does what habit says. */
  #lives(terminal: Terminal): void {
    if (terminal.plan.owner === null || this.#absent.has(terminal)) return;
    const habit = this.#habitOf(terminal.plan);
    const paceMs = terminal.plan.surface === 'seat' ? 1_200 : 500;
    const look = (): void => {
      this.#time.after(this.#chance.between(0.2, 1.8) * paceMs, look);
      if (!terminal.isOn) return;
      if (this.#mustSignIn(terminal)) return this.#signIn(terminal);
      if (!this.#isWorking || terminal.session === null) return;
      const intent = habit(terminal, this.#chance);
      if (intent !== null) terminal.submit(intent);
    };
    look();
  }

  #habitOf(plan: TerminalPlan): Habit {
    switch (plan.surface) {
      case 'chair':
        return chairs;
      case 'clerk':
        return clerks(this.#plan);
      case 'seat':
      case 'screen':
        return delegates;
    }
  }

  #mustSignIn(terminal: Terminal): boolean {
    if (terminal.session === null) return true;
    return terminal.status === 'live' && terminal.room?.participantId === null;
  }

  /** Over HTTP, that is: over the same cable, to the hub last dialled, and the answer may be lost on the way. */
  #signIn(terminal: Terminal): void {
    const { owner } = terminal.plan;
    const hub = this.#hubOf.get(terminal);
    if (owner === null || hub === undefined || terminal.cable.isCut) return;
    this.#network.soon(() => {
      hub.signIn(terminal.plan, owner, (token) => {
        this.#network.soon(() => {
          if (terminal.isOn && !terminal.cable.isCut) terminal.signedIn({ token, participantId: owner });
        });
      });
    });
  }

  /** Faults end: cables are mended, machines are on, disks have room. Then everything must become whole by itself. */
  async #heal(): Promise<number> {
    this.#isWorking = false;
    this.#tell(() => 'all faults end');
    this.#network.losesPokes(0);
    for (const hub of this.#hubs) hub.heal();
    for (const terminal of this.#terminals) {
      terminal.cable.mendAll();
      terminal.disk.fill(false);
      terminal.start();
      // A poke left out at the very end is revealed by the next connection only.
      if (terminal.cable.hasLostPoke) terminal.cable.reset();
    }
    if (this.#hubs.length > 1) this.#bringsTogether();
    const from = this.#time.nowMs;
    await this.#until(from + healWithinMs, () => this.#steps % 50 === 0 && this.#whyNotWhole() === null);
    const why = this.#whyNotWhole();
    if (why !== null)
      throw new Violation(why.rule, `not whole ${healWithinMs} ms after the last fault: ${why.what}`);
    return this.#time.nowMs - from;
  }

  /** Two camps that never meet cannot know of each other: now and then somebody from the one happens upon the other. */
  #bringsTogether(): void {
    this.#time.after(4_000, () => {
      const wise = this.#terminals.filter((terminal) => terminal.room?.epoch === this.#inForce.epoch);
      this.#chance.pick(wise.length > 0 ? wise : this.#terminals).cable.reset();
      this.#bringsTogether();
    });
  }

  /** What still keeps the room from being whole; null when nothing does. */
  #whyNotWhole(): { readonly rule: string; readonly what: string } | null {
    const hub = this.#inForce;
    for (const terminal of this.#terminals) {
      const { name, owner } = terminal.plan;
      const { room } = terminal;
      if (terminal.status !== 'live' || room?.epoch !== hub.epoch)
        return { rule: 'INV-9', what: `${name} is not linked with ${hub.name}` };
      const isExpected = owner !== null && !this.#absent.has(terminal);
      if (isExpected && room.participantId !== owner)
        return { rule: 'INV-9', what: `${name} has nobody signed in` };
      const open = terminal.entries.find(
        (entry) =>
          entry.answer === null || (entry.answer.status === 'accepted' && entry.confirmedEpoch < hub.epoch),
      );
      if (open !== undefined) return { rule: 'INV-4', what: `${open.id} still waits on ${name}` };
    }
    for (const terminal of this.#terminals) {
      const difference = this.#differenceOf(terminal);
      if (difference !== null) return { rule: 'INV-9', what: difference };
    }
    return null;
  }

  /** Where the replica of a terminal differs from what the hub shows to its viewer. */
  #differenceOf(terminal: Terminal): string | null {
    const shown = this.#inForce.shownTo(present(terminal.room, 'a room').viewer);
    const { name } = terminal.plan;
    let count = 0;
    for (const record of terminal.records.values()) {
      if (record.body === null) continue;
      count += 1;
      const right = shown.get(record.key);
      if (right === undefined) return `${name} holds ${record.key}, which it may not see`;
      if (right.seq !== record.seq)
        return `${name} holds ${record.key} of ${record.seq}, the hub of ${right.seq}`;
      if (JSON.stringify(right.body) !== JSON.stringify(record.body))
        return `${name} holds another ${record.key}`;
    }
    return count === shown.size ? null : `${name} holds ${count} records of ${shown.size}`;
  }

  get #inForce(): HubMachine {
    return present(this.#hubs.at(-1), 'a hub');
  }

  #newHub(name: string, epoch: number, lineage: Lineage, sessions: HubMachinePorts['sessions']): HubMachine {
    const watch: HubWatch = {
      made: (maker, id) => this.#note(() => this.#auditor.made(maker, id)),
      committed: (own, entries) => {
        this.#tell(() => `${name} writes ${entries.map(lineOf).join(', ')}`);
        this.#note(() => this.#auditor.committed(own, entries));
      },
      heard: (own, of, message) => this.#note(() => this.#auditor.heard(own, of, message)),
      said: (own, message) => {
        if (message.type === 'rejected') this.#tell(() => `${name} rejects somebody: ${message.code}`);
        if (message.type === 'answer') this.#tell(() => `${name} answers ${JSON.stringify(message)}`);
        this.#note(() => this.#auditor.said(own, message));
      },
      failed: (reason) => (this.#found ??= reason),
    };
    return new HubMachine({
      name,
      epoch,
      roomId: room,
      plan: this.#plan,
      lineage,
      sessions,
      time: this.#time,
      chance: this.#chance,
      watch,
      sabotage: this.#sabotage,
      parse: (text) => this.#parse(text),
    });
  }

  #newTerminal(plan: TerminalPlan): Terminal {
    const watch: TerminalWatch = {
      made: (maker, id) => this.#note(() => this.#auditor.made(maker, id)),
      kept: (terminal, entry) => {
        this.#tell(() => `${plan.name} keeps ${entry.id} ${entry.command} ${JSON.stringify(entry.payload)}`);
        this.#note(() => this.#auditor.kept(terminal, entry));
        this.#meetsDoom(terminal, 'kept');
      },
      shown: (terminal, entries) => {
        this.#note(() => this.#auditor.shown(terminal, entries));
        if (entries.at(-1)?.answer) this.#meetsDoom(terminal, 'answered');
      },
      welcomed: (terminal, facts) => {
        this.#tell(() => `${plan.name} is welcomed in epoch ${facts.epoch}`);
        this.#note(() => this.#auditor.welcomed(terminal, facts));
      },
      stored: (terminal, records) => {
        this.#note(() => this.#auditor.stored(terminal, records));
        this.#meetsDoom(terminal, 'stored');
      },
    };
    const terminal: Terminal = new Terminal({
      plan,
      roomId: room,
      time: this.#time,
      chance: this.#chance,
      watch,
      sabotage: this.#sabotage,
      sockets: (cable) => this.#network.socketsOf(cable, () => this.#nextHubOf(terminal)),
      parse: (text) => this.#parse(text),
    });
    return terminal;
  }

  #meetsDoom(terminal: Terminal, moment: Moment): void {
    const { doomed, chance, time } = this.#victims;
    if (doomed.get(terminal) !== moment || !this.#isWorking) return;
    doomed.delete(terminal);
    time.after(chance.between(0, 6), () => {
      if (terminal.isOn && this.#isWorking) cutPower(terminal, this.#victims);
    });
  }

  /** A terminal that knows several hubs tries them in turn. */
  #nextHubOf(terminal: Terminal): HubMachine {
    const last = this.#hubOf.get(terminal);
    const next = this.#hubs[last === undefined ? 0 : (this.#hubs.indexOf(last) + 1) % this.#hubs.length];
    const hub = present(next, 'a hub');
    this.#hubOf.set(terminal, hub);
    return hub;
  }

  /**
   * The hub's disk is lost: another machine takes over with an older copy, under a raised epoch. In half of the runs
   * the old machine comes back some time later and knows of nothing.
   */
  #restore(): boolean {
    if (this.#restored) return false;
    this.#restored = true;
    const old = this.#inForce;
    old.crash();
    const { head } = old.lineage;
    const kept = Math.max(this.#plan.documents.length + 1, head - this.#chance.whole(0, 12));
    const lineage = old.lineage.fork('H2', Math.min(kept, head));
    const sessions = this.#chance.happens(0.5) ? new Map(old.sessions) : new Map();
    const epoch = this.#sabotage.keepsEpoch === true ? old.epoch : old.epoch + 1;
    const hub = this.#newHub('H2', epoch, lineage, sessions);
    const comesBack = this.#chance.happens(0.5);
    if (!comesBack) old.retire();
    this.#hubs = comesBack ? [old, hub] : [hub];
    if (comesBack) this.#time.after(this.#chance.between(200, 8_000), () => old.start());
    const copied = lineage.head;
    this.#tell(() => `${hub.name} is restored with ${copied} of ${head} lines`);
    this.#time.after(this.#chance.between(200, 4_000), () => hub.start());
    return true;
  }

  #parse(text: string): DownMessage | null {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const parsed = parseDown(text);
    if (this.#parsed.size > 500) this.#parsed.clear();
    this.#parsed.set(text, parsed);
    return parsed;
  }

  #tell(event: () => string): void {
    this.#events.push({ at: this.#time.nowMs, event });
    if (this.#events.length > 2 * rememberedEvents) this.#events.splice(0, rememberedEvents);
  }

  /** Keeps the first violation; whoever brought it about may catch what is thrown at them. */
  #note(look: () => void): void {
    try {
      look();
    } catch (violation) {
      this.#found ??= violation;
    }
  }

  #finish(): void {
    for (const terminal of this.#terminals) this.#auditor.settled(terminal, this.#inForce.lineage);
  }

  #report(healedMs: number): SeedReport {
    const votes = [...this.#inForce.lineage.votes.values()];
    return {
      seed: this.#seed,
      seats: this.#terminals.filter((terminal) => terminal.plan.surface === 'seat').length,
      steps: this.#steps,
      commands: this.#auditor.commands,
      accepted: this.#auditor.accepted,
      lateBallots: this.#auditor.late,
      announcedVotes: votes.filter((vote) => vote.announcedSeq !== null).length,
      faults: this.#faults,
      restored: this.#restored,
      healedMs,
    };
  }

  /** Lets time pass until a moment, or until `isEnough`; after each step everything that can settle has done so. */
  async #until(moment: number, isEnough: () => boolean): Promise<void> {
    while (this.#time.step(moment)) {
      this.#steps += 1;
      // oxlint-disable-next-line no-await-in-loop
      await drained();
      if (this.#found !== null) throw this.#found;
      if (isEnough()) return;
    }
    this.#time.nowMs = Math.max(this.#time.nowMs, moment);
  }
}

/** Promise chains of the client core are no longer than this many turns; a longer one would merely settle a step later. */
async function drained(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await null;
}

function lineOf(entry: LogEntry): string {
  return `${entry.seq} ${entry.type} (${entry.commandId})`;
}
