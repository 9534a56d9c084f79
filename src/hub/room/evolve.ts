import { unreachable } from '../../shared/std/must.ts';
import { marked, signedIn } from './evolve-attendance.ts';
import { documentAdded, documentReplaced, wordsTold } from './evolve-document.ts';
import {
  changeMeeting,
  closed,
  created,
  itemStarted,
  released,
  stoppedPresentation,
} from './evolve-meeting.ts';
import { meetingRecalled, recallAcknowledged } from './evolve-recall.ts';
import {
  ballotCast,
  ballotLate,
  stepVote,
  voteAnnounced,
  voteLocked,
  voteOpened,
  votePrepared,
} from './evolve-vote.ts';
import type { LogEntry } from './log-entry.ts';
import type { RecordChange, RoomState } from './room-state.ts';

/**
 * The records that an entry changes, with their new values. Pure: it reads the state and changes nothing.
 * It must accept whatever `decide` has let into the log; an entry that does not fit is a fault.
 */
export function evolve(state: RoomState, entry: LogEntry): readonly RecordChange[] {
  switch (entry.type) {
    case 'meeting/created':
      return created(entry.payload);
    case 'meeting/released':
      return released(state, entry.payload.meetingId, entry.at);
    case 'meeting/opened':
      return [changeMeeting(state, entry.payload.meetingId, { state: 'open', openedAt: entry.at })];
    case 'meeting/closed':
      return closed(state, entry.payload.meetingId, entry.at);
    case 'meeting/recalled':
      return meetingRecalled(state, entry.payload.meetingId, entry.at);
    case 'recall/acknowledged':
      return recallAcknowledged(state, entry.payload, entry.at);
    case 'document/added':
      return documentAdded(state, entry.payload, entry.at);
    case 'document/replaced':
      return documentReplaced(state, entry.payload, entry.at);
    case 'document/words-told':
      return wordsTold(state, entry.payload);
    case 'item/started':
      return itemStarted(state, entry.payload.itemId, entry.at);
    case 'attendance/signed-in':
      return signedIn(state, entry);
    case 'attendance/marked':
      return marked(state, entry.payload, entry.at);
    case 'presentation/shown': {
      const { zone = null, ...place } = entry.payload;
      return [{ kind: 'presentation', body: { ...place, zone, at: entry.at } }];
    }
    case 'presentation/stopped':
      return [stoppedPresentation(entry.payload.meetingId, entry.at)];
    case 'vote/prepared':
      return votePrepared(state, entry.payload);
    case 'vote/opened':
      return voteOpened(state, entry.payload, entry.at);
    case 'vote/held':
      return [stepVote(state, entry.payload.voteId, 'hold', {})];
    case 'vote/locked':
      return voteLocked(state, entry.payload.voteId, entry);
    case 'vote/announced':
      return voteAnnounced(state, entry.payload.voteId, entry.at);
    case 'ballot/cast':
      return ballotCast(state, entry);
    case 'ballot/arrived-late':
      return ballotLate(state, entry);
    case 'layer/appended': {
      const { partId, ...part } = entry.payload;
      return [{ kind: 'layer-part', body: { id: partId, ...part } }];
    }
    case 'command/refused':
      return [];
    default:
      return unreachable(entry);
  }
}
