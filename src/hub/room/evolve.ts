import { unreachable } from '../../shared/std/must.ts';
import { absenceDecided, absenceReported, left, marked, markedMany, signedIn } from './evolve-attendance.ts';
import { documentAdded, documentReplaced, wordsTold } from './evolve-document.ts';
import {
  floorCalled,
  floorCleared,
  floorGiven,
  floorMoved,
  floorRequested,
  floorRests,
  leftQueue,
  speechExtended,
  speechPaused,
  speechResumed,
  speechStopped,
  withSpeeches,
} from './evolve-floor.ts';
import {
  announcementSent,
  announcementWithdrawn,
  callEnded,
  callMade,
  opinionMarked,
  opinionSent,
} from './evolve-message.ts';
import { copiesChanged } from './evolve-papers.ts';
import { lineChanged } from './evolve-record.ts';
import {
  changeMeeting,
  closed,
  created,
  itemPaused,
  itemResumed,
  itemStarted,
  released,
  stoppedPresentation,
} from './evolve-meeting.ts';
import { meetingRecalled, recallAcknowledged } from './evolve-recall.ts';
import { seatMoved, substitutionDecided, substitutionRequested } from './evolve-seating.ts';
import { countConfirmed, countEntered, paperIssued } from './evolve-count.ts';
import {
  ballotCast,
  ballotLate,
  lateDecided,
  namesShown,
  stepVote,
  voteAnnounced,
  voteLocked,
  voteOpened,
  votePrepared,
} from './evolve-vote.ts';
import type { LogEntry } from './log-entry.ts';
import type { RecordChange, RoomState } from './room-state.ts';
import { linesOf } from './running-record.ts';

/**
 * The records that an entry changes, with their new values. Pure: it reads the state and changes nothing.
 * It must accept whatever `decide` has let into the log; an entry that does not fit is a fault.
 */
export function evolve(state: RoomState, entry: LogEntry): readonly RecordChange[] {
  const changes = withSpeeches(state, changesOf(state, entry));
  const lines = linesOf(entry, state, changes);
  if (lines.length === 0) return changes;
  return [...changes, ...lines.map((body) => ({ kind: 'record-line' as const, body }))];
}

function changesOf(state: RoomState, entry: LogEntry): readonly RecordChange[] {
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
    case 'item/paused':
      return [
        ...itemPaused(state, entry.payload.itemId, entry.at),
        ...floorRests(state, entry.payload.itemId, entry.at),
      ];
    case 'item/resumed':
      return itemResumed(state, entry.payload.itemId, entry.at);
    case 'attendance/signed-in':
      return signedIn(state, entry);
    case 'attendance/marked':
      return marked(state, entry.payload, entry.at);
    case 'attendance/marked-many':
      return markedMany(state, entry.payload, entry.at);
    case 'attendance/left':
      return left(state, entry.payload.participantId, entry.at);
    case 'absence/reported':
      return absenceReported(state, entry.payload, entry.at);
    case 'absence/decided':
      return absenceDecided(state, entry.payload);
    case 'substitution/requested':
      return substitutionRequested(state, entry.payload, entry.at);
    case 'substitution/decided':
      return substitutionDecided(state, entry.payload, entry.at);
    case 'seat/moved':
      return seatMoved(state, entry.payload);
    case 'body/changed':
      return [changeMeeting(state, entry.payload.meetingId, { body: entry.payload.body })];
    case 'presentation/shown': {
      const { zone = null, ...place } = entry.payload;
      return [{ kind: 'presentation', body: { ...place, zone, at: entry.at } }];
    }
    case 'presentation/stopped':
      return [stoppedPresentation(entry.payload.meetingId, entry.at)];
    case 'vote/prepared':
    case 'vote/changed':
      return votePrepared(state, entry.payload);
    case 'vote/withdrawn':
      return [stepVote(state, entry.payload.voteId, 'withdraw', {})];
    case 'vote/opened':
      return voteOpened(state, entry.payload, entry.at);
    case 'vote/held':
      return [stepVote(state, entry.payload.voteId, 'hold', {})];
    case 'vote/locked':
      return voteLocked(state, entry.payload.voteId, entry);
    case 'vote/announced':
      return voteAnnounced(state, entry.payload, entry.at);
    case 'vote/names-shown':
      return namesShown(state, entry.payload);
    case 'ballot/cast':
      return ballotCast(state, entry);
    case 'ballot/arrived-late':
      return ballotLate(state, entry);
    case 'ballot/late-decided':
      return lateDecided(state, entry.payload);
    case 'ballot/paper-issued':
      return paperIssued(state, entry.payload);
    case 'count/entered':
      return countEntered(state, entry);
    case 'count/confirmed':
      return countConfirmed(state, entry);
    case 'layer/appended': {
      const { partId, ...part } = entry.payload;
      return [{ kind: 'layer-part', body: { id: partId, ...part } }];
    }
    case 'copy/prepared':
    case 'copy/handed-out':
    case 'copy/collected':
    case 'copy/undone':
      return copiesChanged(state, entry);
    case 'record/written':
    case 'record/edited':
    case 'record/struck':
      return lineChanged(state, entry);
    case 'floor/requested':
      return floorRequested(state, entry.payload, entry.at);
    case 'floor/withdrawn':
      return leftQueue(state, entry.payload.requestId, 'withdrawn');
    case 'floor/given':
      return floorGiven(state, entry.payload, entry.at);
    case 'floor/called':
      return floorCalled(state, entry.payload, entry.at);
    case 'floor/moved':
      return floorMoved(state, entry.payload);
    case 'floor/paused':
      return speechPaused(state, entry.payload.requestId, entry.at);
    case 'floor/resumed':
      return speechResumed(state, entry.payload.requestId, entry.at);
    case 'floor/extended':
      return speechExtended(state, entry.payload);
    case 'floor/stopped':
      return speechStopped(state, entry.payload.requestId, entry.at);
    case 'floor/cleared':
      return floorCleared(state, entry.payload.meetingId);
    case 'opinion/sent':
      return opinionSent(state, entry);
    case 'opinion/marked':
      return opinionMarked(state, entry.payload);
    case 'call/made':
      return callMade(state, entry);
    case 'call/answered':
      return callEnded(state, entry.payload.callId, 'answered', entry.at);
    case 'call/cancelled':
      return callEnded(state, entry.payload.callId, 'cancelled', entry.at);
    case 'announcement/sent':
      return announcementSent(state, entry.payload, entry.at);
    case 'announcement/withdrawn':
      return announcementWithdrawn(state, entry.payload, entry.at);
    case 'command/refused':
      return [];
    default:
      return unreachable(entry);
  }
}
