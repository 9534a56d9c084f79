import type { RoomId, Sha256 } from '../../shared/records/ids.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { Command } from '../../shared/protocol/command.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';
import { createConnection, type Connection, type ConnectionPorts, type Peer } from './connection.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { frameOf } from './frame.ts';
import { createHall } from './hall.ts';
import { createHistory } from './history.ts';
import type { Identity } from './identity.ts';
import type { Actor } from './log-entry.ts';
import { createMachines, type Machines } from './machines.ts';
import { createPageCache } from './pages.ts';
import { createPointing } from './pointing.ts';
import type { RoomPorts } from './ports.ts';
import { replacementsInForce } from './replacements.ts';
import type { RoomState } from './room-state.ts';
import { createRoster, type Roster } from './roster.ts';
import { Writer, type Rules } from './writer.ts';

export type { Connection, Peer } from './connection.ts';
export type { Rules } from './writer.ts';

/** `read-only`: the last commit found the disk full. `stale`: a hub of a higher epoch is in force. */
export type RoomMode = 'ok' | 'read-only' | 'stale';

export interface RoomOptions {
  readonly roomId: RoomId;
  /** The epoch in which this hub accepts; at least that of the last entry in the log. */
  readonly epoch: number;
  readonly rules?: Rules;
}

/** One room: the one writer of its log, the one source of its records. */
export interface Room {
  readonly roomId: RoomId;
  readonly epoch: number;
  head(): { readonly seq: number; readonly hash: string };
  mode(): RoomMode;
  /**
   * Decides a command in the name of `actor`, whom the caller has authenticated. `answer` is called once, after the
   * entries are on disk; a command asked before gets the answer it got then (INV-2).
   */
  submit(command: Command, actor: Actor, answer: (answer: CommandAnswer) => void): void;
  /** Commits at once what this turn has decided. */
  flush(): void;
  /** A new connection of the live channel, which has not said hello yet. */
  connect(peer: Peer): Connection;
  /** Everything the room knows, committed; to read, never to change. */
  state(): RoomState;
  devices(): readonly RosterDevice[];
  /** What the terminals say of their machines. */
  readonly machines: Pick<Machines, 'of' | 'onProof'>;
  /** Asks every terminal that is linked to show that it holds its papers; see `proveDigest`. */
  askForProofs(nonce: Sha256): void;
  /**
   * How many devices have come since the hub started that had followed another copy of this room, or this one further
   * than it goes: two copies of a data folder run, or an older one.
   */
  strays(): number;
  isLinked(deviceId: Identity['deviceId']): boolean;
  /** Versions that a device has said it holds. */
  heldBy(deviceId: Identity['deviceId']): ReturnType<Roster['heldBy']>;
}

/** Opens a room over its log, which is replayed. */
export function createRoom(
  ports: RoomPorts & Pick<ConnectionPorts, 'identify'>,
  { roomId, epoch, rules = { decide, evolve } }: RoomOptions,
): Room {
  let isStale = false;
  const roster = createRoster(() => replacementsInForce(state()));
  const writer = new Writer(ports, { epoch, rules, committed: (growth) => hall.grown(growth) });
  const state = (): RoomState => writer.committed;
  const { endOfTurn, later, watch } = ports;
  const hall = createHall({ epoch, roster, endOfTurn, later, poked: (count) => watch?.poked(count) });
  const machines = createMachines();
  const strays = new Set<Identity['deviceId']>();
  const history = createHistory({ epoch, log: ports.log, head: state });
  const pages = createPageCache({ epoch, state, history });
  const pointing = createPointing({ hall, state, now: ports.now });
  const submit = submitTo(writer, watch, () => isStale);
  const connectionPorts: ConnectionPorts = {
    roomId,
    epoch,
    hall,
    roster,
    machines,
    pages,
    history,
    pointing,
    submit,
    // Another hub is in force: nothing is accepted any more, and those who are still here must look for the other.
    sawHigherEpoch() {
      writer.flush();
      isStale = true;
      hall.dismiss('hub/stale-epoch');
    },
    strayed: (deviceId) => void strays.add(deviceId),
    state,
    identify: ports.identify,
    spoken: ports.spoken,
    now: ports.now,
    upcoming: () => writer.upcoming,
    isStale: () => isStale,
  };

  return {
    roomId,
    epoch,
    submit,
    state,
    head: () => ({ seq: state().seq, hash: state().head }),
    mode: () => (isStale ? 'stale' : writer.isFull ? 'read-only' : 'ok'),
    flush: () => writer.flush(),
    devices: roster.devices,
    machines,
    askForProofs: (nonce) => hall.tellAll(frameOf({ type: 'prove', nonce })),
    strays: () => strays.size,
    isLinked: roster.isLinked,
    heldBy: roster.heldBy,
    connect: (peer) => createConnection(peer, connectionPorts),
  };
}

/** Hands commands to the writer, or says that this hub takes none any more; the figures hear of every answer. */
function submitTo(
  writer: Pick<Writer, 'submit'>,
  watch: RoomPorts['watch'],
  isStale: () => boolean,
): ConnectionPorts['submit'] {
  return (command, actor, answer, ruledOut = null) => {
    const tell = (given: CommandAnswer): void => {
      watch?.answered(command.type, given);
      answer(given);
    };
    if (isStale()) tell({ status: 'unavailable', code: 'hub/stale-epoch' });
    else writer.submit(command, actor, tell, ruledOut);
  };
}
