import { befall } from './faults.ts';
import { Look, type Habit } from './habit.ts';
import { calls } from './people-floor.ts';
import { chairs, clerks, delegates } from './people.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import type { Sabotage } from './sabotage.ts';
import type { Terminal } from './terminal.ts';
import { Violation } from './violation.ts';
import { Wholeness } from './wholeness.ts';
import { World } from './world.ts';

export interface SimulationOptions {
  /** A planted bug; none in earnest. */
  readonly sabotage?: Sabotage;
}

/** What one run has seen. */
export interface SeedReport {
  readonly seed: number;
  readonly seats: number;
  readonly steps: number;
  /** Commands that people made, and of their answers those that accepted. */
  readonly commands: number;
  readonly accepted: number;
  readonly lateBallots: number;
  readonly announcedVotes: number;
  /** What the log in force holds of the rest of the meeting. */
  readonly floorRequests: number;
  readonly floorGiven: number;
  readonly moves: number;
  readonly lateDecided: number;
  readonly confirmedCounts: number;
  readonly copiesHandedOut: number;
  readonly linesWritten: number;
  readonly faults: number;
  readonly restored: boolean;
  readonly copied: boolean;
  /** Virtual time from the end of all faults until everything was whole again. */
  readonly healedMs: number;
}

/** An invariant did not hold, or the program broke: says the seed, and what happened last. */
export class SimulationFailure extends Error {
  override readonly name = 'SimulationFailure';
  readonly seed: number;
  /** The invariant; `fault` when the program itself threw. */
  readonly rule: string;

  constructor(seed: number, step: number, events: readonly string[], cause: Error) {
    const what = cause instanceof Violation ? cause.message : cause.stack;
    super(`seed ${seed}, step ${step}: ${what}\n${events.map((event) => `  ${event}`).join('\n')}`, {
      cause,
    });
    this.seed = seed;
    this.rule = cause instanceof Violation ? cause.rule : 'fault';
  }
}

/** Everything must be whole again this long after the last fault, in virtual milliseconds. */
const healWithinMs = 40_000;

/** Runs one meeting under the faults that the seed draws. Throws a {@link SimulationFailure}. */
export async function runSeed(seed: number, options: SimulationOptions = {}): Promise<SeedReport> {
  return new Simulation(seed, options.sabotage ?? {}).run();
}

/** One run: a meeting is prepared, people work while faults befall, the faults end, everything must become whole. */
class Simulation {
  readonly #seed: number;
  readonly #world: World;
  readonly #wholeness: Wholeness;
  /** People who never come. */
  readonly #absent = new Set<ParticipantId>();
  #faults = 0;
  #steps = 0;

  constructor(seed: number, sabotage: Sabotage) {
    this.#seed = seed;
    this.#world = new World(seed, sabotage);
    this.#wholeness = new Wholeness(this.#world);
  }

  async run(): Promise<SeedReport> {
    const { chance, time } = this.#world;
    try {
      await this.#begin();
      await this.#until(time.nowMs + chance.between(13_000, 36_000), () => false);
      const healedMs = await this.#heal();
      return this.#report(healedMs);
    } catch (reason) {
      const cause = reason instanceof Error ? reason : new Error(String(reason));
      throw new SimulationFailure(this.#seed, this.#steps, this.#world.lastEvents, cause);
    }
  }

  /** The hub starts and makes the meeting; the terminals are switched on; then people and faults set in. */
  async #begin(): Promise<void> {
    const { chance, time, terminals, hubInForce } = this.#world;
    hubInForce.start();
    hubInForce.makeMeeting();
    await this.#until(1_000, () => false);
    for (const terminal of terminals) {
      const { owner, seat, surface } = terminal.plan;
      const comes = owner === null || owner === 'chair' || !chance.happens(0.08);
      if (seat !== null && owner !== null && !comes) this.#absent.add(owner);
      time.after(chance.between(0, 2_000), () => terminal.start());
      if (surface !== 'screen') this.#lives(terminal);
    }
    const calmMs = chance.pick([500, 1_200, 3_000, 100_000]);
    time.after(chance.between(1_000, 2_000 + 2 * calmMs), () => this.#befall(calmMs));
  }

  #befall(calmMs: number): void {
    const { chance, time } = this.#world;
    if (!this.#world.isAtWork) return;
    this.#faults += 1;
    befall(this.#world);
    time.after(chance.between(0, 2 * calmMs), () => this.#befall(calmMs));
  }

  /** A person looks at the terminal now and then, and does what habit says. */
  #lives(terminal: Terminal): void {
    const { auditor, chance, time } = this.#world;
    const habit = this.#habitOf(terminal);
    const paceMs = terminal.plan.surface === 'seat' ? 1_200 : 400;
    const look = (): void => {
      time.after(chance.between(0.2, 1.8) * paceMs, look);
      if (!terminal.isOn) return;
      const { person } = terminal;
      if (person === null || this.#absent.has(person)) return this.#passesBy(terminal);
      if (mustSignIn(terminal, person)) return this.#signIn(terminal, person);
      auditor.seen(terminal);
      if (!this.#world.isAtWork) return;
      const intent = habit(new Look(terminal), chance);
      if (intent !== null) terminal.submit(intent);
    };
    look();
  }

  /** Nobody sits here; now and then somebody calls for help at the terminal. */
  #passesBy(terminal: Terminal): void {
    const { chance, isAtWork } = this.#world;
    if (!isAtWork || terminal.session !== null || !chance.happens(0.02)) return;
    const intent = calls(new Look(terminal), chance);
    if (intent !== null) terminal.submit(intent);
  }

  #habitOf({ plan }: Terminal): Habit {
    switch (plan.surface) {
      case 'chair':
        return chairs(this.#world.plan);
      case 'clerk':
        return clerks(this.#world.plan);
      case 'seat':
      case 'screen':
        return delegates;
    }
  }

  /** Over HTTP, that is: over the same cable, to the hub last dialled, and the answer may be lost on the way. */
  #signIn(terminal: Terminal, person: ParticipantId): void {
    const { network } = this.#world;
    const hub = this.#world.hubOf(terminal);
    if (hub === undefined || terminal.cable.isCut) return;
    const answered = (token: string): void =>
      network.soon(() => {
        if (terminal.isOn && !terminal.cable.isCut)
          terminal.signedIn({ token, participantId: person, personId: null });
      });
    network.soon(() => hub.signIn(terminal.plan, person, answered));
  }

  /** Faults end: cables are mended, machines are on, disks have room. Then everything must become whole by itself. */
  async #heal(): Promise<number> {
    const { auditor, hubInForce, network, terminals, time } = this.#world;
    this.#world.isAtWork = false;
    this.#world.tell('all faults end');
    network.losesPokes(0);
    for (const hub of this.#world.hubs()) hub.heal();
    for (const terminal of terminals) {
      terminal.cable.mendAll();
      terminal.disk.fill(false);
      terminal.start();
      // A poke left out at the very end is revealed by the next connection only.
      if (terminal.cable.hasLostPoke) terminal.cable.reset();
    }
    if (this.#world.hubs().length > 1) this.#bringsTogether();
    const from = time.nowMs;
    const isWhole = (): boolean => this.#steps % 50 === 0 && this.#wholeness.lack(this.#absent) === null;
    await this.#until(from + healWithinMs, isWhole);
    const lack = this.#wholeness.lack(this.#absent);
    if (lack !== null) throw lack;
    for (const terminal of terminals) auditor.settled(terminal, hubInForce.lineage);
    return time.nowMs - from;
  }

  /** Two camps that never meet cannot know of each other: now and then somebody from the one happens upon the other. */
  #bringsTogether(): void {
    const { chance, terminals, hubInForce, time } = this.#world;
    time.after(4_000, () => {
      const wise = terminals.filter((terminal) => terminal.room?.epoch === hubInForce.epoch);
      chance.pick(wise.length > 0 ? wise : terminals).cable.reset();
      this.#bringsTogether();
    });
  }

  #report(healedMs: number): SeedReport {
    const { auditor, copied, hubInForce, restored, terminals } = this.#world;
    const { copies, floor, lines, seating } = hubInForce.lineage;
    const votes = [...hubInForce.lineage.votes.values()];
    return {
      seed: this.#seed,
      seats: terminals.filter((terminal) => terminal.plan.seat !== null && terminal.plan.owner !== null)
        .length,
      steps: this.#steps,
      commands: auditor.commands,
      accepted: auditor.accepted,
      lateBallots: auditor.late,
      announcedVotes: votes.filter((vote) => vote.announcedSeq !== null).length,
      floorRequests: floor.requests,
      floorGiven: floor.given,
      moves: seating.moves,
      lateDecided: votes.reduce((sum, vote) => sum + vote.decided.size, 0),
      confirmedCounts: votes.filter((vote) => vote.confirmed).length,
      copiesHandedOut: copies.handedOut,
      linesWritten: lines.written,
      faults: this.#faults,
      restored,
      copied,
      healedMs,
    };
  }

  /** Lets time pass until a moment, or until `isEnough`; after each step everything that can settle has done so. */
  async #until(moment: number, isEnough: () => boolean): Promise<void> {
    const { time } = this.#world;
    while (time.step(moment)) {
      this.#steps += 1;
      // oxlint-disable-next-line no-await-in-loop
      await drained();
      if (this.#world.found !== null) throw this.#world.found;
      if (isEnough()) return;
    }
    time.nowMs = Math.max(time.nowMs, moment);
  }
}

/** Nobody is signed in here, or the hub knows nothing of it any more. */
function mustSignIn(terminal: Terminal, person: ParticipantId): boolean {
  if (terminal.session?.participantId !== person) return true;
  return terminal.status === 'live' && terminal.room?.participantId === null;
}

const settledTurn = Promise.resolve();

/** Promise chains of the client core are no longer than this many turns; a longer one would merely settle a step later. */
async function drained(): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop
  for (let turn = 0; turn < 12; turn += 1) await settledTurn;
}
