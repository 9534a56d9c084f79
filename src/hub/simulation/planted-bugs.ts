import type { LogEntry } from '../room/log-entry.ts';
import { decide } from '../room/decide.ts';
import { evolve } from '../room/evolve.ts';
import type { RecordChange, RoomState } from '../room/room-state.ts';
import type { Rules } from '../room/room.ts';
import { read } from '../room/room-state.ts';
import type { CommandChannel, OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { Command } from '../../shared/protocol/command.ts';
import { commandId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import { ok } from '../../shared/std/result.ts';
import type { Sabotage } from './sabotage.ts';

/** A mistake that somebody could make, planted to see whether the simulation notices. */
export interface PlantedBug {
  readonly name: string;
  /** A fresh instance of the mistake for one run. */
  plant(): Sabotage;
  /** The invariants by which it may show itself. */
  readonly caughtAs: readonly string[];
  /** It must be caught by one of so many seeds, counted from 1. */
  readonly withinSeeds: number;
}

/** The mistakes, each of which the simulation must catch. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'the hub answers before the commit',
    caughtAs: ['INV-1'],
    withinSeeds: 5,
    plant: answersBeforeCommit,
  },
  {
    name: 'the hub loses the end of its log at a restart',
    caughtAs: ['INV-1', 'INV-9'],
    withinSeeds: 20,
    plant: losesTail,
  },
  { name: 'command ids are not unique', caughtAs: ['INV-2'], withinSeeds: 20, plant: forgetsIds },
  {
    name: 'command ids are remembered in memory alone',
    caughtAs: ['INV-2'],
    withinSeeds: 60,
    plant: forgetsIdsAtRestart,
  },
  { name: 'refusals are not remembered', caughtAs: ['INV-2'], withinSeeds: 60, plant: forgetsRefusals },
  { name: 'a vote is closed by the clock', caughtAs: ['INV-3'], withinSeeds: 60, plant: closesByClock },
  { name: 'late ballots are counted', caughtAs: ['INV-3'], withinSeeds: 40, plant: countsLate },
  { name: 'a changed ballot is counted twice', caughtAs: ['INV-3'], withinSeeds: 40, plant: countsTwice },
  {
    name: 'anybody may vote in anybody’s name',
    caughtAs: ['INV-2', 'INV-3'],
    withinSeeds: 40,
    plant: votesForOthers,
  },
  {
    name: 'the result is public before it is announced',
    caughtAs: ['INV-11'],
    withinSeeds: 20,
    plant: tellsResultEarly,
  },
  {
    name: 'the outbox drops what was in flight when the link broke',
    caughtAs: ['INV-4'],
    withinSeeds: 40,
    plant: dropsOnReconnect,
  },
  {
    name: 'the outbox shows a command before it is saved',
    caughtAs: ['INV-1'],
    withinSeeds: 100,
    plant: showsBeforeSaved,
  },
  {
    name: 'the outbox shows an answer before it is saved',
    caughtAs: ['INV-4'],
    withinSeeds: 100,
    plant: showsAnswerBeforeSaved,
  },
  {
    name: 'the outbox sends again under a new id',
    caughtAs: ['INV-2'],
    withinSeeds: 20,
    plant: resendsUnderNewId,
  },
  {
    name: 'the outbox does not send accepted commands to a restored hub',
    caughtAs: ['INV-1', 'INV-4'],
    withinSeeds: 40,
    plant: forgetsRestore,
  },
  {
    name: 'a replica takes a poke without looking where it begins',
    caughtAs: ['INV-9'],
    withinSeeds: 60,
    plant: ignoresPrev,
  },
  { name: 'a page leaves out a record', caughtAs: ['INV-9'], withinSeeds: 10, plant: skipsRecord },
  {
    name: 'a replica saves its checkpoint before the records',
    caughtAs: ['INV-9'],
    withinSeeds: 200,
    plant: savesCheckpointFirst,
  },
  {
    name: 'a terminal forgets the highest epoch it has seen',
    caughtAs: ['INV-10'],
    withinSeeds: 200,
    plant: forgetsEpoch,
  },
  {
    name: 'a hub is not fenced by a higher epoch',
    caughtAs: ['INV-9', 'INV-10'],
    withinSeeds: 200,
    plant: ignoresFence,
  },
  {
    name: 'a restored hub keeps its epoch',
    caughtAs: ['INV-10'],
    withinSeeds: 60,
    plant: () => ({ keepsEpoch: true }),
  },
];

function answersBeforeCommit(): Sabotage {
  return {
    log: (honest, later) => ({
      append: (entries) => later(30, () => honest.append(entries)),
      read: () => honest.read(),
    }),
  };
}

/** As a database does that does not wait for the disk: the last commit is not there after the power was cut. */
function losesTail(): Sabotage {
  return {
    log: (honest) => ({
      append: (entries) => honest.append(entries),
      read: () => {
        const entries = [...honest.read()];
        return entries.length > 10 ? entries.slice(0, -1) : entries;
      },
    }),
  };
}

function withEvolve(
  spoil: (state: RoomState, entry: LogEntry, honest: readonly RecordChange[]) => readonly RecordChange[],
): Rules {
  return { decide, evolve: (state, entry) => spoil(state, entry, evolve(state, entry)) };
}

function forgetsIds(): Sabotage {
  return {
    rules: withEvolve((state, _, honest) => {
      state.answers.clear();
      return honest;
    }),
  };
}

function forgetsIdsAtRestart(): Sabotage {
  let isReplaying = false;
  return {
    log: (honest) => ({
      append: (entries) => honest.append(entries),
      *read() {
        isReplaying = true;
        yield* honest.read();
        isReplaying = false;
      },
    }),
    rules: withEvolve((state, _, honest) => {
      if (isReplaying) state.answers.clear();
      return honest;
    }),
  };
}

function forgetsRefusals(): Sabotage {
  return {
    rules: withEvolve((state, _, honest) => {
      for (const [id, given] of state.answers) {
        if (given.answer.status === 'refused') state.answers.delete(id);
      }
      return honest;
    }),
  };
}

/** Ballots behind the lock that this rule finds good after all. */
function withLateBallots(isGood: (vote: RecordBody<'vote'>, command: Command) => boolean): Rules {
  return {
    evolve,
    decide(state, command, actor) {
      const honest = decide(state, command, actor);
      if (command.type !== 'ballot/cast' || !honest.ok || honest.value[0].type !== 'ballot/arrived-late')
        return honest;
      const vote = read(state, 'vote', command.payload.voteId);
      return vote !== null && isGood(vote, command)
        ? ok([{ type: 'ballot/cast', payload: command.payload }])
        : honest;
    },
  };
}

function closesByClock(): Sabotage {
  return { rules: withLateBallots((vote, command) => command.madeAt < (vote.lockedAt ?? 0)) };
}

function countsLate(): Sabotage {
  return { rules: withLateBallots(() => true) };
}

function countsTwice(): Sabotage {
  return {
    rules: withEvolve((state, entry, honest) => {
      if (entry.type !== 'vote/locked') return honest;
      const isChanged = (voter: string): boolean =>
        (read(state, 'ballot', `${entry.payload.voteId}~${voter}`)?.revision ?? 0) > 1;
      const extra = (read(state, 'vote', entry.payload.voteId)?.electorate ?? []).filter(isChanged).length;
      return honest.map((change) =>
        change.kind === 'tally'
          ? { ...change, body: { ...change.body, approve: change.body.approve + extra } }
          : change,
      );
    }),
  };
}

function votesForOthers(): Sabotage {
  return {
    rules: {
      evolve,
      decide(state, command, actor) {
        if (command.type !== 'ballot/cast' || actor.participantId === null)
          return decide(state, command, actor);
        const { participantId } = command.payload;
        return decide(state, command, { ...actor, participantId });
      },
    },
  };
}

function tellsResultEarly(): Sabotage {
  return {
    rules: withEvolve((_, __, honest) =>
      honest.map((change) =>
        change.kind === 'tally' ? { ...change, body: { ...change.body, announced: true } } : change,
      ),
    ),
  };
}

function dropsOnReconnect(): Sabotage {
  return {
    channel: (honest) => {
      const sent = new Set<string>();
      return through(honest, (command) => {
        if (sent.has(command.id)) return;
        sent.add(command.id);
        honest.send(command);
      });
    },
  };
}

function through(honest: CommandChannel, send: CommandChannel['send']): CommandChannel {
  return { session: honest.session, onAnswer: (listener) => honest.onAnswer(listener), send };
}

/** A store that says it has saved what it has only begun to save. */
function hastyStore(honest: OutboxStore, isHasty: (entry: OutboxEntry) => boolean): OutboxStore {
  return {
    load: () => honest.load(),
    remove: (ids) => honest.remove(ids),
    save(entry) {
      const saved = honest.save(entry);
      if (!isHasty(entry)) return saved;
      saved.catch(() => undefined);
      return Promise.resolve();
    },
  };
}

function showsBeforeSaved(): Sabotage {
  return { store: (honest) => hastyStore(honest, (entry) => entry.answer === null) };
}

function showsAnswerBeforeSaved(): Sabotage {
  return { store: (honest) => hastyStore(honest, (entry) => entry.answer !== null) };
}

function resendsUnderNewId(): Sabotage {
  return {
    channel: (honest) => {
      const times = new Map<string, number>();
      const original = (id: string): ReturnType<typeof commandId.parse> => commandId.parse(id.split('.')[0]);
      return {
        session: honest.session,
        onAnswer: (listener) => honest.onAnswer(({ id, answer }) => listener({ id: original(id), answer })),
        send(command) {
          const before = times.get(command.id) ?? 0;
          times.set(command.id, before + 1);
          honest.send(
            before === 0 ? command : { ...command, id: commandId.parse(`${command.id}.${before}`) },
          );
        },
      };
    },
  };
}

/** The outbox believes that it is always the first epoch. */
function forgetsRestore(): Sabotage {
  return {
    channel: (honest) => ({
      session: {
        get() {
          const session = honest.session.get();
          return session === null ? null : { ...session, epoch: 1 };
        },
        subscribe: (listener) => honest.session.subscribe(listener),
      },
      onAnswer: (listener) => honest.onAnswer(listener),
      send: (command) => honest.send(command),
    }),
  };
}

function ignoresPrev(): Sabotage {
  return {
    hub: (honest) => ({
      room: honest.room,
      pull: (since, limit) => honest.pull(since, limit),
      replicaReached: (checkpoint) => honest.replicaReached(checkpoint),
      onChange: (listener) =>
        honest.onChange((change) => listener(change === 'live' ? change : { ...change, prev: 0 })),
    }),
  };
}

function skipsRecord(): Sabotage {
  return {
    said: (message) =>
      message.type === 'page' && message.records.length > 2
        ? { ...message, records: message.records.slice(1) }
        : message,
  };
}

function savesCheckpointFirst(): Sabotage {
  return {
    replicaDisk(honest) {
      let held: readonly WireRecord[] = [];
      return {
        load: () => honest.load(),
        saveRecords(records) {
          held = records;
          return Promise.resolve();
        },
        async saveCheckpoint(checkpoint) {
          const saved = honest.saveCheckpoint(checkpoint);
          await Promise.all([saved, honest.saveRecords(held)]);
        },
      };
    },
  };
}

function forgetsEpoch(): Sabotage {
  return { epochs: () => ({ seen: 0, remember: () => Promise.resolve() }) };
}

function ignoresFence(): Sabotage {
  return { heard: (message) => (message.type === 'hello' ? { ...message, epochSeen: 0 } : message) };
}
