import { countCopies, placeOf } from '../../shared/domain/paper-copies.ts';
import type { AgendaItemId, MeetingId, ParticipantId } from '../../shared/records/ids.ts';
import type { PaperCopy } from '../../shared/records/paper-copies.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused } from '../../shared/std/result.ts';
import { all, read, type RoomState } from './room-state.ts';
import { happens, meetingOfItem, type Rules } from './rule.ts';

/** Numbered paper copies: how many there are, who was handed which, and which are back. */
export const paperRules: Rules<'copy/prepare' | 'copy/hand-out' | 'copy/collect' | 'copy/undo'> = {
  'copy/prepare': {
    meetingOf: meetingOfItem,
    decide({ state, payload }) {
      if (read(state, 'agenda-item', payload.itemId)?.papers !== 'paper') return refused('papers/not-paper');
      const handed = copiesOf(state, payload.itemId).filter((copy) => placeOf(copy) !== 'here');
      if (handed.some(({ number }) => number > payload.count)) return refused('papers/too-few');
      return happens({ type: 'copy/prepared', payload });
    },
  },
  'copy/hand-out': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      const copy = copyOf(state, payload);
      if (copy === null) return refused('papers/no-such-copy');
      if (placeOf(copy) !== 'here') return refused('papers/already-handed');
      const taker = read(state, 'participant', payload.participantId);
      if (taker === null || taker.meetingId !== meeting.id) return refused('participant/unknown');
      if (holds(state, payload.itemId, taker.id)) return refused('papers/holds-one');
      return happens({ type: 'copy/handed-out', payload });
    },
  },
  'copy/collect': {
    meetingOf: meetingOfItem,
    decide({ state, payload }) {
      const copy = copyOf(state, payload);
      if (copy === null) return refused('papers/no-such-copy');
      if (placeOf(copy) !== 'out') return refused('papers/not-out');
      return happens({ type: 'copy/collected', payload });
    },
  },
  'copy/undo': {
    meetingOf: meetingOfItem,
    decide({ state, payload }) {
      const copy = copyOf(state, payload);
      if (copy === null) return refused('papers/no-such-copy');
      const holder = placeOf(copy) === 'collected' ? copy.participantId : null;
      if (placeOf(copy) === 'here') return refused('papers/not-out');
      // Taking back a collection must not leave two copies with one person.
      if (holder !== null && holds(state, payload.itemId, holder)) return refused('papers/holds-one');
      return happens({ type: 'copy/undone', payload });
    },
  },
};

/** Why an item may not be left yet; null when it may. No copy of a secret paper stays behind. */
export function refusalToLeave(state: RoomState, itemId: AgendaItemId | null): RefusalCode | null {
  const copies = itemId === null ? null : read(state, 'paper-copies', itemId);
  return countCopies(copies).out === 0 ? null : 'papers/copies-missing';
}

/** Why a meeting may not be closed yet on account of its paper copies; null when it may. */
export function refusalToClose(state: RoomState, id: MeetingId): RefusalCode | null {
  for (const { meetingId, itemId } of all(state, 'paper-copies')) {
    const refusal = meetingId === id ? refusalToLeave(state, itemId) : null;
    if (refusal !== null) return refusal;
  }
  return null;
}

function copiesOf(state: RoomState, itemId: AgendaItemId): readonly PaperCopy[] {
  return read(state, 'paper-copies', itemId)?.copies ?? [];
}

function copyOf(
  state: RoomState,
  { itemId, number }: { readonly itemId: AgendaItemId; readonly number: number },
): PaperCopy | null {
  return copiesOf(state, itemId).find((copy) => copy.number === number) ?? null;
}

function holds(state: RoomState, itemId: AgendaItemId, id: ParticipantId): boolean {
  return copiesOf(state, itemId).some((copy) => copy.participantId === id && placeOf(copy) === 'out');
}
