import type { RoomId } from '../../shared/records/ids.ts';
import type { RecordKey } from '../../shared/records/registry.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { Command } from '../../shared/protocol/command.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';
import type { WeatherCode } from '../../shared/refusals/refusal-table.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import { apply, answerOf } from './apply.ts';
import { createConnection, type Connection, type Peer } from './connection.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { createHall } from './hall.ts';
import type { Identity } from './identity.ts';
import { hashedText, type Actor, type Happening, type LogEntry } from './log-entry.ts';
import { createPageCache } from './pages.ts';
import { LogFull, type RoomPorts } from './ports.ts';
import { emptyState, type RoomState } from './room-state.ts';
import { createRoster } from './roster.ts';

export type { Connection, Peer } from './connection.ts';

/** `read-only`: the last commit found the disk full. `stale`: a hub of a higher epoch is in force. */
export type RoomMode = 'ok' | 'read-only' | 'stale';

/** The rules of the room; replaced only to prove that the simulation notices wrong ones. */
export interface Rules {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
}

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
  isLinked(deviceId: Identity['deviceId']): boolean;
}

/** Decided, not yet on disk. */
interface Batch {
  readonly entries: LogEntry[];
  readonly changed: Set<RecordKey>;
  readonly replies: (readonly [(answer: CommandAnswer) => void, CommandAnswer])[];
  readonly from: number;
}

/** Opens a room over its log, which is replayed. */
export function createRoom(
  ports: RoomPorts & { identify(deviceToken: string, sessionToken: string | null): Identity | null },
  options: RoomOptions,
): Room {
  const { roomId, epoch } = options;
  const rules = options.rules ?? { decide, evolve };
  let state = replay(ports, rules);
  let mode: RoomMode = 'ok';
  let batch: Batch | null = null;
  const roster = createRoster();
  const hall = createHall({ epoch, roster, now: ports.now, endOfTurn: ports.endOfTurn, state: () => state });
  const pages = createPageCache(() => state, epoch);

  const openBatch = (): Batch => {
    if (batch !== null) return batch;
    batch = { entries: [], changed: new Set(), replies: [], from: state.seq };
    ports.endOfTurn(flush);
    return batch;
  };

  const append = (
    into: Batch,
    happening: Happening,
    command: Command,
    intent: string,
    actor: Actor,
  ): LogEntry => {
    const { seq, head } = state;
    const at = ports.now();
    const draft = { epoch, seq: seq + 1, at, commandId: command.id, intent, actor, prev: head, ...happening };
    const entry: LogEntry = { ...draft, hash: ports.sha256(hashedText(draft)) };
    for (const key of apply(state, entry, rules.evolve(state, entry))) into.changed.add(key);
    into.entries.push(entry);
    return entry;
  };

  const submit: Room['submit'] = (command, actor, answer) => {
    if (mode === 'stale') return answer({ status: 'unavailable', code: 'hub/stale-epoch' });
    const intent = ports.sha256(canonicalJson([command.type, command.payload, actor.participantId]));
    const given = state.answers.get(command.id);
    if (given !== undefined) {
      const isSame = given.intent === intent;
      const known: CommandAnswer = isSame
        ? given.answer
        : { status: 'refused', epoch, seq: state.seq, code: 'command/id-reused' };
      // It may have been decided in this very turn, and then nobody may hear of it before the commit.
      if (batch === null) answer(known);
      else batch.replies.push([answer, known]);
      return;
    }
    const decision = rules.decide(state, command, actor);
    const happenings: readonly Happening[] = decision.ok
      ? decision.value
      : [{ type: 'command/refused', payload: { command: command.type, code: decision.reason } }];
    const into = openBatch();
    const entries = happenings.map((happening) => append(into, happening, command, intent, actor));
    const last = entries.at(-1);
    if (last !== undefined) into.replies.push([answer, answerOf(last)]);
  };

  function flush(): void {
    if (batch === null) return;
    const { entries, changed, replies, from } = batch;
    batch = null;
    try {
      ports.log.append(entries);
    } catch (error) {
      if (!(error instanceof LogFull)) throw error;
      mode = 'read-only';
      state = replay(ports, rules);
      return sendAll(replies, 'hub/disk-full');
    }
    if (mode === 'read-only') mode = 'ok';
    for (const [answer, given] of replies) answer(given);
    hall.changed(from, changed);
  }

  /** Another hub is in force: nothing is accepted any more, and those who are still here must look for the other. */
  function becomeStale(): void {
    flush();
    mode = 'stale';
    hall.dismiss('hub/stale-epoch');
  }

  return {
    roomId,
    epoch,
    head: () => (flush(), { seq: state.seq, hash: state.head }),
    mode: () => mode,
    submit,
    flush,
    state: () => (flush(), state),
    devices: roster.devices,
    isLinked: roster.isLinked,
    connect: (peer) =>
      createConnection(peer, {
        roomId,
        epoch,
        hall,
        roster,
        pages,
        submit,
        identify: ports.identify,
        now: ports.now,
        state: () => (flush(), state),
        upcoming: () => state,
        sawHigherEpoch: becomeStale,
        isStale: () => mode === 'stale',
      }),
  };
}

function sendAll(replies: Batch['replies'], code: WeatherCode): void {
  for (const [answer] of replies) answer({ status: 'unavailable', code });
}

/** Rebuilds the state from what is on disk. */
function replay(ports: RoomPorts, rules: Rules): RoomState {
  const state = emptyState();
  for (const entry of ports.log.read()) apply(state, entry, rules.evolve(state, entry));
  return state;
}
