import type { VoteId } from '../../shared/records/ids.ts';
import type { RecordedPerson, RecordEvent } from '../../shared/records/record-line.ts';
import { present } from '../../shared/std/must.ts';
import type { PlacedEvent } from './changes-as-events.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { recordedPerson } from './recorded-person.ts';
import { read, type RoomState } from './room-state.ts';

/** What the running record tells of counting in the room and of calls from seats; nothing for other entries. */
export function countAndCallEvents(entry: LogEntry, state: RoomState): readonly PlacedEvent[] {
  switch (entry.type) {
    case 'count/entered':
      return byActor(entry, state, (who) => ({
        type: 'count-entered',
        voteId: entry.payload.voteId,
        who,
        papers: papersOf(entry.payload, state),
      }));
    case 'count/confirmed': {
      const { voteId, agrees } = entry.payload;
      return byActor(entry, state, (who) => ({ type: 'count-confirmed', voteId, who, agrees }));
    }
    case 'ballot/paper-issued': {
      const { voteId, participantId } = entry.payload;
      const who = recordedPerson(state, present(read(state, 'participant', participantId), 'participant'));
      return [inVote(state, voteId, { type: 'paper-issued', voteId, who })];
    }
    case 'call/made': {
      const { meetingId, seat, kind } = entry.payload;
      return meetingId === null ? [] : [{ meetingId, event: { type: 'call-made', seat, kind } }];
    }
    case 'call/answered': {
      const { meetingId, seat, kind } = present(read(state, 'call', entry.payload.callId), 'call');
      return meetingId === null ? [] : [{ meetingId, event: { type: 'call-answered', seat, kind } }];
    }
    default:
      return [];
  }
}

/** Whoever counts is signed in; the event names the person. */
function byActor(
  entry: LogEntry & { type: 'count/entered' | 'count/confirmed' },
  state: RoomState,
  eventBy: (who: RecordedPerson) => RecordEvent,
): readonly PlacedEvent[] {
  const { participantId } = entry.actor;
  const one = participantId === null ? null : read(state, 'participant', participantId);
  return one === null ? [] : [inVote(state, entry.payload.voteId, eventBy(recordedPerson(state, one)))];
}

function papersOf(
  { voteId, issued, returned, valid, invalid }: EntryPayload<'count/entered'>,
  state: RoomState,
): (RecordEvent & { type: 'count-entered' })['papers'] {
  const isHands = read(state, 'vote', voteId)?.kind === 'raised-hands';
  return isHands ? null : { issued, returned, valid, invalid };
}

function inVote(state: RoomState, voteId: VoteId, event: RecordEvent): PlacedEvent {
  const { meetingId, itemId } = present(read(state, 'vote', voteId), 'vote');
  return { meetingId, itemId, event };
}
