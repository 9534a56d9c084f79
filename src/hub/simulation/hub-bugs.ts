import { genesisHash, type LogEntry } from '../room/log-entry.ts';
import { decide } from '../room/decide.ts';
import { evolve } from '../room/evolve.ts';
import { read, type RecordChange, type RoomState } from '../room/room-state.ts';
import type { Rules } from '../room/room.ts';
import type { Command } from '../../shared/protocol/command.ts';
import type { HelloMessage } from '../../shared/protocol/hello.ts';
import type { PullMessage } from '../../shared/protocol/pull.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { ok } from '../../shared/std/result.ts';
import type { Sabotage } from './sabotage.ts';

export function answersBeforeCommit(): Sabotage {
  return {
    log: (honest, later) => ({
      ...honest,
      append: (entries) => later(30, () => honest.append(entries)),
    }),
  };
}

/** As a database does that does not wait for the disk: the last commit is not there after the power was cut. */
export function losesTail(): Sabotage {
  return {
    log: (honest) => ({
      ...honest,
      read: () => {
        const entries = [...honest.read()];
        return entries.length > 10 ? entries.slice(0, -1) : entries;
      },
    }),
  };
}

/** Honest rules whose records are spoilt. */
export function withEvolve(
  spoil: (state: RoomState, entry: LogEntry, honest: readonly RecordChange[]) => readonly RecordChange[],
): Rules {
  return { decide, evolve: (state, entry) => spoil(state, entry, evolve(state, entry)) };
}

export function forgetsIds(): Sabotage {
  return {
    rules: withEvolve((state, _, honest) => {
      state.answers.clear();
      return honest;
    }),
  };
}

export function forgetsIdsAtRestart(): Sabotage {
  let isReplaying = false;
  return {
    log: (honest) => ({
      ...honest,
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

export function forgetsRefusals(): Sabotage {
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

export function closesByClock(): Sabotage {
  return { rules: withLateBallots((vote, command) => command.madeAt < (vote.lockedAt ?? 0)) };
}

export function countsLate(): Sabotage {
  return { rules: withLateBallots(() => true) };
}

export function countsTwice(): Sabotage {
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

export function votesForOthers(): Sabotage {
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

export function tellsResultEarly(): Sabotage {
  return {
    rules: withEvolve((_, __, honest) =>
      honest.map((change) =>
        change.kind === 'tally' ? { ...change, body: { ...change.body, announced: true } } : change,
      ),
    ),
  };
}

export function skipsRecord(): Sabotage {
  return {
    said: (message) =>
      message.type === 'page' && message.records.length > 2
        ? { ...message, records: message.records.slice(1) }
        : message,
  };
}

export function hidesShorterLog(): Sabotage {
  return {
    heard: (message) => (message.type === 'pull' ? withoutCheck(message) : message),
    said: (message) =>
      message.type === 'page' ? { ...message, upTo: Math.max(message.since, message.upTo) } : message,
  };
}

/** The hub believes that whoever comes has followed its own log. */
export function comparesNothing(): Sabotage {
  return {
    heard(message) {
      if (message.type === 'pull') return withoutCheck(message);
      return message.type === 'hello' ? withoutAnswered(withoutHead(message)) : message;
    },
  };
}

/** The hub looks at what a hello names, and not at where a pull begins. */
export function comparesHelloOnly(): Sabotage {
  return { heard: (message) => (message.type === 'pull' ? withoutCheck(message) : message) };
}

/** A page has its records and no word of where the log ended: a place that every log has stands there instead. */
export function saysNoEnd(): Sabotage {
  return {
    said: (message) => (message.type === 'page' ? { ...message, head: 0, check: genesisCheck } : message),
  };
}

const genesisCheck = checkCode(genesisHash);

function withoutCheck(pull: PullMessage): PullMessage {
  return { ...pull, check: undefined };
}

function withoutHead(hello: HelloMessage): HelloMessage {
  const { have } = hello;
  return { ...hello, have: have && { epoch: have.epoch, seq: have.seq } };
}

function withoutAnswered(hello: HelloMessage): HelloMessage {
  return { ...hello, answered: undefined };
}

export function ignoresFence(): Sabotage {
  return { heard: (message) => (message.type === 'hello' ? { ...message, epochSeen: 0 } : message) };
}
