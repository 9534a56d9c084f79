import { decide } from '../room/decide.ts';
import { evolve } from '../room/evolve.ts';
import type { Happening } from '../room/log-entry.ts';
import { all, read, votersPresent, type RecordChange, type RoomState } from '../room/room-state.ts';
import type { CommandPayload, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import { recordLineId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { present } from '../../shared/std/must.ts';
import { ok } from '../../shared/std/result.ts';
import { withEvolve } from './hub-bugs.ts';
import type { Sabotage } from './sabotage.ts';

/** A rule was forgotten: what honest rules refuse with `code` happens. */
function despite<Type extends CommandType>(
  type: Type,
  code: RefusalCode,
  happening: (payload: CommandPayload<Type>, state: RoomState, madeAt: number) => Happening,
): Sabotage {
  return {
    rules: {
      evolve,
      decide(state, command, actor) {
        const honest = decide(state, command, actor);
        if (command.type !== type || honest.ok || honest.reason !== code) return honest;
        return ok([happening(command.payload as CommandPayload<Type>, state, command.madeAt)]);
      },
    },
  };
}

// The floor.

export function losesRequests(): Sabotage {
  return {
    rules: withEvolve((state, entry, honest) => {
      if (entry.type !== 'floor/given') return honest;
      const other = [...all(state, 'speech')].find(
        ({ id, state: at }) => at === 'waiting' && id !== entry.payload.requestId,
      );
      return other === undefined
        ? honest
        : [...honest, { kind: 'speech', body: { ...other, state: 'spoken' } }];
    }),
  };
}

export function letsTwoSpeak(): Sabotage {
  return {
    rules: withEvolve((_, entry, honest) =>
      entry.type === 'floor/given' ? honest.filter((change) => !isEnded(change)) : honest,
    ),
  };
}

function isEnded(change: RecordChange): boolean {
  return change.kind === 'speech' && change.body.state === 'spoken';
}

/** The queue stands in the order of the times that the terminals tell. */
export function queuesByClock(): Sabotage {
  return {
    rules: withEvolve((_, entry, honest) => {
      if (entry.type !== 'floor/requested' || entry.payload.kind === 'urgent') return honest;
      const { requestId, madeAt } = entry.payload;
      return honest.map((change) =>
        change.kind === 'speech' && change.body.id === requestId
          ? { ...change, body: { ...change.body, rank: madeAt } }
          : change,
      );
    }),
  };
}

export function queuesTwice(): Sabotage {
  return despite('floor/request', 'floor/already-asked', (payload, _, madeAt) => ({
    type: 'floor/requested',
    payload: { ...payload, madeAt },
  }));
}

// Attendance and seats.

export function sharesSeats(): Sabotage {
  return despite('seat/move', 'seat/occupied', (payload) => ({ type: 'seat/moved', payload }));
}

export function forgetsWhoLeft(): Sabotage {
  return {
    rules: withEvolve((_, entry, honest) =>
      entry.type === 'attendance/left' ? honest.filter(({ kind }) => kind !== 'meeting') : honest,
    ),
  };
}

// Votes.

export function opensWithFew(): Sabotage {
  return despite('vote/open', 'vote/not-enough-present', (payload, state) => {
    const vote = present(read(state, 'vote', payload.voteId), 'vote');
    const meeting = present(read(state, 'meeting', vote.meetingId), 'meeting');
    return { type: 'vote/opened', payload: { ...payload, electorate: votersPresent(state, meeting) } };
  });
}

export function decidesByPoll(): Sabotage {
  return {
    rules: withEvolve((_, __, honest) =>
      honest.map((change) =>
        change.kind === 'tally' && change.body.verdict === 'none'
          ? { ...change, body: { ...change.body, verdict: verdictOf(change.body) } }
          : change,
      ),
    ),
  };
}

function verdictOf({ approve, needed }: { readonly approve: number; readonly needed: number }) {
  return approve >= needed ? 'passed' : 'not-passed';
}

export function changesFixedAnswers(): Sabotage {
  return despite('ballot/cast', 'vote/no-change', (payload) => ({ type: 'ballot/cast', payload }));
}

export function countsDeclined(): Sabotage {
  return {
    rules: {
      decide,
      evolve: (state, entry) =>
        evolve(
          state,
          entry.type === 'ballot/late-decided'
            ? { ...entry, payload: { ...entry.payload, accept: true } }
            : entry,
        ),
    },
  };
}

export function announcesUndecided(): Sabotage {
  return despite('vote/announce', 'vote/late-undecided', (payload, { seq, head: hash }) => ({
    type: 'vote/announced',
    payload: { ...payload, head: { seq, hash } },
  }));
}

export function confirmsOwnCount(): Sabotage {
  return despite('count/confirm', 'count/same-person', (payload) => ({ type: 'count/confirmed', payload }));
}

export function skipsSums(): Sabotage {
  return despite('count/enter', 'count/sums', (payload) => ({ type: 'count/entered', payload }));
}

export function takesBothWays(): Sabotage {
  return despite('ballot/cast', 'vote/paper-voter', (payload) => ({ type: 'ballot/cast', payload }));
}

export function givesPaperToVoters(): Sabotage {
  return despite('ballot/issue-paper', 'vote/already-voted', (payload) => ({
    type: 'ballot/paper-issued',
    payload,
  }));
}

// Papers and the record.

export function leavesCopies(): Sabotage {
  return despite('item/start', 'papers/copies-missing', (payload) => ({ type: 'item/started', payload }));
}

/** An opinion is taken for one of the chairperson's, whose seat is shown it. */
export function tellsOpinions(): Sabotage {
  return {
    rules: withEvolve((state, _, honest) => {
      const chair = [...all(state, 'participant')].find(({ roles }) => roles.includes('chair'));
      if (chair === undefined) return honest;
      const { personId } = chair;
      return honest.map((change) =>
        change.kind === 'opinion' ? { ...change, body: { ...change.body, personId } } : change,
      );
    }),
  };
}

export function writesLinesTwice(): Sabotage {
  return {
    rules: withEvolve((_, entry, honest) =>
      honest.flatMap((change): RecordChange[] => {
        if (change.kind !== 'record-line' || change.body.event === null) return [change];
        const id = recordLineId.parse(`again-${entry.seq}`);
        return entry.type === 'vote/opened'
          ? [change, { ...change, body: { ...change.body, id } }]
          : [change];
      }),
    ),
  };
}
