import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { agendaOf, currentItem, currentMeeting } from '../../data/select/meetings.ts';
import { delegatesOf, type Delegate } from '../../data/select/people.ts';
import { lastAnnounced, runningVote, votesOf } from '../../data/select/votes.ts';

/** The meeting that a window is about, with what belongs to it. */
export interface MeetingView {
  readonly meeting: Meeting | null;
  /** In the order of the agenda. */
  readonly items: readonly AgendaItem[];
  readonly item: AgendaItem | null;
  readonly votes: readonly Vote[];
  /** Opened and not yet announced; null when none is. */
  readonly running: Vote | null;
  /** The running vote, else the one announced last in the current item. */
  readonly matter: Vote | null;
  readonly delegates: readonly Delegate[];
}

/** The meeting of this window; everything is empty while there is none. */
export function useMeeting(): MeetingView {
  const meeting = currentMeeting(useRecords('meeting'));
  const meetingId = meeting?.id ?? null;
  const items = agendaOf(useRecords('agenda-item'), meetingId);
  const item = currentItem(meeting, items);
  const allVotes = useRecords('vote');
  const votes = votesOf(allVotes, meetingId);
  const running = runningVote(allVotes, meetingId);
  const announced = lastAnnounced(allVotes, meetingId);
  const delegates = delegatesOf(
    meetingId,
    useRecords('participant'),
    useRecordMap('person'),
    useRecordMap('attendance'),
  );
  const isOfItem = announced !== null && announced.itemId === meeting?.currentItemId;
  return {
    meeting,
    items,
    item,
    votes,
    running,
    matter: running ?? (isOfItem ? announced : null),
    delegates,
  };
}
