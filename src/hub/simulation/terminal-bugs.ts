import type { CommandChannel, OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import { commandId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { Sabotage } from './sabotage.ts';

export function dropsOnReconnect(): Sabotage {
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
  return {
    ...memoryOf(honest),
    session: honest.session,
    onAnswer: (listener) => honest.onAnswer(listener),
    send,
  };
}

/** What a channel says of commands of lower epochs, as it is. */
function memoryOf(
  honest: CommandChannel,
): Pick<CommandChannel, 'answersReach' | 'recollect' | 'onRecollection'> {
  return {
    answersReach: (place) => honest.answersReach(place),
    recollect: (ids) => honest.recollect(ids),
    onRecollection: (listener) => honest.onRecollection(listener),
  };
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

export function showsBeforeSaved(): Sabotage {
  return { store: (honest) => hastyStore(honest, (entry) => entry.answer === null) };
}

export function showsAnswerBeforeSaved(): Sabotage {
  return { store: (honest) => hastyStore(honest, (entry) => entry.answer !== null) };
}

export function resendsUnderNewId(): Sabotage {
  return {
    channel: (honest) => {
      const times = new Map<string, number>();
      const original = (id: string): ReturnType<typeof commandId.parse> => commandId.parse(id.split('.')[0]);
      return {
        ...memoryOf(honest),
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
export function forgetsRestore(): Sabotage {
  return {
    channel: (honest) => ({
      ...memoryOf(honest),
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

/** The outbox asks nobody whether a restored hub still has what people who have left had sent. */
export function asksNothing(): Sabotage {
  return {
    channel: (honest) => ({
      ...through(honest, (command) => honest.send(command)),
      recollect: () => undefined,
    }),
  };
}

/** The outbox believes that a restored hub has whatever it asked about. */
export function believesAll(): Sabotage {
  return {
    channel: (honest) => ({
      ...through(honest, (command) => honest.send(command)),
      onRecollection: (listener) => honest.onRecollection(({ asked }) => listener({ asked, known: asked })),
    }),
  };
}

export function ignoresPrev(): Sabotage {
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

export function savesCheckpointFirst(): Sabotage {
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

/** The outbox believes that there is only one history. */
export function forgetsHistory(): Sabotage {
  return {
    channel: (honest) => ({
      ...through(honest, (command) => honest.send(command)),
      session: {
        get() {
          const session = honest.session.get();
          return session === null ? null : { ...session, history: 0 };
        },
        subscribe: (listener) => honest.session.subscribe(listener),
      },
    }),
  };
}

export function forgetsEpoch(): Sabotage {
  return { epochs: () => ({ seen: 0, history: 0, remember: () => Promise.resolve() }) };
}
