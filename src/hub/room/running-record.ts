import { countCopies } from '../../shared/domain/paper-copies.ts';
import { recordLineId, type AgendaItemId, type MeetingId, type VoteId } from '../../shared/records/ids.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { RecordEvent, RecordLine } from '../../shared/records/record-line.ts';
import { present } from '../../shared/std/must.ts';
import { eventsOfChanges, type PlacedEvent } from './changes-as-events.ts';
import { countAndCallEvents } from './count-as-events.ts';
import { copiesAfter, type CopyEntry } from './evolve-papers.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { recordedPerson } from './recorded-person.ts';
import { all, participantsOf, read, type RecordChange, type RoomState } from './room-state.ts';

/**
 * The lines that an entry writes into the running record of its meeting (LINE-1), from the state before the entry and
 * the changes that the entry makes. Pure, and the one place where events become lines: the words are made where they
 * are read. Before the opening nothing is written; the opening says who is missing and who stands in.
 */
export function linesOf(
  entry: LogEntry,
  state: RoomState,
  changes: readonly RecordChange[],
): readonly RecordLine[] {
  const own = eventsOf(entry, state);
  const events = isOfRoster(entry) ? own : [...eventsOfChanges(state, changes), ...own];
  const lines = events.flatMap((placed) => lineOf(entry, state, placed));
  const numbered = lines.map((line, at) => (at === 0 ? line : { ...line, id: idOf(entry, at) }));
  return isAboutCopies(entry) ? [...numbered, ...copyLines(entry, state)] : numbered;
}

/** Entries that tell the room its people, where a record that appears is no event. */
function isOfRoster({ type }: LogEntry): boolean {
  return type === 'meeting/created' || type === 'meeting/released';
}

/** What the entry says by itself. */
function eventsOf(entry: LogEntry, state: RoomState): readonly PlacedEvent[] {
  switch (entry.type) {
    case 'meeting/opened':
      return [opening(state, entry.payload.meetingId)];
    case 'meeting/closed':
      return [{ meetingId: entry.payload.meetingId, event: { type: 'meeting-closed' } }];
    case 'item/started':
      return [ofItem(state, entry.payload.itemId, { type: 'item-started' })];
    case 'item/paused':
      return [ofItem(state, entry.payload.itemId, { type: 'item-paused' })];
    case 'item/resumed':
      return [ofItem(state, entry.payload.itemId, { type: 'item-resumed' })];
    case 'document/replaced':
      return [replaced(state, entry.payload)];
    case 'vote/opened': {
      const electorate = entry.payload.electorate.length;
      return [ofVote(state, entry.payload.voteId, { type: 'vote-opened', electorate })];
    }
    case 'vote/locked':
      return [locked(state, entry.payload.voteId)];
    case 'vote/announced':
      return [ofVote(state, entry.payload.voteId, { type: 'vote-announced' })];
    case 'ballot/late-decided': {
      const { voteId, participantId, accept } = entry.payload;
      const who = recordedPerson(state, present(read(state, 'participant', participantId), 'participant'));
      return [ofVote(state, voteId, { type: 'late-ballot', who, accepted: accept })];
    }
    default:
      return countAndCallEvents(entry, state);
  }
}

function idOf({ seq }: LogEntry, at: number): RecordLine['id'] {
  return recordLineId.parse(at === 0 ? `e${seq}` : `e${seq}.${at}`);
}

/** A new line of an open meeting, under its current item unless it belongs to another; none while it is not open. */
function lineOf(entry: LogEntry, state: RoomState, { meetingId, itemId, event }: PlacedEvent): RecordLine[] {
  const meeting = present(read(state, 'meeting', meetingId), 'meeting');
  const isOpening = event.type === 'meeting-opened';
  if (meeting.state !== 'open' && !isOpening) return [];
  const isOutside = isOpening || event.type === 'meeting-closed';
  return [
    {
      id: idOf(entry, 0),
      meetingId,
      itemId: isOutside ? null : (itemId ?? meeting.currentItemId),
      order: entry.seq,
      at: entry.at,
      source: 'event',
      text: null,
      event,
      editedAt: null,
      struck: false,
    },
  ];
}

function opening(state: RoomState, meetingId: MeetingId): PlacedEvent {
  const meeting = present(read(state, 'meeting', meetingId), 'meeting');
  const people = participantsOf(state, meetingId).toSorted(bySeat);
  const missing = people.flatMap((one) => {
    const attendance = read(state, 'attendance', one.id);
    if (!one.roles.includes('member') || attendance?.state === 'present') return [];
    return [{ who: recordedPerson(state, one), reason: attendance?.reason ?? '' }];
  });
  const substitutes = people
    .filter(({ standsInFor }) => standsInFor !== null)
    .map((one) => recordedPerson(state, one));
  const { membersPresent, invitedPresent, invited } = meeting;
  const counts = { membersPresent, inOffice: meeting.body.inOffice, invitedPresent, invited };
  return { meetingId, event: { type: 'meeting-opened', ...counts, missing, substitutes } };
}

function bySeat(a: Participant, b: Participant): number {
  return `${a.seat ?? '~'}${a.id}` < `${b.seat ?? '~'}${b.id}` ? -1 : 1;
}

function ofItem(state: RoomState, itemId: AgendaItemId, event: RecordEvent): PlacedEvent {
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  return { meetingId, itemId, event };
}

/** Events of a vote, which name it. */
type VoteEvent = Extract<RecordEvent, { voteId: VoteId }>;
type Unnamed<Event> = Event extends VoteEvent ? Omit<Event, 'voteId'> : never;

function ofVote(state: RoomState, voteId: VoteId, event: Unnamed<VoteEvent>): PlacedEvent {
  const { meetingId, itemId } = present(read(state, 'vote', voteId), 'vote');
  return { meetingId, itemId, event: { ...event, voteId } };
}

function locked(state: RoomState, voteId: VoteId): PlacedEvent {
  const { received, electorate } = present(read(state, 'vote', voteId), 'vote');
  return ofVote(state, voteId, { type: 'vote-locked', received, electorate: electorate.length });
}

function replaced(
  state: RoomState,
  { meetingId, documentId, replaces }: EntryPayload<'document/replaced'>,
): PlacedEvent {
  const { itemId } = present(read(state, 'document', documentId), 'document');
  return { meetingId, itemId, event: { type: 'text-replaced', documentId, reason: replaces.reason } };
}

function isAboutCopies(entry: LogEntry): entry is CopyEntry {
  return entry.type === 'copy/handed-out' || entry.type === 'copy/collected' || entry.type === 'copy/undone';
}

/** One line says how many copies are out, and one how many are back; each further tick changes its line. */
function copyLines(entry: CopyEntry, state: RoomState): RecordLine[] {
  const { itemId } = entry.payload;
  const now = copiesAfter(state, entry);
  const before = countCopies(read(state, 'paper-copies', itemId));
  const { handed, collected, copies } = countCopies(now);
  const lines: RecordLine[] = [];
  const tell = (event: RecordEvent, isNothing: boolean): void => {
    const known = lineLike(state, itemId, event.type);
    for (const fresh of lineOf(entry, state, { meetingId: now.meetingId, itemId, event })) {
      const place = known === null ? {} : { id: known.id, order: known.order };
      lines.push({ ...fresh, ...place, struck: isNothing });
    }
  };
  if (handed !== before.handed) tell({ type: 'copies-handed', handed, copies }, handed === 0);
  if (collected !== before.collected) tell({ type: 'copies-collected', collected, handed }, collected === 0);
  return lines;
}

function lineLike(state: RoomState, itemId: AgendaItemId, type: RecordEvent['type']): RecordLine | null {
  for (const line of all(state, 'record-line')) {
    if (line.itemId === itemId && line.event?.type === type) return line;
  }
  return null;
}
