import type { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import type { Chance } from './chance.ts';
import type { HubMachine } from './hub-machine.ts';
import type { Network } from './network.ts';
import type { Terminal } from './terminal.ts';

/** What faults may befall; all of it is the simulation's own. */
export interface Victims {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly network: Network;
  readonly terminals: readonly Terminal[];
  /** The hubs that exist now, the one in force last. */
  readonly hubs: () => readonly HubMachine[];
  /** Terminals whose power goes right after the moment named. */
  readonly doomed: Map<Terminal, Moment>;
  /** Replaces the hub by one restored from an older copy under a raised epoch. False when that was done before. */
  readonly restore: () => boolean;
  /** Lets a copy of the hub's folder take over in the same epoch. False when that, or a restore, was done before. */
  readonly copy: () => boolean;
  readonly tell: (event: string) => void;
}

/** When a terminal is most easily caught with half of its work on disk. */
export type Moment = 'kept' | 'answered' | 'stored';

type Fault = (victims: Victims) => void;

const clockStepMs = 10 * 60_000;

/** Every kind of fault, and how often one is drawn in comparison with the others. */
const kinds: readonly { readonly weight: number; readonly befalls: Fault }[] = [
  { weight: 6, befalls: resetsConnection },
  { weight: 4, befalls: darkensConnection },
  { weight: 4, befalls: pullsCables },
  { weight: 5, befalls: restartsTerminal },
  { weight: 5, befalls: dooms },
  { weight: 4, befalls: cutsHubPower },
  { weight: 4, befalls: cutsHubPowerInCommit },
  { weight: 3, befalls: fillsHubDisk },
  { weight: 2, befalls: fillsTerminalDisk },
  { weight: 5, befalls: stepsClock },
  { weight: 6, befalls: replaysFrames },
  { weight: 4, befalls: losesPokes },
  { weight: 1, befalls: (victims) => void victims.restore() },
  { weight: 1, befalls: (victims) => void victims.copy() },
];

const total = kinds.reduce((sum, kind) => sum + kind.weight, 0);

/** Draws one fault and lets it befall. */
export function befall(victims: Victims): void {
  let drawn = victims.chance.between(0, total);
  for (const kind of kinds) {
    drawn -= kind.weight;
    if (drawn < 0) return kind.befalls(victims);
  }
}

function resetsConnection({ chance, terminals, tell }: Victims): void {
  const terminal = chance.pick(terminals);
  tell(`${terminal.plan.name}: connections reset`);
  terminal.cable.reset();
}

function darkensConnection({ chance, terminals, tell }: Victims): void {
  const terminal = chance.pick(terminals);
  tell(`${terminal.plan.name}: connections go dark`);
  for (const connection of terminal.cable.connections) connection.isDark = true;
}

/** A switch loses its uplink: everything behind it is cut off for a while. */
function pullsCables({ chance, terminals, time, tell }: Victims): void {
  const share = chance.pick([0.1, 0.3, 0.9]);
  const behind = terminals.filter(() => chance.happens(share));
  const forMs = chance.between(500, 14_000);
  tell(`${behind.length} cables cut for ${Math.round(forMs)} ms`);
  for (const { cable } of behind) {
    cable.cut();
    time.after(forMs, () => cable.mend());
  }
}

function restartsTerminal(victims: Victims): void {
  const terminal = victims.chance.pick(victims.terminals);
  if (terminal.isOn) cutPower(terminal, victims);
}

/** Cuts a terminal's power and gives it back some time later. */
export function cutPower(
  terminal: Terminal,
  { chance, time, tell }: Pick<Victims, 'chance' | 'time' | 'tell'>,
): void {
  tell(`${terminal.plan.name}: power cut`);
  terminal.crash();
  time.after(chance.between(50, 6_000), () => {
    tell(`${terminal.plan.name}: on again`);
    terminal.start();
  });
}

/** Power goes in the worst moment: just after the person was told, or while records are being stored. */
function dooms({ chance, terminals, doomed, tell }: Victims): void {
  const moment = chance.pick(['kept', 'answered', 'stored'] as const);
  const count = chance.whole(1, 3);
  for (let at = 0; at < count; at += 1) {
    const terminal = chance.pick(terminals);
    tell(`${terminal.plan.name}: power will be cut when next something is ${moment}`);
    doomed.set(terminal, moment);
  }
}

function cutsHubPower({ chance, time, hubs, tell }: Victims): void {
  const hub = chance.pick(hubs());
  if (!hub.isOn) return;
  tell(`${hub.name}: power cut`);
  hub.crash();
  restartLater(hub, chance, time);
}

/** The power goes in the middle of a commit: just before the lines are on disk, or just after, before any answer. */
function cutsHubPowerInCommit({ chance, time, hubs, tell }: Victims): void {
  const hub = chance.pick(hubs());
  if (!hub.isOn) return;
  const moment = chance.pick(['before', 'after'] as const);
  tell(`${hub.name}: power will be cut ${moment} the next commit`);
  hub.cutPowerAt(moment, () => restartLater(hub, chance, time));
}

function restartLater(hub: HubMachine, chance: Chance, time: VirtualTime): void {
  time.after(chance.between(100, 5_000), () => hub.start());
}

function fillsHubDisk({ chance, time, hubs, tell }: Victims): void {
  const hub = chance.pick(hubs());
  tell(`${hub.name}: disk full`);
  hub.isFull = true;
  time.after(chance.between(200, 4_000), () => (hub.isFull = false));
}

function fillsTerminalDisk({ chance, time, terminals, tell }: Victims): void {
  const terminal = chance.pick(terminals);
  tell(`${terminal.plan.name}: disk full`);
  terminal.disk.fill(true);
  time.after(chance.between(200, 4_000), () => terminal.disk.fill(false));
}

function stepsClock({ chance, terminals, hubs, tell }: Victims): void {
  const machine = chance.happens(0.3) ? chance.pick(hubs()) : chance.pick(terminals);
  const stepMs = chance.pick([-clockStepMs, clockStepMs]);
  tell(`a clock is set by ${stepMs / 60_000} minutes`);
  machine.clock.offsetMs += stepMs;
}

/** Frames that were sent before come again, on whatever connection there is now. */
function replaysFrames({ chance, terminals, tell }: Victims): void {
  const terminal = chance.pick(terminals);
  // In the session in which they were made: in another they would be another person's, who may not use their ids.
  if (terminal.status !== 'live' || terminal.room?.participantId !== terminal.session?.participantId) return;
  tell(`${terminal.plan.name}: old frames come again`);
  for (let count = chance.whole(1, 4); count > 0; count -= 1) terminal.cable.replay(chance);
}

/** The hub leaves out pokes for clients it finds slow, for a while. */
function losesPokes({ chance, time, network, tell }: Victims): void {
  tell('pokes are left out');
  network.losesPokes(0.3);
  time.after(chance.between(300, 3_000), () => network.losesPokes(0));
}
